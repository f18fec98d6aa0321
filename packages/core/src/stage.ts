import { matchesPage, type PageSettings, type StageSource } from '@wayfelt/protocol';

/** Which stage, and which source said so. Both are absent where nobody did. */
export interface Found {
  stage?: string | undefined;
  stageFrom?: StageSource | undefined;
  /** A page touchpoint that the winning rule names. */
  touchpoint?: string | undefined;
  /** Other stages whose rules match this page too. */
  alsoStages?: string[] | undefined;
}

/** What the page has said by a call, and what stood at the script tag. */
export interface Said {
  called?: string | undefined;
  script?: string | undefined;
}

/**
 * The stage of the page as it is now; the most explicit source wins: call, element, meta, script, rule. An
 * element that is itself a touchpoint speaks only for itself, unless nobody else speaks for the page.
 */
export const findStage = (page: Window, said: Said, settings: PageSettings): Found => {
  const { document } = page;
  const attribute = (selector: string, name: string) =>
    document.querySelector(selector)?.getAttribute(name) || undefined;
  const matching = (settings.rules ?? []).filter(({ match }) => isOn(page, match));
  const [rule] = matching;
  const explicit: [StageSource, string | undefined][] = [
    ['call', said.called],
    ['element', attribute(`[${STAGE}]:not([${TOUCHPOINT}])`, STAGE)],
    ['meta', attribute('meta[name="wayfelt:stage"]', 'content')],
    ['script', said.script],
    ['rule', rule?.stage],
    ['element', attribute(`[${STAGE}]`, STAGE)],
  ];
  const [stageFrom, stage] = explicit.find(([, name]) => name) ?? [];
  const others = new Set(matching.map((rule) => rule.stage));
  if (stage) others.delete(stage);
  return {
    stage,
    stageFrom,
    touchpoint: rule?.touchpoint,
    alsoStages: others.size > 0 ? [...others].slice(0, 9) : undefined,
  };
};

export const STAGE = 'data-wayfelt-stage';
export const TOUCHPOINT = 'data-wayfelt-touchpoint';

/** Whether a pattern of the settings means the page that is open now. */
export const isOn = ({ location }: Window, pattern: string): boolean =>
  matchesPage(pattern, location.pathname, location.search);
