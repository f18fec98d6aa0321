/**
 * The standard normal distribution function, to 1e-14: its Taylor series near the middle, the continued fraction of
 * Mills' ratio in the tails (Abramowitz & Stegun 26.2.10 and 26.2.14). Kept apart from the report's library, so that
 * the truth does not come from what it checks.
 */
export function phi(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) < 4) {
    let term = x;
    let sum = x;
    for (let k = 3; Math.abs(term) > 1e-17; k += 2) {
      term *= (x * x) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = 0;
  for (let k = 40; k > 0; k--) fraction = k / (Math.abs(x) + fraction);
  const tail = density / (Math.abs(x) + fraction);
  return x > 0 ? 1 - tail : tail;
}

/** Expectation over a standard normal by the trapezoid rule on −8 … 8, exact to about 1e-12 for smooth functions. */
export function expectNormal(value: (x: number) => number): number {
  const step = 0.1;
  let sum = 0;
  for (let k = -80; k <= 80; k++) {
    const x = k * step;
    sum += (value(x) * Math.exp((-x * x) / 2) * step) / Math.sqrt(2 * Math.PI);
  }
  return sum;
}
