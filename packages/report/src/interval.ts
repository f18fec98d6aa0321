import { chiSquareQuantile, studentQuantile, Z95 } from './distributions.js';
import { levelAt, momentsOf, totalOf } from './levels.js';

/** Both ends of an interval; 95% unless said. */
export interface Interval {
  low: number;
  high: number;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/**
 * Wilson's score interval for a share (Wilson 1927; Newcombe 1998, Stat Med 17:857, method 3):
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). `n` may be an effective, fractional n.
 */
export function wilson(count: number, n: number, z: number = Z95): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const p = clamp(count / n, 0, 1);
  const zz = z * z;
  const middle = p + zz / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  const scale = 1 + zz / n;
  return {
    low: Math.min(p, clamp((middle - half) / scale, 0, 1)),
    high: Math.max(p, clamp((middle + half) / scale, 0, 1)),
  };
}

/**
 * Net share (positive − negative), adjusted Wald (Rocks 2016, Am Stat 70:365): three answers are added, ¾ to each of
 * the two tails and the rest to the middle; d ± z·√((a + b − d²)/(n + 3)).
 */
export function netInterval(positive: number, negative: number, n: number): Interval {
  const m = n + 3;
  const a = (positive + 0.75) / m;
  const b = (negative + 0.75) / m;
  const d = a - b;
  const half = Z95 * Math.sqrt(Math.max(0, a + b - d * d) / m);
  const net = n > 0 ? (positive - negative) / n : 0;
  return {
    low: Math.min(net, clamp(d - half, -1, 1)),
    high: Math.max(net, clamp(d + half, -1, 1)),
  };
}

/** Average level: x̄ ± t·s/√n. Undefined for n < 2 or where all answers are alike (an interval of width 0 would lie). */
export function meanInterval(levels: readonly number[]): Interval | undefined {
  const { n, mean, sd } = momentsOf(levels);
  if (n < 2 || sd === 0) return undefined;
  const half = (studentQuantile(0.975, n - 1) * sd) / Math.sqrt(n);
  return { low: clamp(mean - half, 1, 8), high: clamp(mean + half, 1, 8) };
}

/**
 * Median level by order statistics (Conover, Practical Nonparametric Statistics, 3.2): the ranks n/2 ∓ z·√n/2,
 * rounded outwards. Undefined for n < 6, where no pair of ranks reaches 95%.
 */
export function medianInterval(levels: readonly number[]): Interval | undefined {
  const n = totalOf(levels);
  if (n < 6) return undefined;
  const half = (Z95 * Math.sqrt(n)) / 2;
  const low = Math.max(1, Math.floor(n / 2 - half));
  const high = Math.min(n, Math.ceil(n / 2 + 1 + half));
  return { low: levelAt(levels, low), high: levelAt(levels, high) };
}

/**
 * All shares of a distribution at once (Goodman 1965, Technometrics 7:247): with c = χ²₁(1 − α/k),
 * (c + 2h ± √(c(c + 4h(n − h)/n))) / (2(n + c)).
 */
export function goodman(counts: readonly number[]): Interval[] {
  const n = totalOf(counts);
  if (n === 0) return counts.map(() => ({ low: 0, high: 1 }));
  const c = chiSquareQuantile(1 - 0.05 / counts.length, 1);
  return counts.map((h) => {
    const half = Math.sqrt(c * (c + (4 * h * (n - h)) / n));
    return {
      low: clamp((c + 2 * h - half) / (2 * (n + c)), 0, h / n),
      high: clamp((c + 2 * h + half) / (2 * (n + c)), h / n, 1),
    };
  });
}

/**
 * Difference of two independent shares, first − second, from their Wilson intervals
 * (Newcombe 1998, Stat Med 17:873, method 10).
 */
export function newcombe(
  first: { count: number; n: number },
  second: { count: number; n: number },
): Interval {
  const p1 = first.n > 0 ? first.count / first.n : 0;
  const p2 = second.n > 0 ? second.count / second.n : 0;
  const w1 = wilson(first.count, first.n);
  const w2 = wilson(second.count, second.n);
  const d = p1 - p2;
  return {
    low: clamp(d - Math.hypot(p1 - w1.low, w2.high - p2), -1, 1),
    high: clamp(d + Math.hypot(w1.high - p1, p2 - w2.low), -1, 1),
  };
}
