import {
  BELIEF_SHARES,
  EMOTIONAL_FROM,
  isNegative,
  isPositive,
  type Belief,
  type BeliefShare,
  type Level,
  type LevelCounts,
} from '@wayfelt/protocol';
import { estimateOf, shareOf, type Estimate, type Share } from './estimate.js';
import { countWhere, totalOf } from './levels.js';
import { newcombe, wilson, type Interval } from './interval.js';

/** What the team believes about one touchpoint against what visitors say. */
export interface Gap {
  stage: string;
  touchpoint: string;
  /** The answers that are spoken of. */
  of: BeliefShare;
  /** Each member's belief: the team is small, so it is shown as dots and not as an interval. */
  beliefs: readonly Belief[];
  /** The middle belief, 0 to 1; where each was found by asking people, the share of all who were asked. */
  believed: number;
  said: Share;
  /**
   * Believed less said, −1 to 1. Its interval is that of the visitors' share, or that of a difference of two shares
   * where the belief was found by asking people.
   */
  gap: Estimate;
  /** `too-good`: the team thinks too well of it, whichever answers are spoken of. */
  verdict: 'too-good' | 'too-bad' | 'as-believed' | 'not-yet';
}

/** The delivery gaps of one touchpoint (Bain 2005), one for each kind of answer about which something was believed. */
export function gapsOf(
  place: { stage: string; touchpoint: string; levels: LevelCounts },
  beliefs: readonly Belief[],
  emotionalFrom: Level = EMOTIONAL_FROM,
): Gap[] {
  return BELIEF_SHARES.flatMap((of) => {
    const some = beliefs.filter((belief) => (belief.of ?? 'positive') === of);
    return some.length > 0 ? gapOf(place, some, { of, emotionalFrom }) : [];
  });
}

function gapOf(
  { stage, touchpoint, levels }: { stage: string; touchpoint: string; levels: LevelCounts },
  beliefs: readonly Belief[],
  { of, emotionalFrom }: { of: BeliefShare; emotionalFrom: Level },
): Gap {
  const n = totalOf(levels);
  const count = countWhere(levels, (level) => belongs(level, of, emotionalFrom));
  const said = shareOf(count, n);
  const { value: believed, asked } = believedBy(beliefs);
  const gap = estimateOf(believed - count / n, intervalOf({ believed, asked }, { count, n }), {
    n,
  });
  return { stage, touchpoint, of, beliefs, believed, said, gap, verdict: verdictOf(gap, of) };
}

function belongs(level: number, of: BeliefShare, emotionalFrom: Level): boolean {
  if (of === 'positive') return isPositive(level);
  if (of === 'emotional') return level >= emotionalFrom;
  return of === 'negative' ? isNegative(level) : level === 1;
}

/** A number written down has no error of its own; a share of people who were asked has one (Newcombe 1998). */
function intervalOf(
  { believed, asked }: { believed: number; asked: number | undefined },
  { count, n }: { count: number; n: number },
): Interval {
  if (asked !== undefined) return newcombe({ count: believed * asked, n: asked }, { count, n });
  const { low, high } = wilson(count, n);
  return { low: believed - high, high: believed - low };
}

/** The median; or, where people were asked for each belief, the share of them all. */
function believedBy(beliefs: readonly Belief[]): { value: number; asked: number | undefined } {
  const asked = beliefs.reduce((sum, belief) => sum + (belief.asked ?? Number.NaN), 0);
  if (!(asked > 0))
    return { value: medianOfNumbers(beliefs.map(({ share }) => share)), asked: undefined };
  const count = beliefs.reduce((sum, { share, asked: n = 0 }) => sum + share * n, 0);
  return { value: count / asked, asked };
}

/** Believed less said, turned round where more of these answers is worse: above 0 the team thinks too well of it. */
const flattery = ({ of, gap: { value } }: Gap): number =>
  value === null ? Number.NEGATIVE_INFINITY : isGood(of) ? value : -value;

const isGood = (of: BeliefShare): boolean => of === 'positive' || of === 'emotional';

/** The most flattering first, those that cannot be told last. */
export const byGap = (a: Gap, b: Gap): number => flattery(b) - flattery(a) || 0;

function verdictOf({ low, high }: Estimate, of: BeliefShare): Gap['verdict'] {
  if (low === null || high === null) return 'not-yet';
  if (low > 0) return isGood(of) ? 'too-good' : 'too-bad';
  if (high < 0) return isGood(of) ? 'too-bad' : 'too-good';
  return 'as-believed';
}

function medianOfNumbers(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
