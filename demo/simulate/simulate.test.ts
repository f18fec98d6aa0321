import { describe, expect, it } from 'vitest';
import { BAIN_MEAN } from './options.js';
import { makePlan } from './plan.js';
import { distributionOf, purchaseTruth } from './population.js';
import { fmix32, mulberry32, streamOf } from './random.js';
import { simulate } from './simulate.js';
import { DEFAULT_OPTIONS } from './options.js';
import { levelProbabilities, makeWorld } from './world.js';

describe('the generator', () => {
  it('draws the same numbers as everywhere', () => {
    const random = mulberry32(20_101_016);
    expect([random(), random(), random(), random()]).toEqual([
      0.6570286811329424, 0.46823066123761237, 0.06521671963855624, 0.24834812176413834,
    ]);
    expect(fmix32(1)).toBe(1_364_076_727);
    expect(streamOf(20_101_016, 42)()).toBe(0.8893135613761842);
  });
});

describe('the world', () => {
  it('has a hundred touchpoints, of which twenty are hardly ever met', () => {
    const touchpoints = makeWorld().flatMap((stage) => stage.touchpoints);
    expect(touchpoints).toHaveLength(100);
    expect(new Set(touchpoints.map(({ id }) => id)).size).toBe(100);
    expect(touchpoints.filter(({ answers }) => answers !== undefined)).toHaveLength(20);
    const planted = (what: string) => touchpoints.filter((one) => one.planted === what).length;
    expect([planted('pain'), planted('delight'), planted('decoy'), planted('offer')]).toEqual([
      3, 2, 5, 1,
    ]);
  });

  it('feels as the table of the nine stages says', () => {
    const table = [
      [0.618, 0.208, 0.184],
      [0.666, 0.173, 0.22],
      [0.601, 0.22, 0.173],
      [0.65, 0.184, 0.208],
      [0.534, 0.274, 0.133],
      [0.483, 0.319, 0.107],
      [0.74, 0.124, 0.289],
      [0.551, 0.26, 0.142],
      [0.517, 0.289, 0.123],
    ];
    for (const [index, { mean }] of makeWorld().entries()) {
      const { positive, negative, emotional } = distributionOf(levelProbabilities(mean));
      for (const [place, share] of [positive, negative, emotional].entries())
        expect(Math.abs(share - (table[index]?.[place] ?? 0))).toBeLessThan(0.001);
    }
  });

  it('has eight in a hundred delighted where Bain found them', () => {
    const { emotional, positive } = distributionOf(levelProbabilities(BAIN_MEAN));
    expect(emotional).toBeCloseTo(0.08, 4);
    expect(positive).toBeCloseTo(0.419, 3);
  });

  it('knows what liking the price causes, and what it only goes with', () => {
    const free = purchaseTruth(0.1, 0);
    expect(free.crudeRatio).toBeCloseTo(free.causalRatio, 6);
    const confounded = purchaseTruth(0.1, 0.35);
    expect(confounded.crudeRatio).toBeGreaterThan(confounded.causalRatio * 1.4);
  });
});

describe('simulate', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const text = (seed: number) => {
      const arriving = simulate({ seed, visitors: 60 }).arrivals();
      const lines: string[] = [];
      for (let next = arriving.next(); ; next = arriving.next()) {
        lines.push(JSON.stringify(next.value));
        if (next.done) return lines.join('\n');
      }
    };
    expect(text(7)).toBe(text(7));
    expect(text(7)).not.toBe(text(8));
  });

  it('leaves everyone else unchanged when one visitor is left out', () => {
    const few = [...simulate({ visitors: 20 }).arrivals()];
    const more = [...simulate({ visitors: 30 }).arrivals()];
    const ids = (all: typeof few) => all.flatMap(({ records }) => records.map(({ id }) => id));
    // Rare touchpoints are rarer among more visitors; the rest is the same.
    expect(ids(more).slice(0, 5)).toEqual(ids(few).slice(0, 5));
  });

  it('spreads rare touchpoints so thin that a handful answers', () => {
    const plan = makePlan({ ...DEFAULT_OPTIONS, visitors: 50_000 });
    for (const { exposure, answers } of plan.touchpoints)
      if (answers !== undefined) expect(exposure).toBeLessThan(0.1);
  });
});
