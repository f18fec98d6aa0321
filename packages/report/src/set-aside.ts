import { BURST, type LevelCounts } from '@wayfelt/protocol';
import type { ReportCounts, SetAsideCounts } from './counts.js';
import { addLevels, noLevels, totalOf } from './levels.js';

/** What was left out of the figures, and by which rule: never silently. */
export interface SetAside {
  /** So many answers, which came faster than a person gives them. */
  answers: number;
  levels: LevelCounts;
  places: (SetAsideCounts & { answers: number })[];
  /** `answers` or more of one visitor, each at most `apartMs` after the one before. */
  rule: typeof BURST;
  /** They are in the figures of places all the same, because that was asked for. */
  counted: boolean;
}

export function setAsideOf({ places, counted }: NonNullable<ReportCounts['setAside']>): SetAside {
  const levels = places.reduce((sum, place) => addLevels(sum, place.levels), noLevels());
  return {
    answers: totalOf(levels),
    levels,
    places: places
      .map((place) => ({ ...place, answers: totalOf(place.levels) }))
      .sort((a, b) => b.answers - a.answers),
    rule: BURST,
    counted,
  };
}
