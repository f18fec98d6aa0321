import { feelingOf, type Feeling, type Standing } from '@wayfelt/protocol';
import type { OutcomeCounts, OutcomeLevel } from './counts.js';
import { estimateOf, shareOf, type Estimate, type Share } from './estimate.js';
import { newcombe } from './interval.js';
import { isGrowing, isLeaving } from './outcome-names.js';
import {
  eValue,
  eValueOfLimit,
  riskRatio,
  stratifiedRatio,
  type Part,
  type Ratio,
} from './ratio.js';
import { FEWEST_SHOWN } from './sample-size.js';

/** What people did within the horizon after they said how it felt. "After", never "because". */
export interface Reactions {
  feeling: Feeling;
  /** Ratings whose horizon has passed: the n of all shares. */
  n: number;
  /** Ratings whose horizon has not passed yet: left out. */
  open: number;
  /** By name, most frequent first: the first thing they did. Shares add up to 1 with `nothing`. */
  first: { outcome: string; share: Share }[];
  grew: Share;
  left: Share;
  nothing: Share;
  /** Came back in a later visit. */
  returned: Share;
  /** Neither did anything nor came back. */
  gone: Share;
}

/** How many times as often an outcome followed a positive rating as a negative one. */
export interface OutcomeRatio {
  outcome: 'purchase' | 'grew' | 'left';
  positive: Share;
  negative: Share;
  /** Katz; null under five ratings on either side. */
  crude: Ratio | null;
  /** Mantel–Haenszel over standing and what else is known; null where nothing is. */
  adjusted: Ratio | null;
  strata: number;
  /** Like against like points the other way: do not believe the crude ratio. */
  turnsRound: boolean;
  /** A hidden factor would need so strong a ratio with both, to explain the ratio (its nearer limit) away. */
  eValue: number | null;
  eValueOfLimit: number | null;
}

/** The silent loss: said it felt bad, did nothing, never came back. */
export interface SilentLoss {
  /** Of the negative, and of the positive for comparison. */
  afterNegative: Share;
  afterPositive: Share;
  /** Difference of the two, with Newcombe's interval. */
  difference: Estimate;
}

/** Of those who left, how many had said that it felt good: what a satisfaction share cannot see. */
export interface SatisfiedAndGone {
  ofThoseWhoLeft: Share;
  ofThoseWhoStayed: Share;
  ofAll: Share;
}

export interface OutcomeFigures {
  stage?: string;
  touchpoint?: string;
  standing: Standing | 'all';
  after: Reactions[];
  ratios: OutcomeRatio[];
  silentLoss: SilentLoss;
  satisfiedAndGone: SatisfiedAndGone;
}

/** A level of which nobody's horizon has passed. */
export const noOutcomes = (): OutcomeLevel => ({
  closed: 0,
  open: 0,
  outcomes: {},
  first: {},
  none: 0,
  returned: 0,
  gone: 0,
});

const FEELINGS: readonly Feeling[] = ['positive', 'indifferent', 'negative'];

/** All outcome figures of these rows taken together. */
export function outcomesOf(
  given: readonly OutcomeCounts[],
  place: Pick<OutcomeFigures, 'stage' | 'touchpoint' | 'standing'>,
): OutcomeFigures {
  const rows = summed(given);
  const after = FEELINGS.map((feeling) => reactionsOf(feeling, levelsWhere(rows, feeling)));
  const outcomes = place.standing === 'customer' ? CUSTOMERS : ALL;
  return {
    ...place,
    after,
    ratios: outcomes.map((outcome) => ratioOf(rows, outcome)),
    silentLoss: silentLossOf(rows),
    satisfiedAndGone: satisfiedOf(rows),
  };
}

const ALL = ['purchase', 'grew', 'left'] as const;
const CUSTOMERS = ['grew', 'left'] as const;

/** How many ratings of one level were followed by it. */
export function followed(level: OutcomeLevel, outcome: OutcomeRatio['outcome']): number {
  if (outcome === 'purchase') return level.outcomes['purchase'] ?? 0;
  return sumWhere(level.first, outcome === 'grew' ? isGrowing : isLeaving);
}

const levelsWhere = (rows: readonly OutcomeCounts[], feeling: Feeling): OutcomeLevel[] =>
  rows.flatMap(({ levels }) => levels.filter((_, index) => feelingOf(index + 1) === feeling));

const sumOf = (levels: readonly OutcomeLevel[], value: (level: OutcomeLevel) => number): number =>
  levels.reduce((sum, level) => sum + value(level), 0);

const sumWhere = (counts: OutcomeLevel['first'], belongs: (outcome: string) => boolean): number =>
  Object.entries(counts).reduce((sum, [name, count]) => sum + (belongs(name) ? count : 0), 0);

function reactionsOf(feeling: Feeling, levels: readonly OutcomeLevel[]): Reactions {
  const n = sumOf(levels, ({ closed }) => closed);
  const share = (value: (level: OutcomeLevel) => number): Share => shareOf(sumOf(levels, value), n);
  const names = new Set(levels.flatMap(({ first }) => Object.keys(first)));
  return {
    feeling,
    n,
    open: sumOf(levels, ({ open }) => open),
    first: [...names]
      .map((outcome) => ({ outcome, share: share(({ first }) => first[outcome] ?? 0) }))
      .sort((a, b) => b.share.count - a.share.count || (a.outcome < b.outcome ? -1 : 1)),
    grew: share((level) => followed(level, 'grew')),
    left: share((level) => followed(level, 'left')),
    nothing: share(({ none }) => none),
    returned: share(({ returned }) => returned),
    gone: share(({ gone }) => gone),
  };
}

const partOf = (levels: readonly OutcomeLevel[], outcome: OutcomeRatio['outcome']): Part => ({
  count: sumOf(levels, (level) => followed(level, outcome)),
  n: sumOf(levels, ({ closed }) => closed),
});

function ratioOf(all: readonly OutcomeCounts[], outcome: OutcomeRatio['outcome']): OutcomeRatio {
  // Only a prospect can make the first purchase.
  const rows = outcome === 'purchase' ? all.filter(({ standing }) => standing === 'prospect') : all;
  const part = (some: readonly OutcomeCounts[], feeling: Feeling) =>
    partOf(levelsWhere(some, feeling), outcome);
  const [positive, negative] = [part(rows, 'positive'), part(rows, 'negative')];
  const enough = Math.min(positive.n, negative.n) >= FEWEST_SHOWN;
  const happened = positive.count + negative.count > 0;
  const crude = (enough && happened && riskRatio(positive, negative)) || null;
  const strata = [...groups(rows).values()];
  const adjusted =
    (crude &&
      strata.length > 1 &&
      stratifiedRatio(strata.map((some) => [part(some, 'positive'), part(some, 'negative')]))) ||
    null;
  const judged = adjusted ?? crude;
  return {
    outcome,
    positive: shareOf(positive.count, positive.n),
    negative: shareOf(negative.count, negative.n),
    crude,
    adjusted,
    strata: strata.length,
    turnsRound: !!crude && !!adjusted && Math.log(crude.value) * Math.log(adjusted.value) < 0,
    eValue: judged && eValue(judged.value),
    eValueOfLimit: judged && eValueOfLimit(judged),
  };
}

/** Rows of people of whom the same is known. */
function groups(rows: readonly OutcomeCounts[]): Map<string, OutcomeCounts[]> {
  const strata = new Map<string, OutcomeCounts[]>();
  for (const row of rows) {
    const key = `${row.standing} ${row.stratum ?? ''}`;
    const some = strata.get(key);
    if (some) some.push(row);
    else strata.set(key, [row]);
  }
  return strata;
}

/** One row for all places of those of whom the same is known: thousands of rows are read once, and not for each figure. */
function summed(rows: readonly OutcomeCounts[]): OutcomeCounts[] {
  const sums: OutcomeCounts[] = [];
  for (const [first, ...others] of groups(rows).values()) {
    if (!first) continue;
    if (others.length === 0) {
      sums.push(first);
      continue;
    }
    const levels = first.levels.map(copyOf);
    for (const row of others)
      for (const [index, level] of row.levels.entries()) addInto(levels[index], level);
    sums.push({ ...first, levels });
  }
  return sums;
}

const copyOf = (level: OutcomeLevel): OutcomeLevel => ({
  ...level,
  outcomes: { ...level.outcomes },
  first: { ...level.first },
});

function addInto(sum: OutcomeLevel | undefined, level: OutcomeLevel) {
  if (!sum || level.closed + level.open === 0) return;
  for (const name of ['closed', 'open', 'none', 'returned', 'gone'] as const)
    sum[name] += level[name];
  for (const counts of ['outcomes', 'first'] as const)
    for (const [name, count] of Object.entries(level[counts]))
      sum[counts][name] = (sum[counts][name] ?? 0) + count;
}

function silentLossOf(rows: readonly OutcomeCounts[]): SilentLoss {
  const gone = (feeling: Feeling): Part => {
    const levels = levelsWhere(rows, feeling);
    return {
      count: sumOf(levels, (level) => level.gone),
      n: sumOf(levels, ({ closed }) => closed),
    };
  };
  const [negative, positive] = [gone('negative'), gone('positive')];
  return {
    afterNegative: shareOf(negative.count, negative.n),
    afterPositive: shareOf(positive.count, positive.n),
    difference: estimateOf(
      negative.count / negative.n - positive.count / positive.n,
      newcombe(negative, positive),
      { n: Math.min(negative.n, positive.n) },
    ),
  };
}

function satisfiedOf(rows: readonly OutcomeCounts[]): SatisfiedAndGone {
  const all = rows.flatMap(({ levels }) => levels);
  const positive = levelsWhere(rows, 'positive');
  const left = (levels: readonly OutcomeLevel[]) =>
    sumOf(levels, (level) => followed(level, 'left'));
  const closed = (levels: readonly OutcomeLevel[]) => sumOf(levels, (level) => level.closed);
  return {
    ofThoseWhoLeft: shareOf(left(positive), left(all)),
    ofThoseWhoStayed: shareOf(closed(positive) - left(positive), closed(all) - left(all)),
    ofAll: shareOf(closed(positive), closed(all)),
  };
}
