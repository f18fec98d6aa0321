import type { Standing } from '@wayfelt/protocol';
import type { OutcomeCounts } from './counts.js';
import { estimateOf, type Estimate } from './estimate.js';
import { addLevels, noLevels, totalOf } from './levels.js';
import { logisticSlope } from './logistic.js';
import { adjustForMany } from './multiplicity.js';
import { followed, type OutcomeRatio } from './outcomes.js';
import { FEWEST_COMPARED } from './sample-size.js';
import { rankTest, superiority } from './superiority.js';

/** How much the rating at one touchpoint tells about what the visitor does next. */
export interface Moment {
  stage: string;
  touchpoint: string;
  standing: Standing;
  outcome: OutcomeRatio['outcome'];
  /** Ratings whose horizon has passed, and how many of them had the outcome. */
  n: number;
  happened: number;
  /**
   * P(who had the outcome felt better than who had not), the area under the ROC curve; for `left` turned round, so
   * that above .5 always means "who felt better stayed or bought".
   */
  tells: Estimate;
  /** Change of the log odds of the outcome per level; null where it cannot be had or all are separated. */
  slope: number | null;
  /** How many visitors of this standing met the touchpoint. */
  reach: number;
  /** (2 × lower limit of `tells` − 1, at least 0) × reach: what chance does not give, for how many. */
  score: number;
  p: number | null;
  adjustedP: number | null;
  /** Clearly above chance, after Benjamini–Hochberg over all touchpoints of this outcome. */
  clear: boolean;
}

/** Fewer outcomes than this say nothing about which rating goes with them. */
const FEWEST_OUTCOMES = 5;
const LEVEL_VALUES = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * The touchpoints at which the rating tells most about the outcome first. Those that are clearly above chance come
 * before the rest: among a hundred touchpoints the best score of a few answers is usually luck.
 */
export function momentsOfTruth(
  rows: readonly OutcomeCounts[],
  reachOf: (touchpoint: string, standing: Standing) => number,
): Moment[] {
  const all = [
    ...momentsFor('purchase', 'prospect', rows, reachOf),
    ...momentsFor('grew', 'customer', rows, reachOf),
    ...momentsFor('left', 'customer', rows, reachOf),
  ];
  return all.sort(
    (a, b) =>
      Number(b.clear) - Number(a.clear) ||
      b.score - a.score ||
      (b.tells.value ?? 0) - (a.tells.value ?? 0),
  );
}

function momentsFor(
  outcome: Moment['outcome'],
  standing: Standing,
  rows: readonly OutcomeCounts[],
  reachOf: (touchpoint: string, standing: Standing) => number,
): Moment[] {
  const places = new Map<
    string,
    { stage: string; touchpoint: string; yes: number[]; no: number[] }
  >();
  for (const row of rows) {
    if (row.standing !== standing) continue;
    const place = places.get(row.touchpoint) ?? {
      stage: row.stage,
      touchpoint: row.touchpoint,
      yes: noLevels(),
      no: noLevels(),
    };
    const yes = row.levels.map((level) => followed(level, outcome));
    place.yes = addLevels(place.yes, yes);
    place.no = addLevels(
      place.no,
      row.levels.map(({ closed }, index) => closed - (yes[index] ?? 0)),
    );
    places.set(row.touchpoint, place);
  }
  const moments = [...places.values()].map((place) =>
    momentOf(place, { outcome, standing, reach: reachOf(place.touchpoint, standing) }),
  );
  const adjusted = adjustForMany(moments.map(({ p }) => p ?? undefined));
  return moments.map((moment, index) => {
    const adjustedP = adjusted[index] ?? null;
    const clear = adjustedP !== null && adjustedP <= 0.05 && (moment.tells.value ?? 0) > 0.5;
    return { ...moment, adjustedP, clear };
  });
}

function momentOf(
  {
    stage,
    touchpoint,
    yes,
    no,
  }: { stage: string; touchpoint: string; yes: number[]; no: number[] },
  known: Pick<Moment, 'outcome' | 'standing' | 'reach'>,
): Moment {
  const [happened, others] = [totalOf(yes), totalOf(no)];
  const n = happened + others;
  const enough = n >= FEWEST_COMPARED && Math.min(happened, others) >= FEWEST_OUTCOMES;
  const [better, worse] = known.outcome === 'left' ? [no, yes] : [yes, no];
  const area = enough ? superiority(better, worse) : undefined;
  const slope = enough ? logisticSlope(LEVEL_VALUES, yes, no) : undefined;
  return {
    stage,
    touchpoint,
    ...known,
    n,
    happened,
    tells: estimateOf(area?.value ?? Number.NaN, area, { n }),
    slope: slope && !slope.separated ? slope.slope : null,
    score: Math.max(0, 2 * (area?.low ?? 0) - 1) * known.reach,
    p: enough ? rankTest(better, worse).p : null,
    adjustedP: null,
    clear: false,
  };
}
