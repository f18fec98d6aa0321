import type { Level } from './levels.js';
import type { Standing } from './journeys.js';

/** Every kind of record. The first four are what happened; the last three are requests and accounts. */
export const RECORD_TYPES = [
  'visit',
  'ask',
  'rating',
  'outcome',
  'handover',
  'forget',
  'loss',
] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Which source said what the stage is, strongest first; also the order in which they win. */
export const STAGE_SOURCES = ['call', 'element', 'meta', 'script', 'rule'] as const;
export type StageSource = (typeof STAGE_SOURCES)[number];

export const DEVICES = ['phone', 'tablet', 'desktop'] as const;
export type Device = (typeof DEVICES)[number];

/** Kinds of sources, for filters: a record keeps the source's own name, the collector knows what kind it is. */
export const SOURCE_CLASSES = [
  'direct',
  'search',
  'social',
  'mail',
  'advertisement',
  'referral',
] as const;
export type SourceClass = (typeof SOURCE_CLASSES)[number];

/** What every record carries. Optional fields are absent, never null. */
export interface RecordBase {
  /** A UUIDv7, made once when the thing happened; the store keeps each id once. */
  id: string;
  /** When it happened, epoch milliseconds by the visitor's clock; the collector corrects it by `sentAt`. */
  at: number;
  /** Pseudonymous, made in the browser. Absent when consent allows no ids. */
  visitor?: string;
  /** One visit of one visitor. Absent when consent allows no ids. */
  session?: string;
  /** 1, 2, 3 … per visitor (of one browser), so that what was made and never arrived can be counted. */
  seq?: number;
  /** What the visitor was at that moment; never rewritten. */
  standing: Standing;
  /** Absent: no source named one. A name nobody defined is kept as it was given. */
  stage?: string;
  stageFrom?: StageSource;
  /** A path: `search/results/filter`. */
  touchpoint?: string;
  /** The page's path, without query, fragment or origin. */
  page?: string;
  /** BCP 47, as the question was (or would be) shown. */
  locale?: string;
  device?: Device;
  /** Where this visit came from: the campaign's own name, else the host that linked here, else `direct`. */
  source?: string;
}

/** What a visit record says. Absent means: a touchpoint was met if one is named, else a stage was entered. */
export const VISIT_EVENTS = ['stage', 'touchpoint', 'dwell'] as const;

/** A stage or touchpoint was met: the denominator of everything. */
export interface VisitRecord extends RecordBase {
  type: 'visit';
  event?: (typeof VISIT_EVENTS)[number];
  /** With `dwell`: how long this stage was visible in this page view. */
  dwellMs?: number;
  /** Other stages whose rules matched this page too. */
  alsoStages?: string[];
}

/** The life of one question, in order of its denominators. */
export const ASK_EVENTS = [
  'eligible',
  'shown',
  'seen',
  'answered',
  'dismissed',
  'snoozed',
  'ignored',
  'never',
] as const;
export type AskEvent = (typeof ASK_EVENTS)[number];

export const ASK_FORMS = ['card', 'sheet', 'inline', 'tab', 'page', 'own'] as const;
export type AskForm = (typeof ASK_FORMS)[number];

/** In which order the faces were shown; best-first inflates answers, so it is stored. */
export const SCALE_ORDERS = ['worst-first', 'best-first'] as const;
export type ScaleOrder = (typeof SCALE_ORDERS)[number];

/** What happened to one question: `eligible` (might be asked), then `shown`, truly `seen`, and how it ended. */
export interface AskRecord extends RecordBase {
  type: 'ask';
  event: AskEvent;
  /** The same for all events of one question. */
  ask?: string;
  form?: AskForm;
  /** With which probability this question was asked, 0 < p ≤ 1; figures are weighted by 1/p. */
  probability?: number;
}

export const INTENTS = ['looking', 'comparing', 'ready'] as const;
export type Intent = (typeof INTENTS)[number];

/** How one touchpoint felt. */
export interface RatingRecord extends RecordBase {
  type: 'rating';
  level: Level;
  comment?: string;
  /** Ids of the reason chips that were chosen. */
  reasons?: string[];
  /** What a prospect was about to do, in one tap. */
  intent?: Intent;
  /** How the visitor wishes to be reached; only where the site asks, with its own consent. */
  contact?: string;
  ask?: string;
  form?: AskForm;
  order?: ScaleOrder;
  probability?: number;
  /**
   * 0 when absent. A face is kept the moment it is chosen, and may be changed, commented or taken back
   * after that: the same id again with a higher revision replaces what was stored, a lower one is a duplicate.
   */
  revision?: number;
  /** The visitor took the answer back: the id stays known, the answer counts nowhere. */
  retracted?: boolean;
}

/** The outcomes that figures know by name; a site may use names of its own. */
export const OUTCOMES = [
  'purchase',
  'repurchase',
  'recommend',
  'spend-less',
  'cancel',
  'leave',
] as const;
export type KnownOutcome = (typeof OUTCOMES)[number];

/** Outcomes that say someone stays and gives more. A site's own names count as neither. */
export const GROWING_OUTCOMES: readonly string[] = [
  'purchase',
  'repurchase',
  'recommend',
  'spend-more',
];

/** Outcomes that say someone goes, or gives less. */
export const LEAVING_OUTCOMES: readonly string[] = [
  'spend-less',
  'cancel',
  'leave',
  'buy-elsewhere',
];

/** What the visitor did. */
export interface OutcomeRecord extends RecordBase {
  type: 'outcome';
  outcome: string;
  /** In units of `currency`; only with it. */
  value?: number;
  /** ISO 4217. */
  currency?: string;
  /** The site's own key (an order number): one outcome per name and key is counted. */
  key?: string;
}

/** A hand-over code was made on one device, or a visitor arrived with it on another: one journey from then on. */
export interface HandoverRecord extends RecordBase {
  type: 'handover';
  event: 'made' | 'used';
  code: string;
  /** With `made`: epoch milliseconds after which the code joins nobody. */
  expires?: number;
}

/** Erase this visitor. The id is unguessable, so knowing it is the right to erase it. */
export interface ForgetRecord extends RecordBase {
  type: 'forget';
}

/** What the outbox had to drop because its bounds were reached, by record type. */
export interface LossRecord extends RecordBase {
  type: 'loss';
  dropped: Partial<Record<RecordType, number>>;
}

export type WayfeltRecord =
  | VisitRecord
  | AskRecord
  | RatingRecord
  | OutcomeRecord
  | HandoverRecord
  | ForgetRecord
  | LossRecord;

/** The body of `POST /v1/records`. */
export interface Batch {
  site: string;
  /** The version of the sender. */
  sdk: string;
  /** When this request was sent, by the visitor's clock. */
  sentAt: number;
  records: WayfeltRecord[];
}

export interface Refusal {
  id: string;
  reason: string;
}

/** The answer once everything accepted is durable. What is not refused is in the store. */
export interface Receipt {
  accepted: number;
  duplicates: number;
  rejected: Refusal[];
}
