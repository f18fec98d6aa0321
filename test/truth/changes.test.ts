import { makeReport, noLevels, type PeriodCounts } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { fmix32, mulberry32, pick } from '../../demo/simulate/random.js';
import { levelProbabilities, makeWorld } from '../../demo/simulate/world.js';
import { WEEK_MS, WEEKS } from '../../demo/simulate/options.js';
import { SEEDS } from './gather.js';
import { createRate, say } from './rate.js';

const delivery = makeWorld().find(({ id }) => id === 'delivery');
const tracking = delivery?.touchpoints.find(({ id }) => id === 'delivery/tracking');
const MEAN = (delivery?.mean ?? 0) + (tracking?.delta ?? 0);
const CHANGE = tracking?.change ?? { week: 14, by: -0.8 };

/** Twenty-six weeks of answers, the same number each. */
function weeks(seed: number, each: number, by: number): PeriodCounts[] {
  const random = mulberry32(fmix32(seed ^ (each << 20)));
  return Array.from({ length: WEEKS }, (_, week) => {
    const shares = levelProbabilities(MEAN + (week >= CHANGE.week ? by : 0));
    const levels = noLevels();
    for (let answer = 0; answer < each; answer++) {
      const index = Math.min(7, pick(shares, random()));
      levels[index] = (levels[index] ?? 0) + 1;
    }
    const place = { stage: 'delivery', touchpoint: 'delivery/tracking' };
    return { start: week * WEEK_MS, ...place, standing: 'customer', levels, met: each };
  });
}

function changesOf(seed: number, each: number, by: number) {
  const slice = { site: 'simulated', from: 0, to: WEEKS * WEEK_MS };
  return makeReport({ slice, places: [], periods: weeks(seed, each, by) }).changes;
}

/** How often the change is shown, within a week of where it was planted. */
function found(each: number): number {
  const rate = createRate();
  for (let seed = 0; seed < SEEDS * 2; seed++) {
    const [change] = changesOf(seed, each, CHANGE.by);
    rate.add(!!change && Math.abs(change.at / WEEK_MS - CHANGE.week) <= 1);
  }
  return rate.share();
}

describe('the week in which delivery tracking became worse', () => {
  it('is found within a week in 85 of 100 at 13 answers a week, in 95 at 25', () => {
    const [few, many] = [found(13), found(25)];
    say('change found within a week', { at13: few, at25: many, at5: found(5) });
    expect(few).toBeGreaterThanOrEqual(0.85);
    expect(many).toBeGreaterThanOrEqual(0.95);
  });

  it('is called worse', () => {
    const [change] = changesOf(1, 25, CHANGE.by);
    expect(change).toMatchObject({ touchpoint: 'delivery/tracking', direction: 'worse' });
  });

  it('is hardly ever seen where nothing changed', () => {
    const shown = createRate();
    for (let seed = 0; seed < SEEDS * 2; seed++)
      for (const each of [5, 13, 25]) shown.add(changesOf(seed, each, 0).length > 0);
    say('change seen where none is', { share: shown.share() });
    expect(shown.share()).toBeLessThanOrEqual(0.02);
  });
});
