import type { StageSource } from './records.js';

/** One rule that decides whether, or when, a question is asked. */
export interface ExplainedRule {
  /** A stable name: `consent`, `standing`, `this-visit`, `between`, `sample`, `delay`, `busy`, … */
  rule: string;
  passed: boolean;
  /** What was looked at: `{ need: 14 days in ms, have: 3 days in ms }`; units as in the settings. */
  need?: number | string | boolean;
  have?: number | string | boolean;
  /** Epoch milliseconds when this rule passes by itself. */
  until?: number;
  /** Who can make it pass; absent where it passed, and where nobody can (`never`). */
  change?: 'time' | 'visitor' | 'page' | 'settings';
}

/**
 * What decides when, in the order in which it is looked at. `met`: the touchpoint was met; `delay` and `quiet`:
 * milliseconds since then, and since the page view began; `scroll`: share of the page, 0 to 1; `seen`: a selector,
 * and `have` says `absent`, `there` or `seen`; `event`: its name; `exit`: the visitor leaves; `busy`: `have` says
 * with what, as `typing`, `fullscreen`, `dialog` or `hidden`.
 */
export type MomentRule = 'met' | 'delay' | 'scroll' | 'seen' | 'event' | 'exit' | 'quiet' | 'busy';

/** Why one touchpoint asks on this page now, or does not. */
export interface ExplainedTouchpoint {
  touchpoint: string;
  /** It was met in this page view. */
  met: boolean;
  /** All of `rules` passed: it asks as soon as all of `moment` has passed, too. */
  mayAsk: boolean;
  /** Whether this visitor is asked: consent, history, sample. */
  rules: ExplainedRule[];
  /** When: what the touchpoint's own rule waits for, and what the visitor must not be disturbed in. */
  moment: (ExplainedRule & { rule: MomentRule })[];
}

/** Why this page is what it is to Wayfelt, and what is asked here: `wayfelt.explain()`, the labeller. */
export interface Explanation {
  /** The settings' version that this page follows; absent where the site sets nothing. */
  version?: number;
  /** Path and query as rules see them. */
  page: string;
  /** Absent: no source names one. */
  stage?: string;
  stageFrom?: StageSource;
  /** Every source that names a stage here, strongest first: the first one won. */
  sources: { from: StageSource; stage: string; /** The rule's pattern. */ match?: string }[];
  standing: string;
  touchpoints: ExplainedTouchpoint[];
}
