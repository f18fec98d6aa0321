import type { PathStep, RecordType, Standing, Voice, WayfeltRecord } from '@wayfelt/protocol';
import type {
  DeliveryCounts,
  GroupCounts,
  Mark,
  PeriodCounts,
  PlaceCounts,
  SetAsideCounts,
  Slice,
} from '@wayfelt/report';
import type { SettingsStore } from './settings/store.js';

/** A checked record, with its time corrected to the collector's clock. */
export interface Arrival {
  record: WayfeltRecord;
  /** Epoch milliseconds by the collector's clock: when it happened, and when it came. */
  at: number;
  received: number;
}

/** What became of one record: stored now, or known before (then nothing changed). */
export type Fate = 'accepted' | 'duplicate';

/** One answer, as far as it counts. `''` where something is not known. */
export interface Answer {
  level: number;
  stage: string;
  touchpoint: string;
  standing: Standing;
  /** With which probability the question was asked. */
  probability: number;
}

/** One answer in someone's history. */
export interface Answered extends Answer {
  at: number;
  device: string;
  source: string;
  intent: string;
  /** Ids of the chips that were chosen. */
  reasons: readonly string[];
}

/** What one person answered in a slice, in time order, without identity. */
export interface Answerer {
  /** False: a single answer of which nobody knows whose it is. */
  known: boolean;
  answers: Answer[];
}

export interface AnswererSample {
  /** Of which share of the visitors these are all who answered; 1: of everybody. */
  share: number;
  histories: Answerer[];
}

/** And what they did at any time. */
export interface History extends Answerer {
  answers: Answered[];
  outcomes: { outcome: string; at: number }[];
  /** When each visit began. */
  visits: number[];
}

export interface HistorySample extends AnswererSample {
  histories: History[];
}

/** One record of someone, as far as it tells what arrived and how long a stage was looked at. */
export interface TrailStep {
  at: number;
  type: RecordType;
  event: string | null;
  /** The browser's own number of it; null where it gave none. */
  seq: number | null;
  stage: string;
  touchpoint: string;
  standing: Standing;
  /** Of an answer that counts. */
  level: number | null;
  dwellMs: number | null;
  /** It is in the slice, touchpoint apart. */
  wanted: boolean;
}

export interface VoiceQuery extends Slice {
  /** Words that the comment must contain, in any case. */
  search?: string;
  levels?: readonly number[];
  tag?: string;
  /** Only comments older than this one; the newest come first. */
  before?: { at: number; id: string };
  limit: number;
}

/** A record as it leaves the store: its fields, with numbers for who it was and in which visit. */
export type ExportedRecord = { id: string; at: number } & Record<string, unknown>;

export interface ExportQuery extends Slice {
  type: Exclude<RecordType, 'handover' | 'forget' | 'loss'>;
  /** Only what was set aside, instead of what counts. */
  aside?: boolean;
  /** Only what comes after this record. */
  after?: { at: number; id: string };
  limit: number;
}

export interface SiteRow {
  site: string;
  /** When the newest record arrived, epoch milliseconds; 0 where nothing is left. */
  last: number;
}

/** Before which times what is known of visitors goes; epoch milliseconds. */
export interface KeepFrom {
  records: number;
  comments: number;
}

/** How many records are gone, how many lost only their words, and how many visitors and visits went with records. */
export interface Removed {
  records: number;
  comments: number;
  others: number;
}

/**
 * Keeps records and counts them; judges nothing. One implementation per database, all with the same promises:
 * `add` resolves after the commit (what it resolved survives a crash of process and machine), an id is stored
 * once per site, and counts change in the same transaction as records.
 */
export interface Store {
  /** All or nothing per call; rejects with `StoreError` where the database refuses. Fates are in the order given. */
  add(site: string, arrivals: readonly Arrival[]): Promise<Fate[]>;
  /** Stages (`depth: 'stage'`) or their touchpoints, per standing, with everything counted in the slice. */
  places(slice: Slice, depth: 'stage' | 'touchpoint'): Promise<PlaceCounts[]>;
  /** The same by UTC day or by week (from Monday), oldest first; periods in which nothing happened are absent. */
  periods(slice: Slice, by: 'day' | 'week', depth: 'stage' | 'touchpoint'): Promise<PeriodCounts[]>;
  /** The slice by device, by source and by language: what is known of raters and of others. */
  groups(slice: Slice): Promise<GroupCounts[]>;
  /** Who answered in the slice; where that is more than about `most` answers, a fair sample of visitors. */
  histories(slice: Slice, most: number): Promise<HistorySample>;
  /** The same without what they did beside answering, which takes half the time. */
  answerers(slice: Slice, most: number): Promise<AnswererSample>;
  delivery(slice: Slice): Promise<DeliveryCounts>;
  /** Everything of each of the newest visitors in the period, at most so many of them, in time order. */
  trails(slice: Slice, most: number): Promise<TrailStep[][]>;
  /** Answers that came faster than a person gives them: kept, and in no other count. */
  setAside(slice: Slice): Promise<SetAsideCounts[]>;
  voices(query: VoiceQuery): Promise<Voice[]>;
  /** Everything of the person who wrote this comment, oldest first; undefined where there is no such comment. */
  path(site: string, comment: string): Promise<PathStep[] | undefined>;
  /** Replaces a comment's tags; resolves to whether there is such a comment. */
  setTags(site: string, comment: string, tags: readonly string[]): Promise<boolean>;
  /** Most used first. */
  tags(site: string): Promise<{ tag: string; n: number }[]>;
  /** Records of one type, oldest first. */
  records(query: ExportQuery): Promise<ExportedRecord[]>;
  /** Erases a visitor, and those joined to it by hand-over codes; resolves to the number of records that are gone. */
  forget(site: string, visitor: string, at: number): Promise<number>;
  /**
   * Removes what is older: comments and contacts out of their records, records with their visits and visitors; counts
   * stay. One small piece per call, so that others are stored in between; nothing removed: nothing is left to do.
   */
  removeOld(site: string, from: KeepFrom): Promise<Removed>;
  sites(): Promise<SiteRow[]>;
  marks(site: string): Promise<Mark[]>;
  saveMark(site: string, mark: Mark): Promise<void>;
  deleteMark(site: string, id: string): Promise<boolean>;
  settings: SettingsStore;
  close(): void;
}

/** The part of a store that figures are made of. */
export type CountedStore = Pick<
  Store,
  | 'places'
  | 'periods'
  | 'groups'
  | 'histories'
  | 'answerers'
  | 'delivery'
  | 'trails'
  | 'setAside'
  | 'marks'
>;

/** The database cannot take or give anything now: a full disk, a lost file. The sender should come back later. */
export class StoreError extends Error {
  readonly code = 'store-unavailable';
  constructor(cause: unknown) {
    super(`The store refuses: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'StoreError';
  }
}
