import type { LevelCounts } from '@wayfelt/protocol';
import { negativeOf, positiveOf, totalOf } from './levels.js';

/** What a share would be if every silent visitor had said no, and if every one had said yes. */
export interface WorstCase {
  low: number;
  high: number;
  /** The share that answered, r. */
  answered: number;
}

export interface Bounds {
  positive: WorstCase;
  negative: WorstCase;
  /** Of how many visitors that could have answered. */
  of: number;
}

/**
 * Worst-case bounds [r·p, r·p + 1 − r] without any assumption about those who stayed silent
 * (Manski 1989, J Human Resources 24:343). `asked` is who saw the question (or met the place). Null under n = 5.
 */
export function boundsOf(levels: LevelCounts, asked: number): Bounds | null {
  const n = totalOf(levels);
  const of = Math.max(asked, n);
  if (n < 5) return null;
  return {
    positive: worstCase(positiveOf(levels), n, of),
    negative: worstCase(negativeOf(levels), n, of),
    of,
  };
}

function worstCase(count: number, n: number, of: number): WorstCase {
  return { low: count / of, high: (count + of - n) / of, answered: n / of };
}

/** What the share would be if `silent` of the silent visitors had said so: for a "what if" slider. */
export const shareIfSilent = (bounds: WorstCase, silent: number): number =>
  bounds.low + silent * (bounds.high - bounds.low);
