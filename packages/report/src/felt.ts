import { isNegative, isPositive, NEUTRAL, type Level, type LevelCounts } from '@wayfelt/protocol';
import type { RepeatedAnswers } from './counts.js';
import { estimateOf, shareOf, type Estimate, type Share } from './estimate.js';
import { goodman, meanInterval, medianInterval, netInterval, type Interval } from './interval.js';
import { lazily } from './lazy.js';
import { addLevels, countWhere, medianOf, momentsOf, negativeOf, positiveOf } from './levels.js';
import {
  answersFor,
  enough,
  FEWEST_COMPARED,
  WANTED_HALF_WIDTH,
  type Enough,
} from './sample-size.js';

/** How something felt to one group of people. */
export interface Felt {
  n: number;
  enough: Enough;
  /** How many more answers the positive share needs for an interval of ± 10 points. */
  missing: number;
  /** `[level - 1] → n`: the distribution comes first. */
  levels: LevelCounts;
  /** Each level's share, `[level - 1]`, with intervals that hold for all eight at once (Goodman). */
  bars: Share[];
  /** Levels 5–8. */
  positive: Share;
  /** Level 4. */
  indifferent: Share;
  /** Levels 1–3. */
  negative: Share;
  /** Emotional loyalty: from the level that the settings say, 7 by default. */
  emotional: Share;
  /** Rational loyalty: positive, but below emotional. */
  rational: Share;
  /** Level 1. */
  loathing: Share;
  /** Positive less negative share, −1 to 1; a random clicker scores + 0.125. */
  net: Estimate;
  /** Two levels on a tie; null under n = 5. `from`–`to` is its interval (n ≥ 6). */
  median: { low: number; high: number; from: number | null; to: number | null } | null;
  /** Average level, 1 to 8. Secondary: it treats the steps between levels as equal, which nobody has shown. */
  mean: Estimate & { treatsStepsAsEqual: true };
}

/**
 * The effective n of a share of answers that some visitors gave repeatedly: n over the design effect of the linearised
 * ratio, V = G/(G − 1)·Σ(pᵢ − p·nᵢ)²/n² (Cochran, Sampling Techniques, 6.3), never more than n.
 */
export function effectiveN(n: number, positive: number, repeated?: RepeatedAnswers): number {
  if (!repeated || repeated.visitors < 2 || repeated.visitors >= n) return n;
  const { visitors: g, pp, pn, nn } = repeated;
  const p = positive / n;
  const variance = ((g / (g - 1)) * (pp - 2 * p * pn + p * p * nn)) / (n * n);
  const independent = (p * (1 - p)) / n;
  if (!(variance > independent) || independent === 0) return n;
  return Math.max(1, (n * independent) / variance);
}

/** All figures of one histogram. */
export function feltOf(
  levels: LevelCounts,
  {
    emotionalFrom = 7,
    repeated,
  }: { emotionalFrom?: Level; repeated?: RepeatedAnswers | undefined } = {},
): Felt {
  const { n, mean } = momentsOf(levels);
  const positives = positiveOf(levels);
  const negatives = negativeOf(levels);
  const effective = effectiveN(n, positives, repeated);
  const shareWhere = (belongs: (level: number) => boolean): Share =>
    shareOf(countWhere(levels, belongs), n, effective);
  const interval = (): Interval =>
    netInterval((positives * effective) / n, (negatives * effective) / n, effective);
  return lazily<Felt>({
    n: () => n,
    enough: () => enough(n),
    missing: () => Math.max(0, answersFor(WANTED_HALF_WIDTH) - Math.floor(effective)),
    levels: () => addLevels(levels),
    bars: () => barsOf(levels, n),
    positive: () => shareWhere(isPositive),
    indifferent: () => shareWhere((level) => level === NEUTRAL),
    negative: () => shareWhere(isNegative),
    emotional: () => shareWhere((level) => level >= emotionalFrom),
    rational: () => shareWhere((level) => isPositive(level) && level < emotionalFrom),
    loathing: () => shareWhere((level) => level === 1),
    net: () => estimateOf((positives - negatives) / n, interval(), { n, fewest: FEWEST_COMPARED }),
    median: () => medianFigure(levels, n),
    mean: () => ({
      ...estimateOf(
        mean,
        widened(meanInterval(levels), mean, Math.sqrt(n / Math.max(1, effective))),
        { n, fewest: FEWEST_COMPARED },
      ),
      treatsStepsAsEqual: true,
    }),
  });
}

function barsOf(levels: LevelCounts, n: number): Share[] {
  const intervals = goodman(levels);
  return levels.map((count, index) => {
    const bar = shareOf(count, n);
    const interval = intervals[index];
    return bar.shown && interval ? { ...bar, ...interval } : bar;
  });
}

function medianFigure(levels: LevelCounts, n: number): Felt['median'] {
  if (enough(n) === 'none' || enough(n) === 'too-few') return null;
  const interval = medianInterval(levels);
  return { ...medianOf(levels), from: interval?.low ?? null, to: interval?.high ?? null };
}

function widened(
  interval: { low: number; high: number } | undefined,
  middle: number,
  by: number,
): { low: number; high: number } | undefined {
  if (!interval) return undefined;
  return {
    low: Math.max(1, middle - (middle - interval.low) * by),
    high: Math.min(8, middle + (interval.high - middle) * by),
  };
}
