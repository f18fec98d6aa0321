import { expect, test } from 'vitest';
import { wilson } from './interval.js';
import { reasonsOf } from './reasons.js';

const row = (standing: 'prospect' | 'customer', n: number, slow: number) => ({
  stage: 'search',
  touchpoint: 'search/filter',
  standing,
  answers: 100,
  withReasons: n,
  reasons: {
    slow: { count: slow, negative: Math.floor(slow / 2) },
    dear: { count: 1, negative: 0 },
  },
});

test('a chip has its share of the answers with chips, with interval, for everyone and each standing', () => {
  const figures = reasonsOf([row('prospect', 263, 81), row('customer', 20, 0)]);
  expect(figures.map(({ standing, n }) => [standing, n])).toEqual([
    ['all', 283],
    ['prospect', 263],
    ['customer', 20],
  ]);
  const [slow] = figures[1]?.reasons ?? [];
  expect(slow).toMatchObject({ reason: 'slow', share: { count: 81, n: 263, ...wilson(81, 263) } });
  expect(slow?.share.low).toBeCloseTo(0.2553, 4);
  expect(slow?.negative).toMatchObject({ count: 40, n: 81 });
});

test('under five answers with chips, no share is told', () => {
  const [all] = reasonsOf([row('prospect', 4, 3)]);
  expect(all?.reasons[0]?.share).toMatchObject({ share: null, low: null, shown: false, n: 4 });
  expect(all?.reasons[0]?.negative.share).toBeNull();
});
