/** Visits of one page in one stage, as the collector counted them. */
export interface PageVisits {
  page: string;
  /** `''`: no source named a stage. */
  stage: string;
  /** Other stages whose rules matched at the time. */
  also: readonly string[];
  visits: number;
}

/** Pages that look alike, and what is missing there. */
export interface CoverageGap {
  kind: 'no-stage' | 'two-stages';
  /** The pattern that a rule could have. */
  match: string;
  /** Two stages: those that competed; the first is the one that was recorded. */
  stages: string[];
  visits: number;
  /** How many different pages; and up to three of them. */
  pages: number;
  examples: string[];
  /** What the settings as they are now would say: the rule was made since. */
  now?: string;
}

/** A name on the wire that the settings do not know. */
export interface UndefinedName {
  kind: 'stage' | 'touchpoint';
  name: string;
  nearest?: string;
  visits: number;
}

/** How well the settings cover what was visited: `GET /v1/settings/coverage`. */
export interface Coverage {
  /** Days looked at. */
  days: number;
  visits: number;
  /** Of them, in a stage that the journey has. */
  covered: number;
  gaps: CoverageGap[];
  undefinedNames: UndefinedName[];
}

/** Records that a corrected rule would move. */
export interface PastMove {
  page: string;
  from: string;
  to: string;
  records: number;
}

/** Applying the rules as they are now to the past: what it would do, or did. */
export interface PastPreview {
  days: number;
  records: number;
  ratings: number;
  moves: PastMove[];
}

export interface PastChange extends PastPreview {
  id: number;
  at: number;
  author: string;
  version: number;
  undone?: { at: number; author: string };
}
