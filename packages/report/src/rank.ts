import type { Standing } from '@wayfelt/protocol';
import { addLevels, momentsOf, negativeOf, totalOf } from './levels.js';
import { adjustForMany } from './multiplicity.js';
import type { Place, Side } from './place.js';
import { FEWEST_COMPARED, FEWEST_RANKED } from './sample-size.js';
import { shrink } from './shrink.js';
import { rankTest } from './superiority.js';

/** One touchpoint in the ranking. */
export interface Ranked {
  stage: string;
  touchpoint: string;
  n: number;
  /** Average level as answered, and shrunk towards its stage with a 90% interval. */
  average: number;
  shrunk: { value: number; low: number; high: number };
  /** Negative share, shrunk towards its stage with a 90% interval, 0 to 1. */
  negative: { value: number; low: number; high: number };
  met: { prospects: number; customers: number };
  /** Bad experiences that there were at least: met × lower end of the negative share. */
  pain: { prospects: number; all: number };
  /** It feels otherwise than the rest of its stage (Mann–Whitney, Benjamini–Hochberg over the list). */
  verdict: 'worse' | 'better' | 'unclear' | 'not-yet';
  adjustedP: number | null;
}

export interface Ranking {
  /** Who gave the answers. */
  of: Standing | 'all';
  /** Worst first, by the upper end of the shrunk average: a handful of angry answers does not come first. */
  worst: Ranked[];
  /** Best first, by the lower end: indexes into `worst`. */
  best: number[];
  /** Most bad experiences of prospects first (of everyone where prospects meet none): indexes into `worst`. */
  mostPain: number[];
  /** Touchpoints with answers, but fewer than ten: not ranked yet. */
  tooFew: number;
}

/** One-sided 95%: the cautious end of a ranking. */
const CAUTION = 1.645;

/** Ranks touchpoints by how they felt. Fewer than 10 answers are not ranked. */
export function rankingOf(places: readonly Place[], of: Ranking['of']): Ranking {
  const answered = places.flatMap((place) => {
    const { levels } = sideOf(place, of);
    const { stage, touchpoint } = place;
    if (stage === undefined || touchpoint === undefined || totalOf(levels) === 0) return [];
    return { place, stage, touchpoint, levels, ...momentsOf(levels) };
  });
  const rows = answered.filter(({ n }) => n >= FEWEST_RANKED);
  const freedom = rows.reduce((sum, { n }) => sum + n - 1, 0);
  const pooled = rows.reduce((sum, { n, sd }) => sum + (n - 1) * sd * sd, 0) / freedom;
  const rest = restOfStage(rows);
  const means = shrink(
    rows.map(({ mean, n, stage }) => ({
      value: mean,
      variance: Math.max(pooled, 1e-6) / n,
      group: stage,
    })),
  ).shrunk;
  const negatives = shrink(
    rows.map(({ levels, n, stage }, index) => ({
      value: negativeOf(levels) / n,
      variance: shareVariance(addLevels(levels, rest[index] ?? [])) / n,
      group: stage,
    })),
  ).shrunk;
  const tests = rows.map(({ levels, n }, index) => {
    const others = rest[index] ?? [];
    const enough = Math.min(n, totalOf(others)) >= FEWEST_COMPARED;
    return enough ? rankTest(levels, others) : undefined;
  });
  const adjusted = adjustForMany(tests.map((test) => test?.p));
  const worst = rows
    .map(({ place, stage, touchpoint, n, mean }, index): Ranked => {
      const shrunk = around(means[index] ?? { value: mean, sd: 0 }, 1, 8);
      const negative = around(negatives[index] ?? { value: 0, sd: 0 }, 0, 1);
      const met = { prospects: place.prospects.met, customers: place.customers.met };
      const adjustedP = adjusted[index] ?? null;
      return {
        stage,
        touchpoint,
        n,
        average: mean,
        shrunk,
        negative,
        met,
        pain: {
          prospects: met.prospects * negative.low,
          all: (met.prospects + met.customers) * negative.low,
        },
        verdict: verdictOf(adjustedP, tests[index]?.z ?? 0),
        adjustedP,
      };
    })
    .sort((a, b) => a.shrunk.high - b.shrunk.high);
  return {
    of,
    worst,
    best: orderBy(worst, ({ shrunk }) => -shrunk.low),
    mostPain: orderBy(
      worst,
      ({ pain }) => -(of === 'customer' ? pain.all : pain.prospects || pain.all * 1e-9),
    ),
    tooFew: answered.length - rows.length,
  };
}

function sideOf({ prospects, customers }: Place, of: Ranking['of']): Pick<Side, 'levels'> {
  if (of === 'all') return { levels: addLevels(prospects.levels, customers.levels) };
  return of === 'prospect' ? prospects : customers;
}

/** For each row, the answers of all other ranked touchpoints of its stage. */
function restOfStage(rows: readonly { stage: string; levels: readonly number[] }[]): number[][] {
  const sums = new Map<string, number[]>();
  for (const { stage, levels } of rows) sums.set(stage, addLevels(sums.get(stage) ?? [], levels));
  return rows.map(({ stage, levels }) =>
    (sums.get(stage) ?? []).map((count, index) => count - (levels[index] ?? 0)),
  );
}

/** p(1 − p) of the stage's negative share, with one answer added to each side so that it is never 0. */
function shareVariance(levels: readonly number[]): number {
  const p = (negativeOf(levels) + 1) / (totalOf(levels) + 2);
  return p * (1 - p);
}

function around({ value, sd }: { value: number; sd: number }, least: number, most: number) {
  return {
    value: Math.min(most, Math.max(least, value)),
    low: Math.max(least, value - CAUTION * sd),
    high: Math.min(most, value + CAUTION * sd),
  };
}

function verdictOf(adjustedP: number | null, z: number): Ranked['verdict'] {
  if (adjustedP === null) return 'not-yet';
  if (adjustedP > 0.05) return 'unclear';
  return z < 0 ? 'worse' : 'better';
}

const orderBy = (rows: readonly Ranked[], key: (row: Ranked) => number): number[] =>
  rows
    .map((row, index) => ({ index, key: key(row) }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index);
