import { FEWEST_SHOWN } from '@wayfelt/protocol';
import { Z95 } from './distributions.js';

/**
 * What n allows: `none` (0), `too-few` (1–4: no share at all), `early` (5–29: the distribution and shares with their
 * intervals, no arrows), `not-yet` (enough for comparisons, but the interval is wider than asked), `enough`.
 */
export type Enough = 'none' | 'too-few' | 'early' | 'not-yet' | 'enough';

export { FEWEST_SHOWN } from '@wayfelt/protocol';

/** From here on, means, net feeling and comparisons are shown (both groups must have it). */
export const FEWEST_COMPARED = 30;

/** From here on a touchpoint takes part in a ranking. */
export const FEWEST_RANKED = 10;

/** The half-width that shares should reach: ±10 points, which takes 93 answers at a share of one half. */
export const WANTED_HALF_WIDTH = 0.1;

/** How many answers a Wilson interval needs to be no wider than ± `half` at a share of one half. */
export const answersFor = (half: number): number =>
  Math.max(0, Math.ceil((Z95 * Z95 * (1 - 4 * half * half)) / (4 * half * half)));

/** `half` is the half-width of the interval that has been reached; absent, the worst case for n. */
export function enough(n: number, half?: number, wanted: number = WANTED_HALF_WIDTH): Enough {
  if (n === 0) return 'none';
  if (n < FEWEST_SHOWN) return 'too-few';
  if (n < FEWEST_COMPARED) return 'early';
  return (half ?? (n >= answersFor(wanted) ? 0 : 1)) > wanted ? 'not-yet' : 'enough';
}
