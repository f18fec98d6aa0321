import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBatch, checkRecord } from './check.js';
import { LIMITS } from './limits.js';
import { RECORD_TYPES } from './records.js';

const ID = '0190a5e0-5e5e-7abc-8def-0123456789ab';
const rating = (change: object = {}) => ({
  id: ID,
  type: 'rating',
  at: 1_790_000_000_000,
  standing: 'prospect',
  level: 3,
  ...change,
});
const faultOf = (value: unknown) => checkRecord(value).fault;

describe('a record', () => {
  it('passes with what it must have, and with a stage that nobody defined', () => {
    expect(checkRecord(rating()).ok).toEqual(rating());
    expect(checkRecord(rating({ stage: 'Wünsche 소원' })).ok?.stage).toBe('Wünsche 소원');
  });

  it('keeps only the fields of its type', () => {
    expect(checkRecord(rating({ outcome: 'purchase', extra: 1, __proto__: 2 })).ok).toEqual(
      rating(),
    );
  });

  it.each([
    [{ id: 'x' }, 'id: expected a UUID of version 7, got "x"'],
    [{ id: '0190a5e0-5e5e-4abc-8def-0123456789ab' }, 'id: expected a UUID of version 7'],
    [{ level: 0 }, 'level: expected a whole number from 1 to 8, got 0'],
    [{ level: 9 }, 'level: expected'],
    [{ level: 4.5 }, 'level: expected'],
    [{ level: '3' }, 'level: expected a whole number from 1 to 8, got "3"'],
    [{ level: undefined }, 'level: expected a whole number from 1 to 8, got nothing'],
    [{ at: -1 }, 'at: expected epoch milliseconds'],
    [{ at: 1.5 }, 'at: expected epoch milliseconds'],
    [{ standing: 'visitor' }, 'standing: expected one of prospect, customer'],
    [{ stage: '' }, 'stage: expected text of 1 to 64 characters, got ""'],
    [{ stage: null }, 'stage: expected text of 1 to 64 characters, got null'],
    [{ comment: 'x'.repeat(LIMITS.commentLength + 1) }, 'comment: expected text of 0 to 1,000'],
    [{ reasons: 'slow' }, 'reasons: expected a list of at most 12 reason ids'],
    [{ probability: 0 }, 'probability: expected a number above 0 and up to 1'],
    [{ type: 'constructor' }, 'type: expected one of visit, ask, rating'],
    [{ type: 'forget' }, 'visitor: expected, since a forget is about one'],
    [{ type: 'outcome', outcome: 'purchase', value: 5 }, 'currency: expected beside value'],
    [{ type: 'loss', dropped: { visit: -1 } }, 'dropped: expected a count for each record type'],
    [{ type: 'handover', event: 'made', code: 'short', visitor: 'v' }, 'code: expected text of 8'],
  ])('with %j is refused with a reason that names the field', (change, reason) => {
    expect(faultOf(rating(change))).toContain(reason);
  });

  it.each([null, undefined, 1, 'rating', [], true])('is not %j', (value) => {
    expect(faultOf(value)).toContain('record: expected an object');
  });

  it('is either right or refused in one sentence, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withNullPrototype: true, withMap: true }),
        (value) => {
          const { ok, fault } = checkRecord(value);
          expect(ok === undefined).toBe(typeof fault === 'string');
        },
      ),
    );
  });

  it('that is nearly right is never let through with a wrong field', () => {
    const nearly = fc.record(
      {
        id: fc.oneof(fc.constant(ID), fc.string()),
        type: fc.oneof(fc.constantFrom(...RECORD_TYPES), fc.string()),
        at: fc.oneof(fc.nat(), fc.double(), fc.string()),
        standing: fc.oneof(fc.constantFrom('prospect', 'customer'), fc.string()),
        level: fc.oneof(fc.integer({ min: -1, max: 10 }), fc.anything()),
        comment: fc.oneof(fc.string(), fc.anything()),
        event: fc.oneof(fc.constantFrom('stage', 'shown', 'made'), fc.anything()),
        outcome: fc.oneof(fc.string(), fc.anything()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(nearly, (value) => {
        const { ok, fault } = checkRecord(value);
        if (!ok) {
          expect(fault).toMatch(/^\w+: expected/);
          return;
        }
        expect(ok.id).toBe(ID);
        expect(['prospect', 'customer']).toContain(ok.standing);
        if (ok.type === 'rating') expect([1, 2, 3, 4, 5, 6, 7, 8]).toContain(ok.level);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a batch', () => {
  const batch = (change: object = {}) => ({
    site: 'shop',
    sdk: '1.0.0',
    sentAt: 1_790_000_000_000,
    records: [],
    ...change,
  });

  it('passes with its records unchecked', () => {
    expect(checkBatch(batch({ records: [1, 'two'] })).ok?.records).toEqual([1, 'two']);
  });

  it.each([
    [{ site: undefined }, 'site: expected 1 to 64 characters, no spaces or slashes, got nothing'],
    [{ site: 'a/b' }, 'site: expected'],
    [{ site: 'a b' }, 'site: expected'],
    [{ sdk: 1 }, 'sdk: expected text'],
    [{ sentAt: '2026' }, 'sentAt: expected epoch milliseconds, a whole number, got "2026"'],
    [{ records: {} }, 'records: expected a list of records, got {}'],
  ])('with %j is refused', (change, reason) => {
    expect(checkBatch(batch(change)).fault).toContain(reason);
  });

  it('may be of a site whose name is in any language', () => {
    expect(checkBatch(batch({ site: '온빛' })).ok?.site).toBe('온빛');
  });
});
