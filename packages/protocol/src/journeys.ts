import type { LocalizedText } from './words.js';

/** A visitor is a prospect until the crossing's outcome, a customer after it. */
export const STANDINGS = ['prospect', 'customer'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One stage of a journey. `name` is needed only where the built-in words have none for this id. */
export interface Stage {
  id: string;
  name?: LocalizedText;
}

/** An ordered list of stages; exactly one of them is the crossing from prospect to customer. */
export interface Journey {
  id: string;
  stages: readonly Stage[];
  /** The id of the stage in which a prospect becomes a customer. */
  crossing: string;
}

/** The default journey, in order. The ids go over the wire and never change. */
export const NINE_STAGES = [
  'awareness',
  'search',
  'consideration',
  'purchase',
  'delivery',
  'installation',
  'use',
  'after-service',
  'disposal',
] as const;

/** The six-step purchase process, the second built-in journey. */
export const SIX_STEPS = [
  'awareness',
  'information-gathering',
  'decision-making',
  'buy',
  'use',
  'service',
] as const;

export type BuiltInStage = (typeof NINE_STAGES)[number] | (typeof SIX_STEPS)[number];

const journey = (id: string, stages: readonly string[], crossing: string): Journey => ({
  id,
  stages: stages.map((stage) => ({ id: stage })),
  crossing,
});

/** The nine stages; the crossing is `purchase`. */
export const NINE_STAGE_JOURNEY: Journey = /* @__PURE__ */ journey(
  'nine-stages',
  NINE_STAGES,
  'purchase',
);

/** The six steps; the crossing is `buy`. */
export const SIX_STEP_JOURNEY: Journey = /* @__PURE__ */ journey('six-steps', SIX_STEPS, 'buy');
