import type { AskEvent, Device, LevelCounts, Standing } from '@wayfelt/protocol';

/** Which part of what visitors did and said is looked at. Absent fields filter nothing. */
export interface Slice {
  site: string;
  /** Epoch milliseconds; the period is [from, to). */
  from: number;
  to: number;
  standing?: Standing;
  stage?: string;
  touchpoint?: string;
  locale?: string;
  device?: Device;
  source?: string;
}

/** How often each event in the life of a question happened. */
export type AskCounts = Record<AskEvent, number>;

/** One stage, or one touchpoint of it, for one standing. The same slice filters every number in it. */
export interface PlaceCounts {
  /** `''` where no source named a stage. */
  stage: string;
  /** Absent: the whole stage. */
  touchpoint?: string;
  standing: Standing;
  /** All answers that count (latest revision, not taken back): `[level - 1] → n`. */
  levels: LevelCounts;
  /** How often the stage (or touchpoint) was met. */
  met: number;
  asks: AskCounts;
}

/** A `PlaceCounts` of one day or week, for trends. */
export interface PeriodCounts {
  /** Start of the day or week in UTC, epoch milliseconds. */
  start: number;
  standing: Standing;
  levels: LevelCounts;
  met: number;
}

/** What visitors did after a rating, counted per rating (the first of a visitor at this touchpoint in the slice). */
export interface OutcomeCounts {
  stage: string;
  touchpoint: string;
  standing: Standing;
  /** Per level, `[level - 1]`. */
  levels: {
    /** First outcome of each name within the horizon: name → how many visitors. */
    outcomes: { [outcome: string]: number };
    /** Any outcome at all within the horizon. */
    any: number;
    /** The horizon has passed, and none. */
    none: number;
    /** The horizon has not passed yet, and none so far: censored, not "none". */
    open: number;
    /** Of all: came back in a later session within the horizon. */
    returned: number;
  }[];
}

/** One visitor's answers in time order, without the visitor's id. */
export interface VisitorPath {
  answers: {
    stage: string;
    touchpoint: string;
    standing: Standing;
    level: number;
    at: number;
  }[];
  outcomes: { outcome: string; at: number }[];
}

/** Met, asked, seen and rated by one property that is known of everyone: raters against non-raters. */
export interface GroupCounts {
  by: 'device' | 'stage' | 'source' | 'locale' | 'dwell';
  value: string;
  standing: Standing;
  met: number;
  seen: number;
  levels: LevelCounts;
}

/** Records made by browsers against records that arrived. */
export interface DeliveryCounts {
  /** By the highest sequence number of each visitor. */
  made: number;
  arrived: number;
  /** Dropped by full outboxes, as they reported it. */
  dropped: number;
}

/** Levels 3 and 2 carry a count: what was claimed against what this visitor had said here before. */
export interface RepeatCounts {
  stage: string;
  touchpoint: string;
  /** Answers at level 3 ("about once") of visitors without / with an earlier negative answer here. */
  onceFirst: number;
  onceRepeated: number;
  /** Answers at level 2 ("twice or more") of visitors without / with an earlier negative answer here. */
  againFirst: number;
  againRepeated: number;
}

/** Something that a team marked in time: a release, a campaign. */
export interface Mark {
  id: string;
  at: number;
  kind: 'release' | 'campaign' | 'other';
  text: string;
}
