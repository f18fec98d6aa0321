import type { Belief, LevelCounts } from '@wayfelt/protocol';
import { describe, expect, it } from 'vitest';
import { gapsOf } from './gap.js';

const place = (levels: LevelCounts) => ({ stage: 'use', touchpoint: 'use/everyday', levels });
const by = { by: 'Dana', at: 1 };
const one = (levels: LevelCounts, ...beliefs: Belief[]) => {
  const [gap, ...others] = gapsOf(place(levels), beliefs);
  if (!gap || others.length > 0) throw new Error('expected one gap');
  return gap;
};

describe('the delivery gap', () => {
  it('of Bain: four in five of 362 firms believe, one in twelve is told so, .721 (.666 to .766)', () => {
    const levels: LevelCounts = [60, 40, 60, 60, 60, 53, 20, 9];
    const gap = one(levels, { share: 290 / 362, of: 'emotional', asked: 362, ...by });
    expect(gap.said).toMatchObject({ count: 29, n: 362 });
    expect(gap.gap.value).toBeCloseTo(0.721, 3);
    expect(gap.gap.low).toBeCloseTo(0.666, 3);
    expect(gap.gap.high).toBeCloseTo(0.766, 3);
    expect(gap).toMatchObject({ of: 'emotional', verdict: 'too-good' });
  });

  it('of a number that was written down has the error of the visitors alone', () => {
    const gap = one([60, 40, 60, 60, 60, 53, 20, 9], { share: 0.8, of: 'emotional', ...by });
    expect(gap.gap.low).toBeCloseTo(0.8 - 0.1127, 3);
    expect(gap.gap.high).toBeCloseTo(0.8 - 0.0563, 3);
  });

  it('is flattering where the team believes in fewer bad answers than there are', () => {
    const gap = one([10, 20, 20, 10, 10, 10, 10, 10], { share: 0.2, of: 'negative', ...by });
    expect(gap.gap.value).toBeCloseTo(-0.3, 9);
    expect(gap.verdict).toBe('too-good');
  });

  it('is told once for each kind of answer, and counts emotional ones as the site does', () => {
    const levels: LevelCounts = [5, 5, 5, 5, 20, 20, 20, 20];
    const beliefs: Belief[] = [
      { share: 0.9, ...by },
      { share: 0.7, ...by },
      { share: 0.1, of: 'loathing', ...by },
      { share: 0.6, of: 'emotional', ...by },
    ];
    const gaps = gapsOf(place(levels), beliefs, 8);
    expect(gaps.map(({ of, believed, said }) => [of, believed, said.share])).toEqual([
      ['positive', 0.8, 0.8],
      ['emotional', 0.6, 0.2],
      ['loathing', 0.1, 0.05],
    ]);
  });

  it('pools beliefs only where people were asked for each', () => {
    const levels: LevelCounts = [0, 0, 0, 50, 50, 0, 0, 0];
    const [small, large] = [
      { share: 1, asked: 10, ...by },
      { share: 0.5, asked: 30, ...by },
    ];
    expect(one(levels, small, large).believed).toBeCloseTo(25 / 40, 9);
    expect(one(levels, small, { share: 0.2, ...by }).believed).toBeCloseTo(0.6, 9);
  });
});
