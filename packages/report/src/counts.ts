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
  /** Who gave the answers, where a visitor may have given several: makes intervals as wide as they must be. */
  repeated?: RepeatedAnswers;
  /** The same answers, each counted as 1 / (probability of being asked). Absent: everybody was asked alike. */
  weighted?: WeightedAnswers;
}

/** Sums over the visitors who answered: nᵢ answers, sum of levels sᵢ, positive answers pᵢ. */
export interface RepeatedAnswers {
  visitors: number;
  /** Σ nᵢ² */
  nn: number;
  /** Σ sᵢ nᵢ */
  sn: number;
  /** Σ sᵢ² */
  ss: number;
  /** Σ pᵢ nᵢ */
  pn: number;
  /** Σ pᵢ² */
  pp: number;
}

/** `w` is 1 / probability of an answer's question. */
export interface WeightedAnswers {
  /** `[level - 1] → Σ w`. */
  levels: LevelCounts;
  /** Σ w² over all answers. */
  squares: number;
}

/** The answers of one day or week, for trends and changes. */
export interface PeriodCounts {
  /** Absent: the whole slice. */
  stage?: string;
  /** Absent: the whole stage. */
  touchpoint?: string;
  /** Start of the day or week in UTC, epoch milliseconds. */
  start: number;
  standing: Standing;
  levels: LevelCounts;
  met: number;
}

/**
 * What visitors did after a rating, counted per rating (the first of a visitor at this touchpoint in the slice).
 * Ratings given after the purchase do not count for `purchase`.
 */
export interface OutcomeCounts {
  stage: string;
  touchpoint: string;
  standing: Standing;
  /**
   * What else is known of these visitors, as one word (`ready phone search`): rows of one touchpoint and standing add
   * up, and ratios are taken within each stratum. Absent: not split further.
   */
  stratum?: string;
  /** Per level, `[level - 1]`. */
  levels: OutcomeLevel[];
}

/** Of the ratings at one level. */
export interface OutcomeLevel {
  /** The horizon has passed since the rating; everything below but `open` is of these. */
  closed: number;
  /** The horizon has not passed: left out, whatever happened so far (early outcomes alone would flatter). */
  open: number;
  /** Name → how many visitors had this outcome within the horizon; a visitor may be in several. */
  outcomes: { [outcome: string]: number };
  /** Name → how many visitors had this as their first outcome; each visitor is in one at most. */
  first: { [outcome: string]: number };
  /** No outcome within the horizon: `closed` less all of `first`. */
  none: number;
  /** Came back in a later session within the horizon. */
  returned: number;
  /** Neither an outcome nor a later session within the horizon. */
  gone: number;
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
  /** Place by place, of some of the newest visitors. */
  places?: ArrivedCounts[];
}

/** Of one place: numbered records that arrived, and those between them that did not. */
export interface ArrivedCounts {
  stage: string;
  /** Absent: the whole stage. */
  touchpoint?: string;
  arrived: number;
  /** Missing between two records of this place. */
  missing: number;
  /** Missing between a record of this place and one of another: made here or there. */
  perhaps: number;
}

/** How often each reason chip was chosen at one touchpoint. */
export interface ReasonCounts {
  stage: string;
  touchpoint: string;
  standing: Standing;
  answers: number;
  /** Answers with at least one chip. */
  withReasons: number;
  /** Chip → answers that have it, and how many of these are negative. */
  reasons: { [reason: string]: { count: number; negative: number } };
}

/** Answers that came faster than a person gives them (`BURST` in the protocol): in no other count. */
export interface SetAsideCounts {
  stage: string;
  /** `''` where none was named. */
  touchpoint: string;
  standing: Standing;
  levels: LevelCounts;
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

/** Paths of visitors who answered at least once in the slice: all, or a fair sample where they are too many. */
export interface PathSample {
  /** Of how many visitors. */
  visitors: number;
  paths: VisitorPath[];
}

/** All that a report is made of. Every part obeys the same slice. */
export interface ReportCounts {
  slice: Slice;
  /** Stages and touchpoints, per standing. */
  places: PlaceCounts[];
  /** The same for the period of the same length just before. */
  previous?: PlaceCounts[];
  /** Weeks (or days) of the whole slice, of stages and of touchpoints. */
  periods?: PeriodCounts[];
  outcomes?: OutcomeCounts[];
  paths?: PathSample;
  groups?: GroupCounts[];
  delivery?: DeliveryCounts;
  repeats?: RepeatCounts[];
  reasons?: ReasonCounts[];
  /** `counted`: they were added to `places` all the same. */
  setAside?: { places: SetAsideCounts[]; counted: boolean };
  marks?: Mark[];
}
