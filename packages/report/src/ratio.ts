import { Z95 } from './distributions.js';
import type { Interval } from './interval.js';

/** So many of n. */
export interface Part {
  count: number;
  n: number;
}

/** How many times as often the first did it as the second, with its 95% interval. */
export interface Ratio extends Interval {
  value: number;
}

/**
 * Risk ratio with the log interval of Katz et al. (1978, Biometrics 34:469):
 * ln RR ± z·√(1/a − 1/n₁ + 1/b − 1/n₂); ½ is added to every cell where one is 0. Undefined where a group is empty.
 */
export function riskRatio(first: Part, second: Part): Ratio | undefined {
  if (first.n === 0 || second.n === 0) return undefined;
  const add = first.count === 0 || second.count === 0 ? 0.5 : 0;
  const [a, n1] = [first.count + add, first.n + 2 * add];
  const [b, n2] = [second.count + add, second.n + 2 * add];
  const value = a / n1 / (b / n2);
  return around(value, Math.max(0, 1 / a - 1 / n1 + 1 / b - 1 / n2));
}

/**
 * Mantel–Haenszel risk ratio over strata, with the variance of Greenland & Robins (1985, Biometrics 41:55): what
 * remains when only like is compared with like. Undefined where no stratum has both groups, or nobody did it.
 */
export function stratifiedRatio(strata: readonly (readonly [Part, Part])[]): Ratio | undefined {
  let [above, below, spread] = [0, 0, 0];
  for (const [first, second] of strata) {
    const n = first.n + second.n;
    if (first.n === 0 || second.n === 0) continue;
    above += (first.count * second.n) / n;
    below += (second.count * first.n) / n;
    spread +=
      (first.n * second.n * (first.count + second.count) - first.count * second.count * n) /
      (n * n);
  }
  if (above === 0 || below === 0) return undefined;
  return around(above / below, Math.max(0, spread / (above * below)));
}

/**
 * How strongly a hidden factor would have to go with both the feeling and the outcome to explain the ratio away:
 * RR + √(RR(RR − 1)) (VanderWeele & Ding 2017, Ann Intern Med 167:268). A ratio below 1 is turned over first.
 */
export function eValue(ratio: number): number {
  const rr = ratio < 1 ? 1 / ratio : ratio;
  return rr + Math.sqrt(rr * (rr - 1));
}

/** The E-value of the end of the interval that is nearer to 1; 1 where the interval contains it. */
export function eValueOfLimit({ low, high }: Interval): number {
  if (low <= 1 && high >= 1) return 1;
  return eValue(low > 1 ? low : high);
}

function around(value: number, variance: number): Ratio {
  const half = Z95 * Math.sqrt(variance);
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}
