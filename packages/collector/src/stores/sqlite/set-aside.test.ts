import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RatingRecord } from '@wayfelt/protocol';
import { arrival, NOON, rating, visit } from '../../records.fixture.js';
import type { Store } from '../../store.js';
import { openSqliteStore } from './sqlite.js';

let store: Store;
beforeEach(() => {
  store = openSqliteStore(':memory:');
});
afterEach(() => store.close());

const EVER = { site: 'shop', from: 0, to: NOON * 2 };
const burst = (change: Partial<RatingRecord> = {}): RatingRecord[] =>
  Array.from({ length: 12 }, (_, n) =>
    rating(100 + n, {
      visitor: 'robot',
      at: NOON + n * 24,
      touchpoint: `search/step-${n}`,
      form: 'card',
      level: 8,
      ...change,
    }),
  );
const add = (...records: RatingRecord[]) => store.add('shop', records.map(arrival));
const counted = async () => {
  const places = await store.places(EVER, 'stage');
  const aside = await store.setAside(EVER);
  const sum = (rows: { levels: readonly number[] }[]) =>
    rows.reduce((all, { levels }) => all + levels.reduce((n, one) => n + one, 0), 0);
  return { figures: sum(places), aside: sum(aside) };
};

describe('answers faster than a person gives them', () => {
  it('are kept, in no figure, and can be read', async () => {
    await add(rating(1), ...burst());
    expect(await counted()).toEqual({ figures: 1, aside: 12 });
    const { histories } = await store.histories(EVER, 1_000);
    expect(histories).toHaveLength(1);
    const query = { ...EVER, type: 'rating' as const, limit: 100 };
    expect(await store.records(query)).toHaveLength(1);
    expect(await store.records({ ...query, aside: true })).toHaveLength(12);
  });

  it('are the same ones in whatever order and batches they arrive', async () => {
    const person = [rating(1, { visitor: 'robot', at: NOON - 60_000 })];
    const all = [...person, ...burst()];
    let sites = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.integer({ min: 1, max: 5 }),
        async (shuffled, size) => {
          const site = `shop-${(sites += 1)}`;
          for (let from = 0; from < shuffled.length; from += size)
            await store.add(site, shuffled.slice(from, from + size).map(arrival));
          const aside = await store.setAside({ ...EVER, site });
          expect(aside.map(({ touchpoint }) => touchpoint).sort()).toEqual(
            burst()
              .map(({ touchpoint }) => touchpoint)
              .sort(),
          );
          const [left] = await store.places({ ...EVER, site }, 'touchpoint');
          expect(left?.levels).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([
    ["a page's own form", (one: RatingRecord) => ({ ...one, form: 'own' as const })],
    ['an import', ({ form: _none, ...one }: RatingRecord) => one],
  ])('are let pass where %s sends several at once', async (_who, given) => {
    await add(...burst().map(given));
    expect(await counted()).toEqual({ figures: 12, aside: 0 });
  });

  it('stay set aside when they are commented later, and go when they are taken back', async () => {
    await add(...burst());
    const [first, second] = burst();
    if (!first || !second) throw new Error('a burst has two answers');
    await add({ ...first, revision: 1, comment: 'buy now' });
    expect(await counted()).toEqual({ figures: 0, aside: 12 });
    expect(await store.voices({ ...EVER, limit: 10 })).toEqual([]);
    await add({ ...second, revision: 1, retracted: true });
    expect(await counted()).toEqual({ figures: 0, aside: 11 });
  });

  it('leave nothing behind when their visitor is erased', async () => {
    await add(rating(1), ...burst());
    await store.forget('shop', 'robot', NOON * 2);
    expect(await counted()).toEqual({ figures: 1, aside: 0 });
  });
});

it('a flood of them is set aside without a rest, and without being read again and again', async () => {
  const flood = Array.from({ length: 3_000 }, (_, n) =>
    rating(n, { visitor: 'robot', form: 'card' }),
  );
  await add(...flood);
  expect(await counted()).toEqual({ figures: 0, aside: 3_000 });
});

describe('sources', () => {
  it('are filtered by their own name or by their kind, and compared by kind', async () => {
    const from = (n: number, source: string) => visit(n, { source });
    await store.add(
      'shop',
      [
        from(1, 'www.google.com'),
        from(2, 'search.naver.com'),
        from(3, 't.co'),
        from(4, 'direct'),
      ].map(arrival),
    );
    const met = async (source: string) =>
      (await store.places({ ...EVER, source }, 'stage')).reduce((sum, place) => sum + place.met, 0);
    expect([await met('search'), await met('www.google.com'), await met('social')]).toEqual([
      2, 1, 1,
    ]);
    const groups = (await store.groups(EVER)).filter(({ by }) => by === 'source');
    expect(Object.fromEntries(groups.map(({ value, met: n }) => [value, n]))).toEqual({
      search: 2,
      social: 1,
      direct: 1,
    });
  });
});
