import { compareMany, type Comparison } from './compare.js';
import { placeKey, type PlaceFigures } from './place.js';
import type { Report } from './report.js';

/** Any two slices against each other, place by place. */
export interface SlicesCompared {
  total: Comparison;
  stages: { stage: string; comparison: Comparison }[];
  touchpoints: { stage: string; touchpoint: string; comparison: Comparison }[];
}

/**
 * Compares two reports: the first against the second. Stages are one family of comparisons, touchpoints another. The
 * slices should not overlap: an answer in both would be compared with itself.
 */
export function compareReports(first: Report, second: Report): SlicesCompared {
  const [total] = compareMany([[first.total.felt.all.levels, second.total.felt.all.levels]]);
  if (!total) throw new Error('two reports have two totals');
  return {
    total,
    stages: pairs(first.stages, second.stages).map(({ place, comparison }) => ({
      stage: place.stage ?? '',
      comparison,
    })),
    touchpoints: pairs(first.touchpoints, second.touchpoints).map(({ place, comparison }) => ({
      stage: place.stage ?? '',
      touchpoint: place.touchpoint ?? '',
      comparison,
    })),
  };
}

function pairs(first: readonly PlaceFigures[], second: readonly PlaceFigures[]) {
  const others = new Map(second.map((place) => [placeKey(place.stage, place.touchpoint), place]));
  const both = first.flatMap((place) => {
    const other = others.get(placeKey(place.stage, place.touchpoint));
    return other ? [{ place, other }] : [];
  });
  const comparisons = compareMany(
    both.map(({ place, other }) => [place.felt.all.levels, other.felt.all.levels]),
  );
  return both.flatMap(({ place }, index) => {
    const comparison = comparisons[index];
    return comparison ? [{ place, comparison }] : [];
  });
}
