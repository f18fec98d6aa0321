import { wilson, type Interval } from './interval.js';
import { enough, FEWEST_SHOWN, type Enough } from './sample-size.js';

/** A share of n, with its 95% interval. Values are null where `shown` is false; `count` and `n` are always there. */
export interface Share {
  /** 0 to 1. */
  share: number | null;
  low: number | null;
  high: number | null;
  count: number;
  n: number;
  shown: boolean;
  /** Why it is not shown, or how far to trust it. */
  enough: Enough;
}

/** Any other figure with its 95% interval; null where not shown. */
export interface Estimate {
  value: number | null;
  low: number | null;
  high: number | null;
  n: number;
  shown: boolean;
  enough: Enough;
}

const UNKNOWN = { low: null, high: null, shown: false } as const;

/**
 * A share with Wilson's interval, not shown under n = 5. `effective` is the n that the interval is computed with, where
 * answers are not independent or are weighted.
 */
export function shareOf(count: number, n: number, effective: number = n): Share {
  if (n < FEWEST_SHOWN) return { share: null, ...UNKNOWN, count, n, enough: enough(n) };
  const share = count / n;
  const { low, high } = wilson(share * effective, effective);
  return {
    share,
    low,
    high,
    count,
    n,
    shown: true,
    enough: enough(n, (high - low) / 2),
  };
}

/** A figure shown from `fewest` answers on, and only where its interval exists. */
export function estimateOf(
  value: number,
  interval: Interval | undefined,
  { n, fewest = FEWEST_SHOWN, wanted }: { n: number; fewest?: number; wanted?: number },
): Estimate {
  if (n < fewest || !Number.isFinite(value))
    return { value: null, ...UNKNOWN, n, enough: n < FEWEST_SHOWN ? enough(n) : 'early' };
  const half = interval && wanted ? (interval.high - interval.low) / 2 : undefined;
  return {
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    n,
    shown: true,
    enough: enough(n, half, wanted),
  };
}

/** A figure that cannot be had from these counts. */
export const noEstimate = (n: number): Estimate => ({
  value: null,
  ...UNKNOWN,
  n,
  enough: enough(n),
});
