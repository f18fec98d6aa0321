import jstat from 'jstat';

/** The standard normal quantile of a two-sided 95% interval. */
export const Z95 = 1.959963984540054;

export const normalCdf = (z: number): number => jstat.normal.cdf(z, 0, 1);

export const normalQuantile = (p: number): number => jstat.normal.inv(p, 0, 1);

/** Two-sided p of a standard normal statistic; from the lower tail, since `1 - cdf` is 0 from z = 8.3. */
export const twoSidedP = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z)));

export const studentQuantile = (p: number, df: number): number => jstat.studentt.inv(p, df);

export const chiSquareQuantile = (p: number, df: number): number => jstat.chisquare.inv(p, df);

/** P(χ² with `df` degrees of freedom > x). */
export const chiSquareTail = (x: number, df: number): number =>
  Math.max(0, 1 - jstat.chisquare.cdf(x, df));

/** ln Γ(x), x > 0. */
export const logGamma = (x: number): number => jstat.gammaln(x);
