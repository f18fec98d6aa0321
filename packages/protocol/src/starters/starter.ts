import type { Journey } from '../journeys.js';
import { NINE_STAGE_JOURNEY } from '../journeys.js';
import type { TouchpointSettings } from '../settings.js';
import type { LocalizedText } from '../words.js';

/** A journey to begin with: stages, and the steps that visitors of such a business usually take. */
export interface Starter {
  id: string;
  name: LocalizedText;
  journey: Journey;
  touchpoints: readonly TouchpointSettings[];
}

/** One step: its id below the stage, its English and its Korean name. */
export type Step = [id: string, en: string, ko: string];

/** Stage → its steps, in the order of the way. */
export type Steps = { [stage: string]: readonly Step[] };

/** A stage with names of its own, where the built-in words do not fit. */
export type StageNames = { [stage: string]: LocalizedText };

export const starter = (
  id: string,
  name: LocalizedText,
  { steps, crossing, names = {} }: { steps: Steps; crossing: string; names?: StageNames },
): Starter => {
  const stages = Object.keys(steps);
  const nine = NINE_STAGE_JOURNEY.stages;
  const isNine =
    stages.length === nine.length && stages.every((stage, index) => stage === nine[index]?.id);
  return {
    id,
    name,
    journey: {
      id: isNine ? NINE_STAGE_JOURNEY.id : id,
      stages: stages.map((stage) => {
        const stageName = names[stage];
        return stageName ? { id: stage, name: stageName } : { id: stage };
      }),
      crossing,
    },
    touchpoints: Object.entries(steps).flatMap(([stage, ofStage]) =>
      ofStage.map(([step, en, ko]) => ({ id: `${stage}/${step}`, stage, name: { en, ko } })),
    ),
  };
};
