import { FEWEST_SHOWN, NEUTRAL } from '@wayfelt/protocol';
import type { PathSample, VisitorPath } from './counts.js';
import { shareOf, type Share } from './estimate.js';
import { noLevels } from './levels.js';
import type { LevelCounts } from '@wayfelt/protocol';

type Answer = VisitorPath['answers'][number];

/** The strongest moments of visitors' journeys, and their ends: what they will remember. */
export interface PeakEnd {
  /** Visitors with at least three answers. */
  visitors: number;
  /** Level of the strongest moment, `[level - 1] → visitors`. */
  peaks: LevelCounts;
  /** Level of the last answer, `[level - 1] → visitors`. */
  ends: LevelCounts;
  /** (peak + end)/2 per visitor, averaged; beside it the plain average of all their answers. Null under n = 5. */
  remembered: number | null;
  average: number | null;
  /** The journey ended on a negative level. */
  endedBadly: Share;
  /** Where the strongest good and bad moments were, most frequent first. */
  highs: { stage: string; touchpoint: string; visitors: number }[];
  lows: { stage: string; touchpoint: string; visitors: number }[];
}

const FEWEST_ANSWERS = 3;

/**
 * Peak–end (Kahneman et al. 1993; as good as the plain average in 174 studies, Alaybek et al. 2022, OBHDP 170:104149),
 * so it explains and is no target.
 */
export function peakEndOf(sample: PathSample | undefined): PeakEnd {
  const journeys = (sample?.paths ?? [])
    .map(({ answers }) => answers)
    .filter(({ length }) => length >= FEWEST_ANSWERS);
  const [peaks, ends] = [noLevels(), noLevels()];
  const [highs, lows] = [new Map<string, Answer[]>(), new Map<string, Answer[]>()];
  let [remembered, average] = [0, 0];
  for (const answers of journeys) {
    const peak = peakOf(answers);
    const end = answers.at(-1) ?? peak;
    peaks[peak.level - 1] = (peaks[peak.level - 1] ?? 0) + 1;
    ends[end.level - 1] = (ends[end.level - 1] ?? 0) + 1;
    const side = peak.level >= NEUTRAL ? highs : lows;
    side.set(peak.touchpoint, [...(side.get(peak.touchpoint) ?? []), peak]);
    remembered += (peak.level + end.level) / 2;
    average += answers.reduce((sum, { level }) => sum + level, 0) / answers.length;
  }
  const n = journeys.length;
  const negative = ends.slice(0, NEUTRAL - 1).reduce((sum, count) => sum + count, 0);
  return {
    visitors: n,
    peaks,
    ends,
    remembered: n < FEWEST_SHOWN ? null : remembered / n,
    average: n < FEWEST_SHOWN ? null : average / n,
    endedBadly: shareOf(negative, n),
    highs: mostFrequent(highs),
    lows: mostFrequent(lows),
  };
}

/** The answer farthest from neutral, each side scaled to 1; of equals the later one. */
export function peakOf<T extends { level: number }>(answers: readonly T[]): T {
  const [first, ...rest] = answers;
  if (!first) throw new Error('a journey without answers has no peak');
  return rest.reduce((peak, answer) => (strength(answer) >= strength(peak) ? answer : peak), first);
}

const strength = ({ level }: { level: number }): number =>
  level >= NEUTRAL ? (level - NEUTRAL) / (8 - NEUTRAL) : (NEUTRAL - level) / (NEUTRAL - 1);

const mostFrequent = (places: Map<string, Answer[]>): PeakEnd['highs'] =>
  [...places]
    .map(([touchpoint, answers]) => ({
      stage: answers[0]?.stage ?? '',
      touchpoint,
      visitors: answers.length,
    }))
    .sort((a, b) => b.visitors - a.visitors || (a.touchpoint < b.touchpoint ? -1 : 1))
    .slice(0, 10);
