import { addLevels, boundsOf, makeReport, noLevels } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { ANSWERS_OF, NONRESPONSE } from '../../demo/simulate/options.js';
import { gather, PLAIN, SEEDS } from './gather.js';
import { contains, createRate, say } from './rate.js';

const STAGE = 'search';
const VISITORS = 4_000;
const negative = (levels: readonly number[]): number =>
  levels.slice(0, 3).reduce((sum, count) => sum + count, 0);
const total = (levels: readonly number[]): number => levels.reduce((sum, count) => sum + count, 0);

describe('when the unhappy stay silent', () => {
  it('the bounds always hold the truth, and the true chance of speaking brings it back', () => {
    const [held, near] = [createRate(), createRate()];
    const [raw, weighted, truth]: [number[], number[], number[]] = [[], [], []];
    for (let seed = 0; seed < SEEDS; seed++) {
      const { plan, places, seers } = gather({
        ...PLAIN,
        seed,
        visitors: VISITORS,
        nonresponse: 'silent-unhappy',
      });
      const ids = plan.touchpoints.filter(({ stage }) => stage === STAGE).map(({ id }) => id);
      const seen = addLevels(...ids.map((id) => seers.get(id) ?? noLevels()));
      const search = places.find(
        ({ stage, touchpoint, standing }) =>
          stage === STAGE && touchpoint === undefined && standing === 'prospect',
      );
      if (!search) continue;
      const bounds = boundsOf(search.levels, search.asks.seen);
      const share = negative(seen) / total(seen);
      held.add(
        !!bounds &&
          contains(bounds.negative, share) &&
          contains(bounds.positive, 1 - share - (seen[3] ?? 0) / total(seen)),
      );
      const speaks = NONRESPONSE['silent-unhappy'].map((p) => p * ANSWERS_OF.prospect);
      const weights = speaks.map((p) => 1 / p);
      const sums = (value: (weight: number) => number) =>
        search.levels.map((count, index) => count * value(weights[index] ?? 1));
      const levels = addLevels(sums((weight) => weight));
      const report = makeReport({
        slice: { site: 'simulated', from: 0, to: 1 },
        places: [
          { ...search, weighted: { levels, squares: total(sums((weight) => weight ** 2)) } },
        ],
      });
      const figures = report.stages.find((place) => place.stage === STAGE);
      raw.push(figures?.felt.prospects.negative.share ?? Number.NaN);
      weighted.push(figures?.weighted?.prospects?.negative.share ?? Number.NaN);
      near.add(Math.abs((weighted.at(-1) ?? Number.NaN) - share) <= 0.03);
      truth.push(share);
    }
    const mean = (values: number[]) => total(values) / values.length;
    say('negative share in search', {
      said: mean(raw),
      weighted: mean(weighted),
      truth: mean(truth),
      boundsHold: held.share(),
      within3Points: near.share(),
    });
    expect(held.share()).toBe(1);
    expect(Math.abs(mean(weighted) - mean(truth))).toBeLessThan(0.03);
    expect(mean(truth) - mean(raw)).toBeGreaterThan(0.05);
  });
});
