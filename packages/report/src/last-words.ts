import { isNegative, isPositive } from '@wayfelt/protocol';
import type { PathSample } from './counts.js';
import { shareOf, type Share } from './estimate.js';
import { isLeaving } from './outcome-names.js';

/** What visitors had said last before they left, against what everyone said last (Bain 2005: 60–80% "satisfied"). */
export interface LastWords {
  /** Positive, of those who left and had answered before. */
  ofThoseWhoLeft: Share;
  /** Positive, of everyone else's last answer. */
  ofTheOthers: Share;
  negativeOfThoseWhoLeft: Share;
}

/** From visitors' paths: one answer per visitor, the last before leaving (or the last at all). */
export function lastWordsOf(sample: PathSample | undefined): LastWords {
  const [left, others]: [number[], number[]] = [[], []];
  for (const { answers, outcomes } of sample?.paths ?? []) {
    const leaving = outcomes.find(({ outcome }) => isLeaving(outcome));
    const last = answers.filter(({ at }) => !leaving || at <= leaving.at).at(-1);
    if (last) (leaving ? left : others).push(last.level);
  }
  return {
    ofThoseWhoLeft: shareOf(left.filter(isPositive).length, left.length),
    ofTheOthers: shareOf(others.filter(isPositive).length, others.length),
    negativeOfThoseWhoLeft: shareOf(left.filter(isNegative).length, left.length),
  };
}
