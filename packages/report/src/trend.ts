import type { Standing } from '@wayfelt/protocol';
import { ewma } from './alarm.js';
import type { PeriodCounts } from './counts.js';
import { shareOf, type Share } from './estimate.js';
import { addLevels, negativeOf, positiveOf, totalOf } from './levels.js';

/** One day or week of the whole slice. */
export interface TrendPoint {
  /** Start in UTC, epoch milliseconds. */
  start: number;
  met: number;
  positive: Share;
  negative: Share;
  /** The positive shares of the two standings. */
  prospects: Share;
  customers: Share;
  /** The control chart of the positive share; null in the first periods, from which it learns what is usual. */
  control: { smoothed: number; low: number; high: number; alarm: boolean } | null;
}

/** One period's answers, of everyone and of each standing. */
type Sums = { levels: number[]; met: number } & Record<Standing, number[]>;

/** So many first periods say what is usual. */
const LEARNING = 8;

/** The slice over time. */
export function trendOf(periods: readonly PeriodCounts[]): TrendPoint[] {
  const starts = new Map<number, Sums>();
  for (const { stage, touchpoint, start, standing, levels, met } of periods) {
    if (stage !== undefined || touchpoint !== undefined) continue;
    const point = starts.get(start) ?? { levels: [], met: 0, prospect: [], customer: [] };
    starts.set(start, {
      ...point,
      levels: addLevels(point.levels, levels),
      met: point.met + met,
      [standing]: addLevels(point[standing], levels),
    });
  }
  const points = [...starts].sort(([a], [b]) => a - b);
  const shares = points.map(([, { levels }]) => ({
    count: positiveOf(levels),
    n: totalOf(levels),
  }));
  const learned = shares.slice(0, LEARNING);
  const [count, n] = [
    totalOf(learned.map((one) => one.count)),
    totalOf(learned.map((one) => one.n)),
  ];
  const chart = n >= 30 ? ewma(count / n, shares.slice(LEARNING)) : [];
  return points.map(([start, { levels, met, prospect, customer }], index) => ({
    start,
    met,
    positive: shareOf(positiveOf(levels), totalOf(levels)),
    negative: shareOf(negativeOf(levels), totalOf(levels)),
    prospects: shareOf(positiveOf(prospect), totalOf(prospect)),
    customers: shareOf(positiveOf(customer), totalOf(customer)),
    control: chart[index - LEARNING] ?? null,
  }));
}
