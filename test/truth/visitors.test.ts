import { compare, makeReport, type PlaceFigures } from '@wayfelt/report';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Nonresponse } from '../../demo/simulate/options.js';
import { answering, meanAt, type Plan } from '../../demo/simulate/plan.js';
import { answeredDistribution } from '../../demo/simulate/population.js';
import { levelProbabilities, MOMENT_OF_TRUTH, type Touchpoint } from '../../demo/simulate/world.js';
import { gather, PLAIN, SEEDS } from './gather.js';
import { contains, createRate, say } from './rate.js';

/** Size M is 50,000; fewer keep the usual run short, and make it no easier. */
const VISITORS = Number(process.env['WAYFELT_VISITORS'] ?? 20_000);
const SLICE = { site: 'simulated', from: 0, to: 1 };

const coverage = {
  positive: createRate(),
  negative: createRate(),
  net: createRate(),
  mean: createRate(),
  superiority: createRate(),
  difference: createRate(),
  bars: createRate(),
  stage: createRate(),
};
const pains: number[] = [];
const rareFirst = createRate();
const purchaseMoment = createRate();
const painCalled = createRate();

/** The exact distribution of answers at one touchpoint. */
const exactly = (plan: Plan, touchpoint: Touchpoint): number[] =>
  answeredDistribution(
    levelProbabilities(meanAt(plan.stages[touchpoint.stage], touchpoint)),
    plan.options.nonresponse,
  ).levels;

/** Answers of a whole stage: each touchpoint as often as it is met, asked and answered. */
function exactlyInStage(plan: Plan, stage: string): number {
  let [positive, all] = [0, 0];
  for (const touchpoint of plan.touchpoints.filter((one) => one.stage === stage)) {
    const { exposure, asked } = touchpoint;
    const weight =
      exposure * asked * answering(plan.stages[touchpoint.stage], touchpoint, plan.options);
    positive += weight * shareOf(exactly(plan, touchpoint), 5, 8);
    all += weight;
  }
  return positive / all;
}

const shareOf = (levels: readonly number[], from: number, to: number): number =>
  levels.slice(from - 1, to).reduce((sum, p) => sum + p, 0);

const averageOf = (levels: readonly number[]): number =>
  levels.reduce((sum, p, index) => sum + p * (index + 1), 0);

function superiorityOf(first: readonly number[], second: readonly number[]): number {
  let [below, sum] = [0, 0];
  for (const [index, p] of first.entries()) {
    const other = second[index] ?? 0;
    sum += p * (below + other / 2);
    below += other;
  }
  return sum;
}

function checkPlace({ felt }: PlaceFigures, truth: readonly number[]): void {
  const { all } = felt;
  if (all.n < 10) return;
  const [positive, negative] = [shareOf(truth, 5, 8), shareOf(truth, 1, 3)];
  coverage.positive.add(contains(all.positive, positive));
  coverage.negative.add(contains(all.negative, negative));
  if (!all.net.shown) return;
  coverage.net.add(contains(all.net, positive - negative));
  coverage.mean.add(contains(all.mean, averageOf(truth)));
  coverage.bars.add(all.bars.every((bar, index) => contains(bar, truth[index] ?? 0)));
}

function look(seed: number, nonresponse: Nonresponse): void {
  const { plan, places, outcomes } = gather({ ...PLAIN, seed, visitors: VISITORS, nonresponse });
  const report = makeReport({ slice: SLICE, places, outcomes });
  const known = new Map(plan.touchpoints.map((touchpoint) => [touchpoint.id, touchpoint]));
  const truths = report.touchpoints.flatMap((place) => {
    const touchpoint = known.get(place.touchpoint ?? '');
    return touchpoint ? [{ place, truth: exactly(plan, touchpoint) }] : [];
  });
  for (const [index, { place, truth }] of truths.entries()) {
    checkPlace(place, truth);
    const other = truths[(index + 37) % truths.length];
    if (other) checkPair(place, truth, other);
  }
  for (const place of report.stages)
    if (place.felt.all.n >= 30)
      coverage.stage.add(
        contains(place.felt.all.positive, exactlyInStage(plan, place.stage ?? '')),
      );
  const top = report.ranking.worst.slice(0, 5).map(({ touchpoint }) => known.get(touchpoint));
  pains.push(top.filter((one) => one?.planted === 'pain').length);
  rareFirst.add(top[0]?.answers !== undefined || (report.ranking.worst[0]?.n ?? 0) <= 5);
  const search = report.ranking.worst.find(
    ({ touchpoint }) => touchpoint === 'search/results/filter',
  );
  painCalled.add(search?.verdict === 'worse');
  purchaseMoment.add(report.moments[0]?.touchpoint === MOMENT_OF_TRUTH);
}

function checkPair(
  { felt }: PlaceFigures,
  truth: readonly number[],
  other: { place: PlaceFigures; truth: readonly number[] },
): void {
  const [first, second] = [felt.all, other.place.felt.all];
  if (first.n < 30 || second.n < 30) return;
  const { superiority, positive } = compare(first.levels, second.levels);
  coverage.superiority.add(contains(superiority, superiorityOf(truth, other.truth)));
  coverage.difference.add(contains(positive, shareOf(truth, 5, 8) - shareOf(other.truth, 5, 8)));
}

describe(`over ${SEEDS} seeds of ${VISITORS} visitors`, () => {
  beforeAll(() => {
    for (let seed = 0; seed < SEEDS; seed++) look(seed, seed % 2 === 0 ? 'mcar' : 'j');
  }, 3_000_000);

  it('every interval holds what was answered about as often as it says: 92 to 98 of 100', () => {
    const measured = Object.fromEntries(
      Object.entries(coverage).map(([name, rate]) => [name, rate.share()]),
    );
    say('coverage', measured);
    for (const [name, share] of Object.entries(measured)) {
      expect(share, name).toBeGreaterThan(0.92);
      expect(share, name).toBeLessThan(0.98);
    }
  });

  it('the ranking finds the planted pains', () => {
    const average = pains.reduce((sum, count) => sum + count, 0) / pains.length;
    say('planted pains among the first five', { average, called: painCalled.share() });
    expect(average).toBeGreaterThanOrEqual(2.5);
    expect(painCalled.share()).toBeGreaterThan(0.95);
  });

  it('a handful of angry answers never tops the ranking', () => {
    expect(rareFirst.share()).toBe(0);
  });

  it('the moment of truth is found where it was planted', () => {
    say('price reveal first', { share: purchaseMoment.share() });
    expect(purchaseMoment.share()).toBeGreaterThanOrEqual(0.9);
  });
});
