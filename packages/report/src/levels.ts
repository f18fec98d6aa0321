import { LEVELS, isNegative, isPositive, type LevelCounts } from '@wayfelt/protocol';

/** Eight zeros. */
export const noLevels = (): LevelCounts => [0, 0, 0, 0, 0, 0, 0, 0];

/** Histograms merge by addition. */
export function addLevels(...many: readonly (readonly number[])[]): LevelCounts {
  const sum = noLevels();
  // by number: of a thousand touchpoints and their weeks, a hundred thousand are added
  for (const levels of many)
    for (let i = 0; i < levels.length; i += 1) sum[i] = (sum[i] ?? 0) + (levels[i] ?? 0);
  return sum;
}

export const totalOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count) => sum + count, 0);

/** How many answers are at a level that `belongs`. */
export const countWhere = (
  levels: readonly number[],
  belongs: (level: number) => boolean,
): number => levels.reduce((sum, count, index) => sum + (belongs(index + 1) ? count : 0), 0);

export const positiveOf = (levels: readonly number[]): number => countWhere(levels, isPositive);
export const negativeOf = (levels: readonly number[]): number => countWhere(levels, isNegative);

/** Average level and standard deviation (n − 1); 0 answers give NaN, to be guarded by n. */
export function momentsOf(levels: readonly number[]): { n: number; mean: number; sd: number } {
  const n = totalOf(levels);
  const sum = levels.reduce((all, count, index) => all + count * (index + 1), 0);
  const mean = sum / n;
  const squares = levels.reduce((all, count, index) => all + count * (index + 1 - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** The level below which half of the answers lie, and above which half: they differ on a tie ("4–5", never 4.5). */
export function medianOf(levels: readonly number[]): { low: number; high: number } {
  const n = totalOf(levels);
  return { low: levelAt(levels, Math.ceil(n / 2)), high: levelAt(levels, Math.floor(n / 2) + 1) };
}

/** The level of the answer at a rank, 1 (lowest) to n. */
export function levelAt(levels: readonly number[], rank: number): number {
  let seen = 0;
  for (const [index, count] of levels.entries()) {
    seen += count;
    if (seen >= rank) return index + 1;
  }
  return LEVELS.length;
}
