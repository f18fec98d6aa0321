import type { LevelCounts, Standing } from '@wayfelt/protocol';

/** One stage of the made-up shop: its answers, and the interval of their positive share. */
export interface SampleRow {
  stage: string;
  standing: Standing;
  levels: LevelCounts;
  low: number;
  high: number;
}

const row = (
  stage: string,
  standing: Standing,
  levels: LevelCounts,
  low: number,
  high: number,
): SampleRow => ({ stage, standing, levels, low, high });

/**
 * Made-up answers, so that a team sees what it will get before anybody has answered. The intervals are the report's
 * own (its test holds them against it); they stand here because the report's statistics do not come to the browser.
 */
export const SAMPLE: readonly SampleRow[] = [
  row('awareness', 'prospect', [6, 14, 28, 55, 72, 60, 38, 12], 0.5813, 0.6922),
  row('search', 'prospect', [14, 32, 44, 48, 50, 36, 18, 6], 0.383, 0.5058),
  row('consideration', 'prospect', [4, 9, 18, 34, 44, 40, 24, 8], 0.5687, 0.7072),
  row('awareness', 'customer', [1, 3, 6, 14, 22, 24, 16, 6], 0.6411, 0.818),
  row('search', 'customer', [2, 4, 8, 15, 26, 28, 18, 6], 0.6379, 0.8042),
  row('consideration', 'customer', [1, 3, 6, 12, 22, 26, 18, 7], 0.6742, 0.8418),
  row('purchase', 'customer', [3, 6, 12, 24, 40, 44, 28, 10], 0.6586, 0.7921),
  row('delivery', 'customer', [6, 14, 20, 30, 38, 34, 18, 6], 0.5023, 0.6508),
  row('installation', 'customer', [10, 18, 26, 28, 30, 22, 10, 3], 0.3644, 0.5229),
  row('use', 'customer', [2, 5, 10, 22, 44, 56, 48, 22], 0.7551, 0.8604),
  row('after-service', 'customer', [4, 8, 14, 18, 22, 18, 10, 4], 0.4525, 0.6457),
  row('disposal', 'customer', [2, 4, 6, 10, 10, 8, 4, 1], 0.37, 0.6504),
];
