import type { StageSource } from '@wayfelt/protocol';

/** Which stage, and which source said so. Both are absent where nobody did. */
export interface Found {
  stage?: string;
  stageFrom?: StageSource;
}

export const STAGE = 'data-wayfelt-stage';
export const TOUCHPOINT = 'data-wayfelt-touchpoint';

/**
 * The stage; the most explicit source wins: call, element, meta, script, rule.
 *
 * @param near what the element nearest to a touchpoint says; for the page, its first element with a stage speaks
 */
export const findStage = (
  call?: string,
  near?: string | null,
  script?: string,
  rule?: string,
): Found => {
  // In the order in which they win.
  const sources = {
    call,
    element: near || attribute(`[${STAGE}]`, STAGE),
    meta: attribute('[name="wayfelt:stage"]', 'content'),
    script,
    rule,
  } satisfies { [source in StageSource]: unknown };
  for (const [stageFrom, stage] of Object.entries(sources) as [StageSource, unknown][]) {
    if (stage) return { stage: `${stage}`, stageFrom };
  }
  return {};
};

export const attribute = (selector: string, name: string): string | null | undefined =>
  document.querySelector(selector)?.getAttribute(name);
