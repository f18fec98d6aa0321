import type { RepeatCounts } from './counts.js';
import { shareOf, type Share } from './estimate.js';

/** Pain that comes again: what answers claim (level 2 says "twice or more"), against what this visitor said before. */
export interface RepeatFigures {
  stage?: string;
  touchpoint?: string;
  /** Answers at level 2 or 3. */
  n: number;
  /** Said "twice or more". */
  claimed: Share;
  /** Had said something negative here before. */
  observed: Share;
  /** Of those who had: said so. */
  admitted: Share;
  /** Of those who had not (as far as Wayfelt knows): said "twice or more" all the same. */
  unseen: Share;
}

/** The whole slice first, then each touchpoint, most observed repeats first. */
export function repeatsOf(rows: readonly RepeatCounts[]): RepeatFigures[] {
  const total = rows.reduce(
    (sum, row) => ({
      onceFirst: sum.onceFirst + row.onceFirst,
      onceRepeated: sum.onceRepeated + row.onceRepeated,
      againFirst: sum.againFirst + row.againFirst,
      againRepeated: sum.againRepeated + row.againRepeated,
    }),
    { onceFirst: 0, onceRepeated: 0, againFirst: 0, againRepeated: 0 },
  );
  const touchpoints = rows
    .map((row) => ({ stage: row.stage, touchpoint: row.touchpoint, ...figuresOf(row) }))
    .sort((a, b) => b.observed.count - a.observed.count);
  return [figuresOf(total), ...touchpoints];
}

function figuresOf({
  onceFirst,
  onceRepeated,
  againFirst,
  againRepeated,
}: Omit<RepeatCounts, 'stage' | 'touchpoint'>): RepeatFigures {
  const repeated = onceRepeated + againRepeated;
  const first = onceFirst + againFirst;
  return {
    n: repeated + first,
    claimed: shareOf(againFirst + againRepeated, repeated + first),
    observed: shareOf(repeated, repeated + first),
    admitted: shareOf(againRepeated, repeated),
    unseen: shareOf(againFirst, first),
  };
}
