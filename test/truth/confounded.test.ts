import { makeReport, noOutcomes, type OutcomeCounts } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { probabilityOfBuying } from '../../demo/simulate/plan.js';
import { purchaseTruth } from '../../demo/simulate/population.js';
import { drawNormal, fmix32, mulberry32 } from '../../demo/simulate/random.js';
import {
  levelOfFeeling,
  makeWorld,
  MOMENT_OF_TRUTH,
  TEMPER_SD,
} from '../../demo/simulate/world.js';
import { SEEDS } from './gather.js';
import { contains, createRate, say } from './rate.js';

/** Those who rate the price among 50,000 visitors: .62 × .45 look at it, .12 × .7 answer. */
const RATERS = 1_170;
const CONFOUNDING = 0.35;
/** Quintiles of a standard normal. */
const QUINTILES = [-0.8416, -0.2533, 0.2533, 0.8416];

const consideration = makeWorld().find(({ id }) => id === 'consideration');
const price = consideration?.touchpoints.find(({ id }) => id === MOMENT_OF_TRUTH);
const MEAN = (consideration?.mean ?? 0) + (price?.delta ?? 0);

/** What visitors said of the price and what they did, split by how much they wished to buy. */
function ratings(seed: number): OutcomeCounts[] {
  const random = mulberry32(fmix32(seed ^ 0xc0f));
  const rows = [...QUINTILES, 9].map((_, quintile): OutcomeCounts => ({
    stage: 'consideration',
    touchpoint: MOMENT_OF_TRUTH,
    standing: 'prospect',
    stratum: String(quintile),
    levels: Array.from({ length: 8 }, noOutcomes),
  }));
  for (let rater = 0; rater < RATERS; rater++) {
    const wish = drawNormal(random);
    const temper = TEMPER_SD * drawNormal(random) + CONFOUNDING * wish;
    const level = levelOfFeeling(MEAN + temper + drawNormal(random));
    const row = rows[QUINTILES.filter((cut) => wish > cut).length]?.levels[level - 1];
    if (!row) continue;
    row.closed += 1;
    if (random() < probabilityOfBuying(level, wish)) {
      row.outcomes['purchase'] = (row.outcomes['purchase'] ?? 0) + 1;
      row.first['purchase'] = (row.first['purchase'] ?? 0) + 1;
    } else row.none += 1;
  }
  return rows;
}

describe('when the wish to buy also brightens what is felt', () => {
  it('like compared with like comes nearer to what the price causes than the crude ratio', () => {
    const [crude, adjusted] = [createRate(), createRate()];
    const [crudeLogs, adjustedLogs]: [number[], number[]] = [[], []];
    const causal = purchaseTruth(MEAN, CONFOUNDING).causalRatio;
    for (let seed = 0; seed < SEEDS; seed++) {
      const slice = { site: 'simulated', from: 0, to: 1 };
      const report = makeReport({ slice, places: [], outcomes: ratings(seed) });
      const [purchase] = report.outcomes.touchpoints[0]?.ratios ?? [];
      if (!purchase?.crude || !purchase.adjusted) throw new Error('both ratios exist');
      crude.add(contains(purchase.crude, causal));
      adjusted.add(contains(purchase.adjusted, causal));
      crudeLogs.push(Math.log(purchase.crude.value));
      adjustedLogs.push(Math.log(purchase.adjusted.value));
    }
    const typical = (logs: number[]) =>
      Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
    say('risk ratio of liking the price', {
      causal,
      crude: typical(crudeLogs),
      adjusted: typical(adjustedLogs),
      crudeCovers: crude.share(),
      adjustedCovers: adjusted.share(),
    });
    expect(adjusted.share()).toBeGreaterThan(crude.share() + 0.1);
    expect(adjusted.share()).toBeGreaterThan(0.9);
    expect(typical(adjustedLogs)).toBeLessThan(typical(crudeLogs) * 0.85);
  });
});
