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
 * One change or none: the Dirichlet–multinomial evidence of the answers before and after each possible split (flat
 * prior over the eight shares), against the evidence of all answers together; splits equally likely beforehand
 * (Smith 1975, Biometrika 62:407). Undefined under two periods with answers.
 */
export function findSplit(periods: readonly (readonly number[])[]): Split | undefined {
  const splits: { index: number; log: number }[] = [];
  const all = addLevels(...periods);
  let before: number[] = addLevels();
  for (const [index, levels] of periods.entries()) {
    const after = all.map((count, level) => count - (before[level] ?? 0));
    if (totalOf(before) > 0 && totalOf(levels) > 0)
      splits.push({ index, log: evidenceOf(before) + evidenceOf(after) });
    before = addLevels(before, levels);
  }
  const [first] = splits;
  if (!first) return undefined;
  const best = splits.reduce((a, b) => (b.log > a.log ? b : a), first);
  const sum = splits.reduce((total, { log }) => total + Math.exp(log - best.log), 0);
  const evidence = (best.log + Math.log(sum / splits.length) - evidenceOf(all)) / Math.LN10;
  return { index: best.index, probability: 1 / sum, evidence };
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
