import { describe, expect, it } from 'vitest';
import type { TrailStep } from './store.js';
import { arrivedCounts, dwellGroups } from './trails.js';

const step = (change: Partial<TrailStep>): TrailStep => ({
  at: 0,
  type: 'visit',
  event: 'stage',
  seq: null,
  stage: 'search',
  touchpoint: '',
  standing: 'prospect',
  level: null,
  dwellMs: null,
  wanted: true,
  ...change,
});
const dwell = (dwellMs: number, change: Partial<TrailStep> = {}) =>
  step({ event: 'dwell', dwellMs, ...change });
const touch = (touchpoint: string, change: Partial<TrailStep> = {}) =>
  step({ event: 'touchpoint', touchpoint, ...change });
const rated = (level: number, touchpoint = 'search/filter') =>
  step({ type: 'rating', event: null, touchpoint, level });

describe('how long raters and others stayed', () => {
  it('adds up the visits of a stage, and takes the last answer of each visitor', () => {
    const groups = dwellGroups(
      [
        [step({}), dwell(20_000), dwell(15_000), rated(2), rated(6)],
        [step({}), dwell(5_000)],
      ],
      {},
    );
    expect(groups).toEqual([
      {
        by: 'dwell',
        value: '30s-2m',
        standing: 'prospect',
        met: 1,
        seen: 0,
        levels: [0, 0, 0, 0, 0, 1, 0, 0],
      },
      {
        by: 'dwell',
        value: 'under-10s',
        standing: 'prospect',
        met: 1,
        seen: 0,
        levels: [0, 0, 0, 0, 0, 0, 0, 0],
      },
    ]);
  });

  it('counts of a touchpoint who met it, by how long they were in its stage', () => {
    const groups = dwellGroups(
      [
        [step({}), touch('search/filter'), dwell(130_000), rated(7)],
        [step({}), touch('search/other'), dwell(130_000), rated(1, 'search/other')],
      ],
      { touchpoint: 'search/filter' },
    );
    expect(groups).toMatchObject([{ value: 'over-2m', met: 1, levels: [0, 0, 0, 0, 0, 0, 1, 0] }]);
  });

  it('leaves out what is not in the slice', () => {
    expect(dwellGroups([[step({ wanted: false }), dwell(1, { wanted: false })]], {})).toEqual([]);
  });
});

describe('what was made and never arrived', () => {
  it('lies in a place where both its neighbours do, and perhaps in either where they do not', () => {
    const trail = [
      step({ seq: 1 }),
      touch('search/filter', { seq: 2 }),
      touch('search/filter', { seq: 5 }),
      step({ seq: 7, stage: 'purchase' }),
    ];
    const found = arrivedCounts([trail], {});
    const of = (stage: string, touchpoint?: string) =>
      found.find((place) => place.stage === stage && place.touchpoint === touchpoint);
    expect(of('search')).toMatchObject({ arrived: 3, missing: 2, perhaps: 1 });
    expect(of('purchase')).toMatchObject({ arrived: 1, missing: 0, perhaps: 1 });
    expect(of('search', 'search/filter')).toMatchObject({ arrived: 2, missing: 2, perhaps: 1 });
  });

  it('is nothing where every number came, in whatever order', () => {
    const trail = [3, 1, 2, 4].map((seq) => step({ seq }));
    expect(arrivedCounts([trail], {})).toEqual([
      { stage: 'search', arrived: 4, missing: 0, perhaps: 0 },
    ]);
  });
});
