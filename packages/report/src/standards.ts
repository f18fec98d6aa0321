import type { Level, LevelCounts, Standard } from '@wayfelt/protocol';
import { shareOf, type Share } from './estimate.js';
import { countWhere, totalOf } from './levels.js';

/**
 * Answers against the service standard, the zone of tolerance between adequate and desired service (Zeithaml, Berry &
 * Parasuraman 1993, J Acad Mark Sci 21:1): below the minimum people get angry, from `beyond` on they are delighted.
 */
export interface StandardFigures {
  minimum: Level;
  beyond: Level;
  below: Share;
  asExpected: Share;
  beyondExpectation: Share;
}

export function againstStandard(
  levels: LevelCounts,
  { minimum, beyond }: Standard,
): StandardFigures {
  const n = totalOf(levels);
  return {
    minimum,
    beyond,
    below: shareOf(
      countWhere(levels, (level) => level < minimum),
      n,
    ),
    asExpected: shareOf(
      countWhere(levels, (level) => level >= minimum && level < beyond),
      n,
    ),
    beyondExpectation: shareOf(
      countWhere(levels, (level) => level >= beyond),
      n,
    ),
  };
}
