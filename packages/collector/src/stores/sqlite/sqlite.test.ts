import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Level, WayfeltRecord } from '@wayfelt/protocol';
import { arrival, DAY_MS, idOf, NOON, rating, visit } from '../../records.fixture.js';
import type { Answer, AnswererSample, Store } from '../../store.js';
import { openSqliteStore } from './sqlite.js';

let folder: string;
let store: Store;
let files = 0;
const fresh = () => openSqliteStore(join(folder, `${(files += 1)}.db`));
/** Sites share nothing, so each run of a property takes new ones. */
let sites = 0;
const freshSite = () => `site-${(sites += 1)}`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-store-'));
  store = fresh();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const EVER = { site: 'shop', from: 0, to: NOON + 1_000 * DAY_MS };
const add = (...records: WayfeltRecord[]) => store.add('shop', records.map(arrival));

/** Everything that a report could see of one site. */
const seen = async (site: string) => {
  const ever = { ...EVER, site };
  const slices = [ever, { ...ever, from: NOON - 2 * DAY_MS + 1, to: NOON + 12_345 }];
  const filters = [{}, { device: 'phone' as const }, { locale: 'ko', source: 'email' }];
  const all = slices.flatMap((slice) => filters.map((filter) => ({ ...slice, ...filter })));
  const answers = await Promise.all(
    all.map(async (slice) => ({
      stages: await store.places(slice, 'stage'),
      touchpoints: await store.places(slice, 'touchpoint'),
      periods: await store.periods(slice, 'day', 'touchpoint'),
      groups: await store.groups(slice),
      histories: (await store.histories(slice, 1_000)).histories,
      voices: await store.voices({ ...slice, limit: 500 }),
    })),
  );
  return sorted({ answers, delivery: await store.delivery(ever) });
};

/** Lists in one order, so that they can be compared. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    return items.every((item) => typeof item === 'object')
      ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]));
};

describe('adding', () => {
  it('stores an id once, whatever comes how often, and whichever type it says', async () => {
    expect(await add(rating(1))).toEqual(['accepted']);
    const again = [rating(1), rating(1, { level: 8 }), visit(1)];
    expect(await add(...again)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    const [place] = await store.places(EVER, 'stage');
    expect(place?.levels).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    expect(place?.met).toBe(0);
  });

  it('counts once what many requests bring at the same time', async () => {
    const batch = Array.from({ length: 20 }, (_, i) => rating(i, { visitor: `visitor-${i}` }));
    const fates = (await Promise.all(Array.from({ length: 10 }, () => add(...batch)))).flat();
    expect(fates.filter((fate) => fate === 'accepted')).toHaveLength(20);
    const [place] = await store.places(EVER, 'stage');
    expect(place?.levels).toEqual([0, 0, 20, 0, 0, 0, 0, 0]);
  });

  it('keeps the same id of two sites apart', async () => {
    await add(rating(1));
    expect(await store.add('other', [arrival(rating(1))])).toEqual(['accepted']);
  });

  it('counts a visit where it was: a stage, or a touchpoint', async () => {
    await add(visit(1), visit(2, { touchpoint: 'search/results' }), visit(3, { event: 'dwell' }));
    expect(await store.places(EVER, 'stage')).toMatchObject([{ stage: 'search', met: 1 }]);
    expect(await store.places(EVER, 'touchpoint')).toMatchObject([
      { touchpoint: 'search/results', met: 1 },
    ]);
  });

  it('keeps a stage that nobody defined, and one that nobody named', async () => {
    const { stage: _, touchpoint: __, ...nowhere } = rating(2);
    await add(rating(1, { stage: 'wishing' }), nowhere);
    const stages = (await store.places(EVER, 'stage')).map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['', 'wishing']);
  });

  it('counts an outcome once per name and key', async () => {
    const bought = (n: number, key?: string): WayfeltRecord => ({
      ...visit(n),
      type: 'outcome',
      outcome: 'purchase',
      ...(key === undefined ? {} : { key }),
    });
    const fates = await add(rating(1), bought(2, 'a1'), bought(3, 'a1'), bought(4), bought(5));
    expect(fates).toEqual(['accepted', 'accepted', 'duplicate', 'accepted', 'accepted']);
    expect(await add(bought(3, 'a1'))).toEqual(['duplicate']);
    const { histories } = await store.histories(EVER, 100);
    expect(histories[0]?.outcomes).toHaveLength(3);
  });
});

describe('revisions', () => {
  it('replace what was stored, lower ones change nothing', async () => {
    await add(rating(1, { level: 2 }));
    await add(rating(1, { level: 7, comment: 'Better now', revision: 2 }));
    expect(await add(rating(1, { level: 1, revision: 1 }))).toEqual(['duplicate']);
    expect(await store.places(EVER, 'stage')).toMatchObject([{ levels: [0, 0, 0, 0, 0, 0, 1, 0] }]);
    expect(await store.voices({ ...EVER, limit: 5 })).toMatchObject([{ comment: 'Better now' }]);
  });

  it('of somebody else are refused as known', async () => {
    await add(rating(1));
    expect(await add(rating(1, { visitor: 'eve', level: 8, revision: 9 }))).toEqual(['duplicate']);
  });

  it('that take an answer back leave nothing of it but its id', async () => {
    await add(rating(1, { comment: 'secret' }));
    await add(rating(1, { comment: 'secret', revision: 1, retracted: true }));
    expect(await store.places(EVER, 'stage')).toEqual([]);
    expect(await store.voices({ ...EVER, limit: 5 })).toEqual([]);
    expect(await add(rating(1))).toEqual(['duplicate']);
  });

  const revisions = fc.uniqueArray(
    fc.record({
      revision: fc.integer({ min: 0, max: 6 }),
      level: fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8),
      retracted: fc.boolean(),
      touchpoint: fc.constantFrom('search/results', 'search/filter'),
      stage: fc.constantFrom('search', 'use'),
    }),
    { selector: ({ revision }) => revision, minLength: 1, maxLength: 5 },
  );

  it('give the same in every order of arrival', async () => {
    await fc.assert(
      fc.asyncProperty(revisions, fc.infiniteStream(fc.nat()), async (changes, order) => {
        const records = changes.map((change) => rating(1, change as Partial<typeof RATING>));
        const shuffled = records
          .map((record) => ({ record, place: order.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ record }) => record);
        const [one, other] = [freshSite(), freshSite()];
        for (const record of records) await store.add(one, [arrival(record)]);
        for (const record of shuffled) await store.add(other, [arrival(record)]);
        expect(await seen(other)).toEqual(await seen(one));
      }),
      { numRuns: 25 },
    );
  });
});
const RATING = rating(0);

const anyRecord = (n: number) =>
  fc
    .record({
      type: fc.constantFrom('visit', 'ask', 'rating', 'outcome'),
      visitor: fc.constantFrom('ada', 'bob', 'cy', undefined),
      session: fc.constantFrom('s1', 's2', undefined),
      standing: fc.constantFrom('prospect', 'customer'),
      stage: fc.constantFrom('search', 'use', undefined),
      touchpoint: fc.constantFrom('search/results', 'use/lamp', undefined),
      device: fc.constantFrom('phone', 'desktop', undefined),
      locale: fc.constantFrom('ko', 'en', undefined),
      source: fc.constantFrom('email', undefined),
      seq: fc.constantFrom(1, 2, 3, undefined),
      daysAgo: fc.double({ min: 0, max: 3, noNaN: true }),
      level: fc.integer({ min: 1, max: 8 }),
      event: fc.constantFrom('stage', 'touchpoint', 'dwell'),
      askEvent: fc.constantFrom('shown', 'seen', 'answered'),
      dwellMs: fc.integer({ min: 0, max: 9_000 }),
      comment: fc.constantFrom('fine', undefined),
      key: fc.constantFrom('k1', 'k2', undefined),
    })
    .map(({ daysAgo, type, level, event, askEvent, dwellMs, comment, key, ...base }) => {
      const own = {
        visit: { event, dwellMs },
        ask: { event: askEvent },
        rating: { level, comment },
        outcome: { outcome: 'purchase', key },
      }[type];
      const record = {
        ...base,
        ...own,
        type,
        id: idOf(n),
        at: Math.floor(NOON - daysAgo * DAY_MS),
      };
      return Object.fromEntries(
        Object.entries(record).filter(([, value]) => value !== undefined),
      ) as unknown as WayfeltRecord;
    });
const someRecords = fc
  .integer({ min: 1, max: 25 })
  .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyRecord(i))));

describe('erasing', () => {
  it('leaves everything as if the visitor had never come', async () => {
    await fc.assert(
      fc.asyncProperty(someRecords, async (records) => {
        const [erased, never] = [freshSite(), freshSite()];
        await store.add(erased, records.map(arrival));
        await store.forget(erased, 'ada', NOON + DAY_MS);
        await store.add(never, records.filter(({ visitor }) => visitor !== 'ada').map(arrival));
        expect(await seen(erased)).toEqual(await seen(never));
      }),
      { numRuns: 60 },
    );
  });

  it('is asked for by a record, which is stored once and says of nobody', async () => {
    const forget: WayfeltRecord = { ...visit(9), type: 'forget', at: NOON + 10 };
    await add(rating(1), rating(2, { visitor: 'bob' }), forget);
    expect(await store.places(EVER, 'stage')).toMatchObject([{ levels: [0, 0, 1, 0, 0, 0, 0, 0] }]);
    expect(await add(forget)).toEqual(['duplicate']);
  });

  it('is not undone by what arrives late or again', async () => {
    await add(rating(1));
    await store.forget('shop', 'ada', NOON + 10);
    expect(await add(rating(1), rating(2))).toEqual(['duplicate', 'duplicate']);
    expect(await store.places(EVER, 'stage')).toEqual([]);
    const later = rating(3, { at: NOON + 11 });
    expect(await add(later)).toEqual(['accepted']);
  });

  it('says how much is gone', async () => {
    await add(rating(1), visit(2), rating(3, { visitor: 'bob' }));
    expect(await store.forget('shop', 'ada', NOON + 10)).toBe(2);
    expect(await store.forget('shop', 'nobody', NOON + 10)).toBe(0);
  });
});

describe('hand-over codes', () => {
  const made = (n: number, visitor: string, change = {}): WayfeltRecord => ({
    ...visit(n, { visitor }),
    type: 'handover',
    event: 'made',
    code: 'c0de-c0de',
    expires: NOON + DAY_MS,
    ...change,
  });
  const used = (n: number, visitor: string, at = NOON + 1): WayfeltRecord => ({
    ...visit(n, { visitor, at }),
    type: 'handover',
    event: 'used',
    code: 'c0de-c0de',
  });
  const people = async () => (await store.histories(EVER, 100)).histories.length;
  const answers = [rating(1, { visitor: 'phone' }), rating(2, { visitor: 'desk' })];

  it('make one history of two browsers, in either order of arrival', async () => {
    await add(...answers, made(3, 'phone'), used(4, 'desk'));
    expect(await people()).toBe(1);
    store.close();
    store = fresh();
    await add(used(4, 'desk'), made(3, 'phone'), ...answers);
    expect(await people()).toBe(1);
  });

  it('join nobody after they expired', async () => {
    await add(...answers, made(3, 'phone'), used(4, 'desk', NOON + 2 * DAY_MS));
    expect(await people()).toBe(2);
  });

  it('let erasing one erase the other', async () => {
    await add(...answers, made(3, 'phone'), used(4, 'desk'));
    await store.forget('shop', 'desk', NOON + 3 * DAY_MS);
    expect(await people()).toBe(0);
    expect(await store.places(EVER, 'stage')).toEqual([]);
  });

  it('stop joining when many have used them', async () => {
    const many = Array.from({ length: 9 }, (_, i) => `v${i}`);
    await add(
      made(100, 'phone'),
      ...many.map((visitor, i) => used(200 + i, visitor, NOON + 1 + i)),
      ...many.map((visitor, i) => rating(i, { visitor })),
    );
    expect(await people()).toBe(1 + 4);
  });
});

describe('counting', () => {
  it('is exact for any period, whatever the counts are kept by', async () => {
    await fc.assert(
      fc.asyncProperty(
        someRecords,
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.constantFrom({}, { device: 'phone' as const }),
        async (records, a, b, filter) => {
          const site = freshSite();
          await store.add(site, records.map(arrival));
          const [to, from] = [a, b].sort().map((days) => Math.floor(NOON - days * DAY_MS));
          const slice = { site, from: from ?? 0, to: to ?? 0, ...filter };
          const found = await store.places(slice, 'stage');
          const total = found.flatMap(({ levels }) => levels).reduce((sum, n) => sum + n, 0);
          const wanted = records.filter(
            (record) =>
              record.type === 'rating' &&
              record.at >= slice.from &&
              record.at < slice.to &&
              (!('device' in filter) || record.device === 'phone'),
          );
          expect(total).toBe(wanted.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('knows what was made and never arrived', async () => {
    const loss: WayfeltRecord = { ...visit(8), type: 'loss', dropped: { visit: 4, rating: 1 } };
    await add(visit(1, { seq: 1 }), visit(2, { seq: 2 }), visit(3, { seq: 7 }), loss);
    expect(await store.delivery(EVER)).toEqual({ made: 7, arrived: 3, dropped: 5 });
  });

  it('reads a fair part of the visitors where there are too many', async () => {
    await add(...Array.from({ length: 4_000 }, (_, i) => rating(i, { visitor: `v${i}` })));
    const { share, histories } = await store.histories(EVER, 400);
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThanOrEqual(0.1);
    expect(histories.length / share).toBeGreaterThan(3_500);
    expect(histories.length / share).toBeLessThan(4_500);
  });

  it('reads who answered as the histories tell it, without the rest', async () => {
    const lamp = { stage: 'use', touchpoint: 'use/lamp', device: 'phone' } as const;
    await add(
      ...Array.from({ length: 600 }, (_, i) =>
        rating(i, {
          visitor: `v${i % 250}`,
          level: ((i % 8) + 1) as Level,
          probability: i % 3 ? 0.5 : 1,
        }),
      ),
      ...Array.from({ length: 40 }, (_, i) => rating(9_000 + i, { ...lamp, visitor: `v${i % 9}` })),
    );
    // in any order, since only sums are made of them
    const told = (answers: readonly Answer[]) =>
      answers
        .map(({ level, stage, touchpoint, standing, probability }) =>
          [level, stage, touchpoint, standing, probability].join(' '),
        )
        .toSorted()
        .join();
    const people = ({ histories }: AnswererSample) =>
      histories.map(({ known, answers }) => `${known} ${told(answers)}`).toSorted();
    for (const slice of [EVER, { ...EVER, ...lamp }, { ...EVER, stage: 'search' }])
      for (const most of [100, 10_000]) {
        const answerers = await store.answerers(slice, most);
        const histories = await store.histories(slice, most);
        expect(answerers.share).toBe(histories.share);
        expect(people(answerers)).toEqual(people(histories));
        expect(answerers.histories).not.toHaveLength(0);
      }
  });

  it('follows the newest visitors record by record, and no device that many use', async () => {
    const many = (visitor: string, first: number, n: number) =>
      Array.from({ length: n }, (_, i) =>
        visit(first + i, { visitor, seq: i + 1, at: NOON + first + i }),
      );
    await add(...many('kiosk', 90_000, 401));
    for (let v = 0; v < 21; v += 1) await add(...many(`v${v}`, 1_000 * v, 400));
    const trails = await store.trails(EVER, 2_000);
    expect(trails.map((steps) => steps.length)).toEqual(Array.from({ length: 20 }, () => 400));
    const times = trails.flat().map(({ at }) => at);
    expect(Math.max(...times)).toBe(NOON + 20_399);
    expect(Math.min(...times)).toBe(NOON + 1_000);
  });

  it('reads everybody at a place where few answered, however many did elsewhere', async () => {
    const lamp = { stage: 'use', touchpoint: 'use/lamp' };
    await add(
      ...Array.from({ length: 2_000 }, (_, i) => rating(i, { visitor: `v${i}` })),
      ...Array.from({ length: 30 }, (_, i) => rating(9_000 + i, { ...lamp, visitor: `v${i * 7}` })),
    );
    const few = await store.histories({ ...EVER, ...lamp }, 400);
    expect(few.share).toBe(1);
    expect(few.histories.flatMap(({ answers }) => answers)).toHaveLength(30);
    const many = await store.histories({ ...EVER, stage: 'search' }, 400);
    expect(many.share).toBeLessThanOrEqual(0.2);
    expect(many.histories.flatMap(({ answers }) => answers)).not.toHaveLength(0);
    for (const { answers } of many.histories)
      expect(answers.map(({ stage }) => stage)).toEqual(['search']);
  });
});

it('opens again with everything that it had', async () => {
  const file = join(folder, 'again.db');
  const first = openSqliteStore(file);
  await first.add('shop', [arrival(rating(1, { comment: '좋아요' }))]);
  first.close();
  const second = openSqliteStore(file);
  expect(await second.voices({ ...EVER, limit: 5 })).toMatchObject([
    { id: idOf(1), comment: '좋아요', level: 3 },
  ]);
  expect(await second.sites()).toEqual([{ site: 'shop', last: NOON }]);
  second.close();
});

it('pages through comments, newest first, by words and levels', async () => {
  const said = Array.from({ length: 5 }, (_, i) =>
    rating(i, {
      visitor: `visitor-${i}`,
      at: NOON + i,
      level: i < 2 ? 1 : 8,
      comment: `100% word ${i}`,
    }),
  );
  await add(...said);
  const first = await store.voices({ ...EVER, limit: 2 });
  expect(first.map(({ at }) => at - NOON)).toEqual([4, 3]);
  const last = first[1];
  if (!last) throw new Error('no second comment');
  const rest = await store.voices({ ...EVER, limit: 9, before: last });
  expect(rest.map(({ at }) => at - NOON)).toEqual([2, 1, 0]);
  expect(await store.voices({ ...EVER, limit: 9, levels: [1] })).toHaveLength(2);
  expect(await store.voices({ ...EVER, limit: 9, search: '0% WORD' })).toHaveLength(5);
  expect(await store.voices({ ...EVER, limit: 9, search: '1_0' })).toHaveLength(0);
});
