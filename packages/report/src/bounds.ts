import {
  EMOTIONAL_FROM,
  FEWEST_SHOWN,
  isPositive,
  NEUTRAL,
  type Level,
  type LevelCounts,
} from '@wayfelt/protocol';
import { countWhere, negativeOf, positiveOf, totalOf } from './levels.js';

/** What a share would be if every silent visitor had said no, and if every one had said yes. */
export interface WorstCase {
  low: number;
  high: number;
  /** The share that answered, r. */
  answered: number;
}

export interface Bounds {
  positive: WorstCase;
  indifferent: WorstCase;
  negative: WorstCase;
  emotional: WorstCase;
  rational: WorstCase;
  /** Of how many visitors that could have answered. */
  of: number;
}

/**
 * Worst-case bounds [r·p, r·p + 1 − r] without any assumption about those who stayed silent
 * (Manski 1989, J Human Resources 24:343). `asked` is who saw the question (or met the place). Null under `FEWEST_SHOWN` answers.
 */
export function boundsOf(
  levels: LevelCounts,
  asked: number,
  emotionalFrom: Level = EMOTIONAL_FROM,
): Bounds | null {
  const n = totalOf(levels);
  const of = Math.max(asked, n);
  if (n < FEWEST_SHOWN) return null;
  const where = (belongs: (level: number) => boolean): WorstCase =>
    worstCase(countWhere(levels, belongs), n, of);
  return {
    positive: worstCase(positiveOf(levels), n, of),
    indifferent: where((level) => level === NEUTRAL),
    negative: worstCase(negativeOf(levels), n, of),
    emotional: where((level) => level >= emotionalFrom),
    rational: where((level) => isPositive(level) && level < emotionalFrom),
    of,
  };
}

function worstCase(count: number, n: number, of: number): WorstCase {
  return { low: count / of, high: (count + of - n) / of, answered: n / of };
}

/** What the share would be if `silent` of the silent visitors had said so: for a "what if" slider. */
export const shareIfSilent = (bounds: WorstCase, silent: number): number =>
  bounds.low + silent * (bounds.high - bounds.low);
