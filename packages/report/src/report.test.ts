import { NINE_STAGES, type LevelCounts } from '@wayfelt/protocol';
import { describe, expect, it } from 'vitest';
import type { PlaceCounts } from './counts.js';
import { noAsks } from './place.js';
import { makeReport } from './report.js';

const slice = { site: 'shop', from: 0, to: 1 };
const rows = (levels: LevelCounts, standing: 'prospect' | 'customer'): PlaceCounts[] => [
  { stage: 'search', standing, levels, met: 500, asks: noAsks() },
  { stage: 'search', touchpoint: 'search/results', standing, levels, met: 500, asks: noAsks() },
];

describe('makeReport', () => {
  it('lists all nine stages in order, though nothing was counted', () => {
    const report = makeReport({ slice, places: [] });
    expect(report.stages.map(({ stage }) => stage)).toEqual([...NINE_STAGES]);
    expect(report.stages[0]?.felt.all.positive).toEqual({
      share: null,
      low: null,
      high: null,
      count: 0,
      n: 0,
      shown: false,
      enough: 'none',
    });
  });

  it('counts one answer and gives no share of it', () => {
    const report = makeReport({ slice, places: rows([0, 0, 1, 0, 0, 0, 0, 0], 'prospect') });
    const search = report.stages[1];
    expect(search?.felt.prospects.levels).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    expect(search?.felt.prospects.positive).toMatchObject({ share: null, n: 1, enough: 'too-few' });
    expect(search?.felt.customers.n).toBe(0);
    expect(report.total.felt.all.n).toBe(1);
  });

  it('says that prospects feel worse where they do', () => {
    const report = makeReport({
      slice,
      places: [
        ...rows([30, 30, 30, 10, 10, 10, 5, 5], 'prospect'),
        ...rows([5, 5, 10, 10, 20, 30, 30, 20], 'customer'),
      ],
    });
    const search = report.stages[1];
    expect(search?.prospectsAgainstCustomers).toMatchObject({ verdict: 'worse', strength: 'much' });
    expect(search?.felt.all.n).toBe(260);
    expect(report.touchpoints).toHaveLength(1);
  });

  it('contains no NaN and survives JSON', () => {
    const report = makeReport({ slice, places: rows([0, 0, 0, 0, 9, 0, 0, 0], 'customer') });
    const text = JSON.stringify(report, (_, value: unknown) => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      return value;
    });
    expect(JSON.parse(text)).toEqual(report);
  });
});
