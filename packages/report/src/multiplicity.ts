/**
 * Adjusted p values that control the false discovery rate (Benjamini & Hochberg 1995, JRSS-B 57:289, step-up):
 * p₍ᵢ₎·m/i, made monotone from the largest down. `undefined` (suppressed, not tested) stays so and is outside m.
 */
export function adjustForMany(ps: readonly (number | undefined)[]): (number | undefined)[] {
  const tested = ps
    .flatMap((p, index) => (p === undefined || Number.isNaN(p) ? [] : [{ p, index }]))
    .sort((a, b) => b.p - a.p);
  const adjusted: (number | undefined)[] = ps.map(() => undefined);
  let smallest = 1;
  for (const [place, { p, index }] of tested.entries()) {
    smallest = Math.min(smallest, (p * tested.length) / (tested.length - place));
    adjusted[index] = smallest;
  }
  return adjusted;
}
