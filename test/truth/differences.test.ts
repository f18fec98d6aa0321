import type { LevelCounts } from '@wayfelt/protocol';
import { compareMany, ewma, noLevels } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { makeWorld, levelProbabilities, TEMPER_SD } from '../../demo/simulate/world.js';
import { fmix32, mulberry32, pick, type Random } from '../../demo/simulate/random.js';
import { SEEDS } from './gather.js';
import { createRate, say } from './rate.js';

const SPREAD = Math.sqrt(1 + TEMPER_SD ** 2);
/** The means of a hundred touchpoints, and five that truly move by .8 standard deviations. */
const MEANS = makeWorld().flatMap(({ mean, touchpoints }) =>
  touchpoints.map(({ delta }) => mean + delta),
);
const SHIFT = 0.8 * SPREAD;
const EACH = 60;
const MOVED = [3, 24, 45, 66, 87];

function answers(mean: number, n: number, random: Random): LevelCounts {
  const shares = levelProbabilities(mean);
  const levels = noLevels();
  for (let answer = 0; answer < n; answer++) {
    const index = Math.min(7, pick(shares, random()));
    levels[index] = (levels[index] ?? 0) + 1;
  }
  return levels;
}

const called = (random: Random, moved: readonly number[]): number[] =>
  compareMany(
    MEANS.map((mean, index) => [
      answers(mean + (moved.includes(index) ? SHIFT : 0), EACH, random),
      answers(mean, EACH, random),
    ]),
  ).flatMap(({ verdict }, index) => (verdict === 'better' || verdict === 'worse' ? [index] : []));

describe('a hundred comparisons at once', () => {
  it('call no difference where none is, in at least 92 of 100 reports', () => {
    const any = createRate();
    for (let seed = 0; seed < SEEDS * 2; seed++)
      any.add(called(mulberry32(fmix32(seed)), []).length > 0);
    say('any false difference among 100', { reports: any.share() });
    expect(any.share()).toBeLessThanOrEqual(0.08);
  });

  it('call few false differences among true ones, and find most of the true', () => {
    let [falseShare, found] = [0, 0];
    for (let seed = 0; seed < SEEDS; seed++) {
      const flags = called(mulberry32(fmix32(seed + 0xfd0000)), MOVED);
      const wrong = flags.filter((index) => !MOVED.includes(index)).length;
      falseShare += flags.length > 0 ? wrong / flags.length : 0;
      found += flags.length - wrong;
    }
    const rate = falseShare / SEEDS;
    const power = found / (SEEDS * MOVED.length);
    say('five true differences among 100', { falseDiscoveries: rate, found: power });
    expect(rate).toBeLessThanOrEqual(0.07);
    expect(power).toBeGreaterThan(0.55);
  });
});

describe('the control chart', () => {
  it('is quiet over 26 weeks in which nothing happens, in 90 of 100 touchpoints', () => {
    const alarmed = createRate();
    for (let seed = 0; seed < SEEDS * 5; seed++) {
      const random = mulberry32(fmix32(seed + 0xe3a));
      const mean = MEANS[seed % MEANS.length] ?? 0;
      const expected = levelProbabilities(mean)
        .slice(4)
        .reduce((sum, p) => sum + p, 0);
      const weeks = Array.from({ length: 26 }, () => {
        const n = 20 + Math.floor(random() * 60);
        const levels = answers(mean, n, random);
        return { count: levels.slice(4).reduce((sum, count) => sum + count, 0), n };
      });
      alarmed.add(ewma(expected, weeks).some(({ alarm }) => alarm));
    }
    say('false alarms in 26 weeks', { touchpoints: alarmed.share() });
    expect(alarmed.share()).toBeLessThanOrEqual(0.1);
  });
});
