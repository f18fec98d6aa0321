import type { LevelCounts } from '@wayfelt/protocol';
import type { WeightedAnswers } from './counts.js';
import { shareOf, type Share } from './estimate.js';
import { positiveOf, negativeOf, totalOf } from './levels.js';

/** Shares with each answer counted as 1 / (probability of being asked), where not everybody was asked alike. */
export interface WeightedFelt {
  positive: Share;
  negative: Share;
  /** What n is worth after weighting, (Σw)²/Σw² (Kish 1965, Survey Sampling). */
  effectiveN: number;
}

/** Horvitz–Thompson weights in Hájek's ratio form (1971), with Wilson's interval at the effective n. */
export function weightedOf(
  levels: LevelCounts,
  { levels: sums, squares }: WeightedAnswers,
): WeightedFelt {
  const n = totalOf(levels);
  const weight = totalOf(sums);
  const effectiveN = squares > 0 ? (weight * weight) / squares : 0;
  const share = (count: number): Share =>
    shareOf(weight > 0 ? (count / weight) * n : 0, n, Math.max(1, effectiveN));
  return { positive: share(positiveOf(sums)), negative: share(negativeOf(sums)), effectiveN };
}
