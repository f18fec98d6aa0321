import type { StageSource } from './records.js';

/** One rule that decides whether a question may be asked now. */
export interface ExplainedRule {
  /** A stable name: `consent`, `standing`, `delay`, `this-visit`, `between`, `sample`, … */
  rule: string;
  passed: boolean;
  /** What was looked at: `{ need: 14 days in ms, have: 3 days in ms }`; units as in the settings. */
  need?: number | string | boolean;
  have?: number | string | boolean;
  /** Epoch milliseconds when this rule passes by itself. */
  until?: number;
}

/** Why one touchpoint asks on this page now, or does not. */
export interface ExplainedTouchpoint {
  touchpoint: string;
  /** It was met in this page view. */
  met: boolean;
  /** All rules passed: it may ask now. */
  mayAsk: boolean;
  rules: ExplainedRule[];
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
