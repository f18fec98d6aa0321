/** A grouped logistic regression of yes/no on one number. */
export interface Slope {
  /** Change of the log odds per step, and its standard error. */
  slope: number;
  error: number;
  intercept: number;
  /** All who did it are above all who did not: the slope has no finite value. */
  separated: boolean;
}

/**
 * Maximum likelihood by iteratively reweighted least squares (McCullagh & Nelder 1989, 4.4). `x[i]` is met `yes[i]`
 * times with and `no[i]` times without the outcome. Undefined where all x are alike or an outcome is missing.
 */
export function logisticSlope(
  x: readonly number[],
  yes: readonly number[],
  no: readonly number[],
): Slope | undefined {
  const groups = x
    .map((value, index) => ({ value, y: yes[index] ?? 0, n: (yes[index] ?? 0) + (no[index] ?? 0) }))
    .filter(({ n }) => n > 0);
  const total = groups.reduce((sum, { y }) => sum + y, 0);
  const trials = groups.reduce((sum, { n }) => sum + n, 0);
  if (groups.length < 2 || total === 0 || total === trials) return undefined;
  if (isSeparated(groups)) return { slope: 0, error: 0, intercept: 0, separated: true };
  let [a, b, error] = [Math.log(total / (trials - total)), 0, 0];
  for (let step = 0; step < 50; step++) {
    let [w0, w1, w2, u0, u1] = [0, 0, 0, 0, 0];
    for (const { value, y, n } of groups) {
      const p = 1 / (1 + Math.exp(-(a + b * value)));
      const w = n * p * (1 - p);
      w0 += w;
      w1 += w * value;
      w2 += w * value * value;
      u0 += y - n * p;
      u1 += (y - n * p) * value;
    }
    const determinant = w0 * w2 - w1 * w1;
    if (!(determinant > 0)) return { slope: 0, error: 0, intercept: 0, separated: true };
    const [da, db] = [(w2 * u0 - w1 * u1) / determinant, (w0 * u1 - w1 * u0) / determinant];
    [a, b, error] = [a + da, b + db, Math.sqrt(w0 / determinant)];
    if (Math.abs(da) + Math.abs(db) < 1e-12) break;
  }
  return { slope: b, error, intercept: a, separated: false };
}

function isSeparated(groups: readonly { value: number; y: number; n: number }[]): boolean {
  const yes = groups.filter(({ y }) => y > 0).map(({ value }) => value);
  const no = groups.filter(({ y, n }) => n > y).map(({ value }) => value);
  return Math.min(...yes) >= Math.max(...no) || Math.max(...yes) <= Math.min(...no);
}
