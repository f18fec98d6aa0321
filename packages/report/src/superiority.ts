import { twoSidedP, Z95 } from './distributions.js';
import type { Interval } from './interval.js';
import { totalOf } from './levels.js';

/** The Mann–Whitney statistic of two histograms, its z without continuity correction, and two-sided p. */
export interface RankTest {
  u: number;
  z: number;
  p: number;
}

/**
 * Mann–Whitney from two histograms, with ties: U = Σ aₖ(B₍<k₎ + bₖ/2), σ² = n₁n₂/12·((N + 1) − Σ(t³ − t)/(N(N − 1)))
 * (Lehmann 1975, Nonparametrics, 1.4). U counts pairs in which the first is better. All alike: p = 1.
 */
export function rankTest(first: readonly number[], second: readonly number[]): RankTest {
  const n1 = totalOf(first);
  const n2 = totalOf(second);
  const n = n1 + n2;
  const u = pairsWon(first, second);
  if (n1 === 0 || n2 === 0) return { u, z: 0, p: 1 };
  const ties = first.reduce((sum, a, index) => sum + cubeLess(a + (second[index] ?? 0)), 0);
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  if (!(variance > 0)) return { u, z: 0, p: 1 };
  const z = (u - (n1 * n2) / 2) / Math.sqrt(variance);
  return { u, z, p: twoSidedP(z) };
}

const cubeLess = (t: number): number => t * t * t - t;

function pairsWon(first: readonly number[], second: readonly number[]): number {
  let below = 0;
  let won = 0;
  for (const [index, count] of first.entries()) {
    const other = second[index] ?? 0;
    won += count * (below + other / 2);
    below += other;
  }
  return won;
}

/** The probability A that a random answer of the first group is better than one of the second; ties count half. */
export interface Superiority extends Interval {
  value: number;
  /** The two groups do not overlap at all (or never differ): the interval is Newcombe's. */
  separated: boolean;
}

/**
 * A = U/(n₁n₂) with the variance of DeLong et al. (1988, Biometrics 44:837) on the logit scale (Pohar Perme & Manevski
 * 2019, SMMR 28:3286), which keeps the limits inside 0–1. Where that variance is 0 (separated, or all alike):
 * Newcombe 2006 (Stat Med 25:559), method 5.
 */
export function superiority(
  first: readonly number[],
  second: readonly number[],
): Superiority | undefined {
  const n1 = totalOf(first);
  const n2 = totalOf(second);
  if (n1 < 2 || n2 < 2) return undefined;
  const value = pairsWon(first, second) / (n1 * n2);
  const variance = placementVariance(first, second) / n1 + placementVariance(second, first) / n2;
  if (value <= 0 || value >= 1 || variance <= 0)
    return { value, ...scoreInterval(value, n1, n2), separated: true };
  const logit = Math.log(value / (1 - value));
  const half = (Z95 * Math.sqrt(variance)) / (value * (1 - value));
  const back = (x: number): number => 1 / (1 + Math.exp(-x));
  return { value, low: back(logit - half), high: back(logit + half), separated: false };
}

/** Variance (n − 1) over one group of the share of the other group that each answer beats. */
function placementVariance(group: readonly number[], other: readonly number[]): number {
  const n = totalOf(group);
  const m = totalOf(other);
  let below = 0;
  let sum = 0;
  let squares = 0;
  for (const [index, count] of group.entries()) {
    const here = other[index] ?? 0;
    const placement = (below + here / 2) / m;
    sum += count * placement;
    squares += count * placement * placement;
    below += here;
  }
  return Math.max(0, (squares - (sum * sum) / n) / (n - 1));
}

function scoreInterval(value: number, n1: number, n2: number): Interval {
  const average = (n1 + n2) / 2;
  const spread = (a: number): number =>
    Z95 *
    Math.sqrt((a * (1 - a) * (1 + (average - 1) * ((1 - a) / (2 - a) + a / (1 + a)))) / (n1 * n2));
  const reaches = (a: number): boolean => Math.abs(value - a) <= spread(a);
  return { low: edge(0, value, reaches), high: edge(1, value, reaches) };
}

/** The point between `outside` and `inside` where `reaches` turns true, by bisection. */
function edge(outside: number, inside: number, reaches: (a: number) => boolean): number {
  if (outside === inside) return inside;
  let [out, within] = [outside, inside];
  for (let step = 0; step < 60; step++) {
    const middle = (out + within) / 2;
    if (reaches(middle)) within = middle;
    else out = middle;
  }
  return within;
}
