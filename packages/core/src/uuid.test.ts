import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { createUuid } from './uuid.js';

afterEach(() => vi.useRealTimers());

test('ids sort in the order they were made, however the clock jumps', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 47 }), { minLength: 2 }), (clock) => {
      vi.useFakeTimers();
      const uuid = createUuid();
      const ids = clock.map((now) => {
        vi.setSystemTime(now);
        return uuid();
      });
      expect([...ids].sort()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

test('an id is a UUID of version 7 and tells its millisecond', () => {
  vi.useFakeTimers();
  vi.setSystemTime(1_790_000_000_000);
  const id = createUuid()();
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(1_790_000_000_000);
});
