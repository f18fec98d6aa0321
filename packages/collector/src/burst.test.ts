import * as fc from 'fast-check';
import { BURST } from '@wayfelt/protocol';
import { expect, test } from 'vitest';
import { runAround } from './burst.js';

const every = (apartMs: number, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ at: from + index * apartMs }));

test('answers at most 300 ms apart are one row, a person has a row of each', () => {
  expect(runAround(every(BURST.apartMs, 5), 600)).toHaveLength(5);
  expect(runAround(every(BURST.apartMs + 1, 40), 3_010)).toEqual([{ at: 3_010 }]);
});

test('what was said before and after is in another row', () => {
  const burst = every(20, 12, 60_000);
  const all = [{ at: 0 }, ...burst, { at: 120_000 }];
  expect(runAround(all, 60_100)).toEqual(burst);
  expect(runAround(all, 0)).toEqual([{ at: 0 }]);
  expect(runAround(all, 120_000)).toEqual([{ at: 120_000 }]);
});

test('an answer is in its own row, and rows have no gap within and one around', () => {
  const times = fc.array(fc.integer({ min: 0, max: 6_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(times, fc.nat(), (some, pick) => {
      const all = some.toSorted((a, b) => a - b).map((at) => ({ at }));
      const one = all[pick % all.length] ?? { at: 0 };
      const run = runAround(all, one.at);
      expect(run).toContain(one);
      const [first, last] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0];
      for (const { at } of all)
        expect(at >= first && at <= last).toBe(
          at >= first - BURST.apartMs && at <= last + BURST.apartMs,
        );
      for (const [index, { at }] of run.entries())
        expect(at - (run[index - 1]?.at ?? at)).toBeLessThanOrEqual(BURST.apartMs);
    }),
  );
});
