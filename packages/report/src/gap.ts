import type { Belief, LevelCounts } from '@wayfelt/protocol';
import { estimateOf, shareOf, type Estimate, type Share } from './estimate.js';
import { positiveOf, totalOf } from './levels.js';
import { wilson } from './interval.js';

/** What the team believes about one touchpoint against what visitors say. */
export interface Gap {
  stage: string;
  touchpoint: string;
  /** Each member's belief: the team is small, so it is shown as dots and not as an interval. */
  beliefs: readonly Belief[];
  /** The middle belief, 0 to 1. */
  believed: number;
  said: Share;
  /** Believed less said, −1 to 1: above 0 the team thinks too well of it. Its interval is that of the visitors' share. */
  gap: Estimate;
  verdict: 'too-good' | 'too-bad' | 'as-believed' | 'not-yet';
}

/** The delivery gap (Bain 2005). The belief is a number written down, not a sample: only the visitors have an error. */
export function gapOf(
  place: { stage: string; touchpoint: string; levels: LevelCounts },
  beliefs: readonly Belief[],
): Gap | undefined {
  if (beliefs.length === 0) return undefined;
  const n = totalOf(place.levels);
  const count = positiveOf(place.levels);
  const believed = medianOfNumbers(beliefs.map(({ share }) => share));
  const said = shareOf(count, n);
  const { low, high } = wilson(count, n);
  const gap = estimateOf(
    believed - count / n,
    { low: believed - high, high: believed - low },
    { n },
  );
  const { stage, touchpoint } = place;
  return { stage, touchpoint, beliefs, believed, said, gap, verdict: verdictOf(gap) };
}

/** Widest first, those that cannot be told last. */
export const byGap = (a: Gap, b: Gap): number =>
  (b.gap.value ?? Number.NEGATIVE_INFINITY) - (a.gap.value ?? Number.NEGATIVE_INFINITY);

function verdictOf({ low, high }: Estimate): Gap['verdict'] {
  if (low === null || high === null) return 'not-yet';
  if (low > 0) return 'too-good';
  return high < 0 ? 'too-bad' : 'as-believed';
}

function medianOfNumbers(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
