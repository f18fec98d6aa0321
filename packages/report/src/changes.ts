import type { LevelCounts } from '@wayfelt/protocol';
import { compare, type Comparison } from './compare.js';
import type { Mark, PeriodCounts } from './counts.js';
import { logGamma } from './distributions.js';
import { addLevels, totalOf } from './levels.js';
import { placeKey } from './place.js';

/** A week (or day) from which on a place felt otherwise. */
export interface Change {
  /** Absent: the whole slice. */
  stage?: string;
  touchpoint?: string;
  /** Start of the first period of the new feeling, epoch milliseconds. */
  at: number;
  /** P(it was this period | there was one change), 0 to 1. */
  probability: number;
  /** log₁₀ of how much better "one change" explains the answers than "no change"; shown from 1 on. */
  evidence: number;
  direction: 'better' | 'worse' | 'otherwise';
  /** The answers after (first) against those before (second). */
  difference: Comparison;
  /** What the team marked in the period of the change or the one before. */
  marks: Mark[];
}

/** What is known about one series. */
export interface Split {
  /** Index of the first period after the change. */
  index: number;
  probability: number;
  evidence: number;
}

/**
 * One change or none, splits equally likely beforehand (Smith 1975, Biometrika 62:407). A change is half believed to
 * be of any kind (Dirichlet–multinomial evidence of the answers before and after, flat prior over the eight shares),
 * half to be a move up or down the ladder, which is found from far fewer answers (a shift of the mean rank, with the
 * unit-information evidence of Kass & Wasserman 1995, JASA 90:928). Undefined under two periods with answers.
 */
export function findSplit(periods: readonly (readonly number[])[]): Split | undefined {
  const splits: { index: number; log: number }[] = [];
  const all = addLevels(...periods);
  const together = evidenceOf(all);
  const scores = centredRanks(all);
  let before: number[] = addLevels();
  for (const [index, levels] of periods.entries()) {
    if (totalOf(before) > 0 && totalOf(levels) > 0) {
      const after = all.map((count, level) => count - (before[level] ?? 0));
      const any = evidenceOf(before) + evidenceOf(after) - together;
      splits.push({ index, log: logMean([any, shiftEvidence(before, all, scores)]) });
    }
    before = addLevels(before, levels);
  }
  const [first] = splits;
  if (!first) return undefined;
  const best = splits.reduce((a, b) => (b.log > a.log ? b : a), first);
  const mean = logMean(splits.map(({ log }) => log));
  return {
    index: best.index,
    probability: Math.exp(best.log - mean) / splits.length,
    evidence: mean / Math.LN10,
  };
}

/** ln of the average of the exponentials. */
function logMean(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0) / logs.length);
}

/** The mean rank of each level among all answers, less the middle rank. */
function centredRanks(all: readonly number[]): number[] {
  let below = 0;
  return all.map((count) => {
    const rank = below + (count + 1) / 2;
    below += count;
    return rank - (totalOf(all) + 1) / 2;
  });
}

/** Spread as of so many more answers: a handful that happens to fall apart is not certainty. */
const CAUTIOUS_ANSWERS = 4;

/** ln of the evidence for one shift of the mean rank against none: −n/2·ln(1 − R²) − ½·ln n. */
function shiftEvidence(
  before: readonly number[],
  all: readonly number[],
  scores: readonly number[],
): number {
  const [n1, n] = [totalOf(before), totalOf(all)];
  const spread = all.reduce((sum, count, level) => sum + count * (scores[level] ?? 0) ** 2, 0);
  const sum1 = before.reduce((sum, count, level) => sum + count * (scores[level] ?? 0), 0);
  // The scores add up to 0, so the sums before and after are opposite.
  const between = (sum1 * sum1) / n1 + (sum1 * sum1) / Math.max(1, n - n1);
  const explained = between / (spread + (CAUTIOUS_ANSWERS * n * n) / 12);
  return (-n / 2) * Math.log(1 - explained) - Math.log(n) / 2;
}

/** ln of the Dirichlet–multinomial evidence with α = 1 for each level. */
function evidenceOf(levels: readonly number[]): number {
  const k = levels.length;
  return (
    logGamma(k) -
    logGamma(k + totalOf(levels)) +
    levels.reduce((sum, count) => sum + logGamma(count + 1), 0)
  );
}

/** Ten times as likely as no change: what is shown. */
const SHOWN_FROM = 1;

/** Changes in every series of the slice, surest first. A running period counts like any other. */
export function changesIn(periods: readonly PeriodCounts[], marks: readonly Mark[]): Change[] {
  const series = new Map<string, Map<number, { period: PeriodCounts; levels: LevelCounts }>>();
  for (const period of periods) {
    const key = placeKey(period.stage, period.touchpoint);
    const starts = series.get(key) ?? new Map();
    const levels = addLevels(starts.get(period.start)?.levels ?? [], period.levels);
    starts.set(period.start, { period, levels });
    series.set(key, starts);
  }
  return [...series.values()]
    .flatMap((starts) => changeIn([...starts.values()], marks) ?? [])
    .sort((a, b) => b.evidence - a.evidence);
}

function changeIn(
  entries: { period: PeriodCounts; levels: LevelCounts }[],
  marks: readonly Mark[],
): Change | undefined {
  const sorted = entries.sort((a, b) => a.period.start - b.period.start);
  const split = findSplit(sorted.map(({ levels }) => levels));
  const found = split && sorted[split.index];
  if (!split || !found || split.evidence <= SHOWN_FROM) return undefined;
  const { stage, touchpoint, start } = found.period;
  const [before, next] = [sorted[split.index - 1], sorted[split.index + 1]];
  const after = addLevels(...sorted.slice(split.index).map(({ levels }) => levels));
  const earlier = addLevels(...sorted.slice(0, split.index).map(({ levels }) => levels));
  const difference = compare(after, earlier);
  const end = next?.period.start ?? start + (start - (before?.period.start ?? start));
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    at: start,
    probability: split.probability,
    evidence: split.evidence,
    direction: directionOf(difference),
    difference,
    marks: marks.filter(({ at }) => at >= (before?.period.start ?? start) && at < end),
  };
}

function directionOf({ superiority: { value } }: Comparison): Change['direction'] {
  if (value === null || Math.abs(value - 0.5) < 0.02) return 'otherwise';
  return value > 0.5 ? 'better' : 'worse';
}
