/** One period of a control chart of a share. */
export interface AlarmPoint {
  /** Exponentially weighted share. */
  smoothed: number;
  low: number;
  high: number;
  alarm: boolean;
}

const LAMBDA = 0.2;
/** One false alarm in about 260 weeks (median, at 50 answers a week). */
const LIMIT = 2.86;

/**
 * EWMA chart of a share with unequal n: e ← λp + (1 − λ)e, V ← (1 − λ)²V + λ²p₀(1 − p₀)/n, alarm where
 * |e − p₀| > L·√V (Roberts 1959; NIST/SEMATECH 6.3.2.4). Periods without answers change nothing.
 */
export function ewma(
  expected: number,
  periods: readonly { count: number; n: number }[],
): AlarmPoint[] {
  let smoothed = expected;
  let variance = 0;
  return periods.map(({ count, n }) => {
    if (n > 0) {
      smoothed = (LAMBDA * count) / n + (1 - LAMBDA) * smoothed;
      variance = (1 - LAMBDA) ** 2 * variance + (LAMBDA ** 2 * expected * (1 - expected)) / n;
    }
    const half = LIMIT * Math.sqrt(variance);
    return {
      smoothed,
      low: Math.max(0, expected - half),
      high: Math.min(1, expected + half),
      alarm: Math.abs(smoothed - expected) > half,
    };
  });
}
