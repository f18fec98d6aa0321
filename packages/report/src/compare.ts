import type { LevelCounts } from '@wayfelt/protocol';
import { estimateOf, noEstimate, type Estimate } from './estimate.js';
import { newcombe } from './interval.js';
import { momentsOf, negativeOf, positiveOf } from './levels.js';
import { adjustForMany } from './multiplicity.js';
import { enough, FEWEST_COMPARED, FEWEST_SHOWN } from './sample-size.js';
import { rankTest, superiority } from './superiority.js';

/** `not-yet`: one of the two has fewer than 30 answers. `unclear`: no difference was shown, which is not "equal". */
export type Verdict = 'worse' | 'better' | 'unclear' | 'not-yet';

/** How large a difference is (Vargha & Delaney 2000, J Educ Behav Stat 25:101): A up to .56, .64, and beyond. */
export type Strength = 'slightly' | 'clearly' | 'much';

/** The first group against the second. */
export interface Comparison {
  verdict: Verdict;
  /** Only with `worse` and `better`. */
  strength?: Strength;
  /** P(a random answer of the first is better than one of the second), ties half; .5 is "no difference". */
  superiority: Estimate;
  /** Difference of the positive shares, first − second (Newcombe), −1 to 1. */
  positive: Estimate;
  /** Difference of the negative shares, first − second. */
  negative: Estimate;
  /** Mann–Whitney with ties; null where it was not tested. */
  p: number | null;
  /** The same after Benjamini–Hochberg within the list that the comparison stands in. */
  adjustedP: number | null;
  n: { first: number; second: number };
}

const ALPHA = 0.05;

/** Compares two histograms. Alone, `adjustedP` is `p`; in a list, use `compareMany`. */
export function compare(first: LevelCounts, second: LevelCounts): Comparison {
  const a = momentsOf(first);
  const b = momentsOf(second);
  const n = { first: a.n, second: b.n };
  const fewest = Math.min(a.n, b.n);
  if (fewest < FEWEST_SHOWN) {
    const unknown = { ...noEstimate(fewest), enough: enough(fewest) };
    return {
      verdict: 'not-yet',
      superiority: unknown,
      positive: unknown,
      negative: unknown,
      p: null,
      adjustedP: null,
      n,
    };
  }
  const better = superiority(first, second);
  const p = fewest >= FEWEST_COMPARED ? rankTest(first, second).p : null;
  return judge(
    {
      verdict: 'not-yet',
      superiority: estimateOf(better?.value ?? Number.NaN, better, { n: fewest }),
      positive: difference(positiveOf(first), a.n, positiveOf(second), b.n),
      negative: difference(negativeOf(first), a.n, negativeOf(second), b.n),
      p,
      adjustedP: p,
      n,
    },
    Math.sign(a.mean - b.mean),
  );
}

/**
 * Compares many pairs as one family: no more than 5% of the differences that are called are expected to be none.
 */
export function compareMany(pairs: readonly (readonly [LevelCounts, LevelCounts])[]): Comparison[] {
  const alone = pairs.map(([first, second]) => compare(first, second));
  const adjusted = adjustForMany(alone.map(({ p }) => p ?? undefined));
  return alone.map((comparison, index) => {
    const pair = pairs[index];
    const direction = pair ? Math.sign(momentsOf(pair[0]).mean - momentsOf(pair[1]).mean) : 0;
    return judge({ ...comparison, adjustedP: adjusted[index] ?? null }, direction);
  });
}

/**
 * Where the average and A point in opposite directions neither is believed: treating steps as equal can turn a
 * difference round (Liddell & Kruschke 2018, JESP 79:328).
 */
function judge(comparison: Comparison, direction: number): Comparison {
  const { strength: _before, ...rest } = comparison;
  const { adjustedP } = comparison;
  const a = comparison.superiority.value;
  if (adjustedP === null || a === null) return { ...rest, verdict: 'not-yet' };
  if (adjustedP > ALPHA || direction !== Math.sign(a - 0.5) || direction === 0)
    return { ...rest, verdict: 'unclear' };
  return { ...rest, verdict: a < 0.5 ? 'worse' : 'better', strength: strengthOf(a) };
}

function strengthOf(a: number): Strength {
  const distance = Math.abs(a - 0.5);
  if (distance < 0.06) return 'slightly';
  return distance < 0.14 ? 'clearly' : 'much';
}

function difference(count1: number, n1: number, count2: number, n2: number): Estimate {
  const interval = newcombe({ count: count1, n: n1 }, { count: count2, n: n2 });
  return estimateOf(count1 / n1 - count2 / n2, interval, { n: Math.min(n1, n2) });
}
