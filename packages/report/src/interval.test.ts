import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  goodman,
  meanInterval,
  medianInterval,
  netInterval,
  newcombe,
  wilson,
} from './interval.js';

const counts = fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([a, b]) => ({ count: a, n: a + b }));
const histogram = fc.array(fc.nat(200), { minLength: 8, maxLength: 8 });

describe('wilson', () => {
  it('gives the published intervals (Newcombe 1998, table I)', () => {
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
    expect(wilson(15, 148).low).toBeCloseTo(0.0624, 4);
    expect(wilson(15, 148).high).toBeCloseTo(0.1605, 4);
    expect(wilson(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) });
    expect(wilson(1, 29).low).toBeCloseTo(0.0061, 4);
    expect(wilson(1, 29).high).toBeCloseTo(0.1718, 4);
  });

  it('contains the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ({ count, n }) => {
        const { low, high } = wilson(count, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        if (n > 0) expect(low <= count / n && count / n <= high).toBe(true);
      }),
    );
  });
});

describe('newcombe', () => {
  it('gives the published difference (Newcombe 1998, table II, method 10)', () => {
    const { low, high } = newcombe({ count: 56, n: 70 }, { count: 48, n: 80 });
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
    const separated = newcombe({ count: 10, n: 10 }, { count: 0, n: 10 });
    expect(separated.low).toBeCloseTo(0.6075, 4);
    expect(separated.high).toBe(1);
  });

  it('contains the difference', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        fc.pre(first.n > 0 && second.n > 0);
        const { low, high } = newcombe(first, second);
        const d = first.count / first.n - second.count / second.n;
        expect(low <= d + 1e-12 && d - 1e-12 <= high).toBe(true);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('every interval of a distribution', () => {
  it('is a number around its estimate, whatever the counts', () => {
    fc.assert(
      fc.property(histogram, (levels) => {
        const n = levels.reduce((a, b) => a + b, 0);
        for (const [index, { low, high }] of goodman(levels).entries()) {
          const share = n > 0 ? (levels[index] ?? 0) / n : 0;
          expect(low <= share && share <= high).toBe(true);
        }
        const mean = meanInterval(levels);
        if (mean) expect(mean.low >= 1 && mean.low <= mean.high && mean.high <= 8).toBe(true);
        const median = medianInterval(levels);
        if (median) expect(median.low <= median.high).toBe(true);
        const net = netInterval(levels[7] ?? 0, levels[0] ?? 0, n);
        expect(net.low >= -1 && net.low <= net.high && net.high <= 1).toBe(true);
      }),
    );
  });

  it('refuses a mean interval where all answers are alike, and a median interval below six', () => {
    expect(meanInterval([0, 0, 0, 0, 9, 0, 0, 0])).toBeUndefined();
    expect(medianInterval([0, 0, 0, 0, 5, 0, 0, 0])).toBeUndefined();
  });
});
