import type { Journey } from './journeys.js';
import type { Level } from './levels.js';
import type { ScaleOrder } from './records.js';
import type { LocalizedText } from './words.js';

/**
 * Which stage (and touchpoint) a page is. The first rule that matches wins.
 * `match` is a path with wildcards and named parts, optionally with a query:
 * `/products/:id`, `/help/*`, `/s?q=*`.
 */
export interface PageRule {
  id: string;
  match: string;
  stage: string;
  touchpoint?: string;
}

/** Where a touchpoint is found. `call`: only where the page names it by a call or an attribute. */
export type TouchpointPlace =
  | { by: 'page'; match: string }
  | { by: 'selector'; selector: string; match?: string }
  | { by: 'call' };

/** The minimum expectation (below it people get angry) and the level that goes beyond expectation. */
export interface Standard {
  minimum: Level;
  beyond: Level;
}

/** The answers whose share may be believed in: 5–8, the emotional ones, 1–3, and 1. */
export const BELIEF_SHARES = ['positive', 'emotional', 'negative', 'loathing'] as const;
export type BeliefShare = (typeof BELIEF_SHARES)[number];

/** What someone of the team thinks visitors say: a share of the answers, 0 to 1, written down before looking. */
export interface Belief {
  share: number;
  /** Of which answers it is the share. Absent: the positive ones. */
  of?: BeliefShare;
  /** The share was found by asking so many people (of the team, of companies). Absent: it is one person's number. */
  asked?: number;
  by: string;
  at: number;
}

export interface ReasonChip {
  id: string;
  text: string;
}

/** When and how often one touchpoint asks. All that are given must hold. */
export interface AskRule {
  /** False: never ask here by itself (a call or the side tab still may). */
  on: boolean;
  /** Milliseconds since the touchpoint was met. */
  delayMs?: number;
  /** Share of the page scrolled, 0 to 1. */
  scroll?: number;
  /** When the visitor is about to leave: pointer towards the address bar; on touch, fast scrolling back up. */
  exit?: boolean;
  /** When this element has been seen. */
  seen?: string;
  /** When the page calls `wayfelt.ask` or dispatches this event on `document`. */
  event?: string;
  /** Share of visitors, 0 to 1, drawn once per visitor. */
  sample?: number;
  /** Only these. Absent: both. */
  standing?: 'prospect' | 'customer';
}

/** How asking is rationed over the whole site. Waits are milliseconds and compared as such. */
export interface AskingSettings {
  perVisit: number;
  betweenMs: number;
  sameTouchpointMs: number;
  snoozedMs: number;
  dismissedMs: number;
  ignoredMs: number;
  perYear: number;
  /** Never in the first milliseconds of a page view. */
  quietMs: number;
  sample: number;
  order: ScaleOrder;
}

/** What the question says; one language. */
export interface QuestionTexts {
  question: string;
  /** Follow-up after a positive, an indifferent and a negative face. */
  followUpPositive: string;
  followUpIndifferent: string;
  followUpNegative: string;
  thanks: string;
}

export interface TouchpointSettings {
  /** A path: `search/results/filter`. */
  id: string;
  stage: string;
  name?: LocalizedText;
  places?: readonly TouchpointPlace[];
  ask?: AskRule;
  standard?: Standard;
  beliefs?: readonly Belief[];
  texts?: { [locale: string]: Partial<QuestionTexts> };
  reasons?: readonly { id: string; text: LocalizedText }[];
  intent?: boolean;
  contact?: boolean;
  /** How much an answer is wanted here, 0 to 1; computed by the collector from the interval's width. */
  wanted?: number;
}

export const THEME_MODES = ['system', 'light', 'dark'] as const;
export const CORNERS = ['bottom-right', 'bottom-left', 'top-right', 'top-left'] as const;

/** How the question looks. Colours are CSS colours; contrast below AA is corrected, never shown. */
export interface Theme {
  mode?: (typeof THEME_MODES)[number];
  accent?: string;
  surface?: string;
  text?: string;
  radius?: string;
  font?: string;
  corner?: (typeof CORNERS)[number];
  /** CSS pixels from the corner's edges. */
  offsetX?: number;
  offsetY?: number;
  /** Show the quiet side tab that opens the question on demand. */
  tab?: boolean;
}

export interface PrivacySettings {
  /** `required`: nothing is stored before the page says that the visitor agreed. */
  consent: 'required' | 'implied';
  comments: boolean;
}

/** Days that the collector keeps what it knows. */
export interface RetentionSettings {
  recordDays: number;
  commentDays: number;
}

/** All that a team may set for its site; every change is a version. */
export interface SiteSettings {
  /** The address of the site's first page (`https://shop.example/`): where "label my pages" opens. */
  home?: string;
  journey: Journey;
  rules: readonly PageRule[];
  touchpoints: readonly TouchpointSettings[];
  asking: AskingSettings;
  standard: Standard;
  emotionalFrom: Level;
  /** Outcomes are looked for within so many days after a rating. */
  outcomeDays: number;
  texts: { [locale: string]: Partial<QuestionTexts> };
  theme: Theme;
  privacy: PrivacySettings;
  retention: RetentionSettings;
}

/**
 * What one page needs of the settings, as `GET /v1/sites/:site/settings` delivers it. Every part may be
 * absent; the defaults below then hold. Texts are in it only for sites that have their own.
 */
export interface PageSettings {
  /** The settings' version, as in the ETag. */
  version?: number;
  /** Stage ids in order, and the crossing. Absent: the nine stages. */
  stages?: readonly string[];
  crossing?: string;
  rules?: readonly Pick<PageRule, 'match' | 'stage' | 'touchpoint'>[];
  touchpoints?: readonly Omit<TouchpointSettings, 'name' | 'standard' | 'beliefs'>[];
  asking?: Partial<AskingSettings>;
  texts?: SiteSettings['texts'];
  theme?: Theme;
  consent?: PrivacySettings['consent'];
  /** False: the question offers no field for words. */
  comments?: false;
}
