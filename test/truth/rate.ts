/** Counts how often something held. */
export interface Rate {
  add(held: boolean): void;
  share(): number;
  n(): number;
}

export function createRate(): Rate {
  let [held, n] = [0, 0];
  return {
    add(holds) {
      n += 1;
      if (holds) held += 1;
    },
    share: () => held / n,
    n: () => n,
  };
}

/** Does an interval contain it? Rounding apart. */
export const contains = (
  { low, high }: { low: number | null; high: number | null },
  truth: number,
): boolean => low !== null && high !== null && low <= truth + 1e-9 && truth - 1e-9 <= high;

/** What was measured goes to the screen, so that a run documents itself. */
export function say(what: string, measured: Record<string, number>): void {
  const figures = Object.entries(measured).map(
    ([name, value]) => `${name} ${Math.round(value * 1_000) / 1_000}`,
  );
  console.log(`${what}: ${figures.join(', ')}`);
}
