import * as fc from 'fast-check';
import type { LevelCounts } from '@wayfelt/protocol';
import { describe, expect, it } from 'vitest';
import type { OutcomeCounts, PeriodCounts, PlaceCounts, ReportCounts } from './counts.js';
import { feltOf } from './felt.js';
import { addLevels } from './levels.js';
import { makeReport } from './report.js';
import { compareReports } from './slices.js';

const standing = fc.constantFrom('prospect' as const, 'customer' as const);
const count = fc.oneof(fc.nat(3), fc.nat(40), fc.nat(100_000));
const levels = fc.tuple(count, count, count, count, count, count, count, count);
const stage = fc.constantFrom('awareness', 'search', 'use', 'our-own', '');
const touchpoint = fc.constantFrom('a/b', 'a/c', 'use/everyday');

const asks = fc.record({
  eligible: count,
  shown: count,
  seen: count,
  answered: count,
  dismissed: count,
  snoozed: count,
  ignored: count,
  never: count,
});

const place: fc.Arbitrary<PlaceCounts> = fc.record(
  { stage, touchpoint, standing, levels, met: count, asks },
  { requiredKeys: ['stage', 'standing', 'levels', 'met', 'asks'] },
);

const outcomeLevel = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50))
  .map(([purchase, leave, none, open, gone]) => ({
    closed: purchase + leave + none,
    open,
    outcomes: { purchase, leave },
    first: { purchase, leave },
    none,
    returned: none - Math.min(none, gone),
    gone: Math.min(none, gone),
  }));

const outcome: fc.Arbitrary<OutcomeCounts> = fc.record({
  stage,
  touchpoint,
  standing,
  stratum: fc.constantFrom('phone', 'desktop'),
  levels: fc.array(outcomeLevel, { minLength: 8, maxLength: 8 }),
});

const period: fc.Arbitrary<PeriodCounts> = fc.record(
  {
    stage,
    touchpoint,
    start: fc.nat(20).map((week) => week * 604_800_000),
    standing,
    levels,
    met: count,
  },
  { requiredKeys: ['start', 'standing', 'levels', 'met'] },
);

const answer = fc.record({
  stage,
  touchpoint,
  standing,
  level: fc.integer({ min: 1, max: 8 }),
  at: fc.nat(1_000),
});

const counts: fc.Arbitrary<ReportCounts> = fc.record(
  {
    slice: fc.constant({ site: 'shop', from: 0, to: 1 }),
    places: fc.array(place, { maxLength: 12 }),
    previous: fc.array(place, { maxLength: 6 }),
    periods: fc.array(period, { maxLength: 20 }),
    outcomes: fc.array(outcome, { maxLength: 6 }),
    paths: fc.record({
      visitors: fc.constant(100),
      paths: fc.array(
        fc.record({
          answers: fc.array(answer, { minLength: 1, maxLength: 5 }),
          outcomes: fc.array(fc.record({ outcome: fc.constant('leave'), at: fc.nat(1_000) }), {
            maxLength: 1,
          }),
        }),
        { maxLength: 40 },
      ),
    }),
    groups: fc.array(
      fc.record({
        by: fc.constantFrom('device' as const, 'source' as const),
        value: fc.constantFrom('phone', 'desktop', 'tablet'),
        standing,
        met: count,
        seen: count,
        levels,
      }),
      { maxLength: 8 },
    ),
    repeats: fc.array(
      fc.record({
        stage,
        touchpoint,
        onceFirst: count,
        onceRepeated: count,
        againFirst: count,
        againRepeated: count,
      }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: ['slice', 'places'] },
);

/** Every object in it, with the path that leads there. */
function* objectsIn(value: unknown, path = ''): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>];
  for (const [name, part] of Object.entries(value)) yield* objectsIn(part, `${path}.${name}`);
}

describe('a report of any counts', () => {
  it('holds no NaN and no infinity, and every interval contains its estimate', () => {
    fc.assert(
      fc.property(counts, (some) => {
        for (const [path, figure] of objectsIn(makeReport(some))) {
          for (const [name, value] of Object.entries(figure))
            if (typeof value === 'number' && !Number.isFinite(value))
              throw new Error(`${path}.${name} is ${value}`);
          const { low, high } = figure;
          const estimate = figure['share'] ?? figure['value'];
          if (typeof low !== 'number' || typeof high !== 'number' || typeof estimate !== 'number')
            continue;
          const slack = 1e-9 * Math.max(1, Math.abs(estimate));
          if (low > estimate + slack || estimate > high + slack)
            throw new Error(`${path}: ${estimate} is not within ${low} and ${high}`);
          if ('share' in figure) expect(low >= -1e-12 && high <= 1 + 1e-12).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('shows no share of fewer than five', () => {
    fc.assert(
      fc.property(counts, (some) => {
        for (const [path, figure] of objectsIn(makeReport(some)))
          if ('share' in figure && typeof figure['n'] === 'number' && 'shown' in figure)
            expect(figure['shown'], path).toBe(figure['n'] >= 5);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(place, {
          selector: (row) => JSON.stringify([row.stage, row.touchpoint, row.standing]),
        }),
        (places) => {
          const slice = { site: 'shop', from: 0, to: 1 };
          expect(makeReport({ slice, places: places.toReversed() })).toEqual(
            makeReport({ slice, places }),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('can be compared with any other', () => {
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { total } = compareReports(makeReport(first), makeReport(second));
        expect(['worse', 'better', 'unclear', 'not-yet']).toContain(total.verdict);
      }),
      { numRuns: 50 },
    );
  });
});

describe('histograms', () => {
  it('merge by addition: the figures of two halves together are those of the whole', () => {
    fc.assert(
      fc.property(levels, levels, (first: LevelCounts, second: LevelCounts) => {
        const whole = feltOf(addLevels(first, second));
        const sum = feltOf(first).positive.count + feltOf(second).positive.count;
        expect(whole.positive.count).toBe(sum);
        expect(whole.n).toBe(feltOf(first).n + feltOf(second).n);
      }),
    );
  });
});
