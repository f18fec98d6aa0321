import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type SiteSettings, type WayfeltRecord } from '@wayfelt/protocol';
import { arrival, DAY_MS, NOON, rating, visit } from './records.fixture.js';
import { startRetention, type Retention } from './retention.js';
import { createCollector } from './collector.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const EVER = { site: 'shop', from: 0, to: NOON + 10_000 * DAY_MS };
let folder: string;
let store: Store;
let clock: number;
let retention: Retention | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-retention-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  clock = NOON;
});
afterEach(async () => {
  vi.useRealTimers();
  await retention?.stop();
  store.close();
  rmSync(folder, { recursive: true });
});

const add = (...records: WayfeltRecord[]) => store.add('shop', records.map(arrival));
const publish = async (change: Partial<SiteSettings>) => {
  const { version: base } = await store.settings.newest('shop');
  const settings = { ...DEFAULT_SETTINGS, ...change };
  const by = { author: 'kim', at: NOON };
  const version = await store.settings.add('shop', { base, settings, note: '', ...by });
  if (version !== 'stale') await store.settings.publish('shop', version, by);
};
const start = async () => {
  retention = startRetention({ store, now: () => clock });
  return await retention.run();
};
const comments = async () =>
  (await store.voices({ ...EVER, limit: 500 })).map(({ comment }) => comment);
const stored = async (type: 'rating' | 'visit' = 'rating') =>
  await store.records({ ...EVER, type, limit: 5_000 });
const counts = async () => ({
  stages: await store.places(EVER, 'stage'),
  touchpoints: await store.places(EVER, 'touchpoint'),
  days: await store.periods(EVER, 'day', 'touchpoint'),
});

describe('retention', () => {
  it('empties comments and contacts that are too old, and keeps their ratings', async () => {
    await publish({ retention: { recordDays: 100, commentDays: 10 } });
    await add(
      rating(1, { at: NOON - 11 * DAY_MS, comment: 'too old', contact: 'old@example.com' }),
      rating(2, { at: NOON - 11 * DAY_MS, contact: 'silent@example.com', intent: 'ready' }),
      rating(3, { at: NOON - 9 * DAY_MS, comment: 'young', contact: 'young@example.com' }),
    );
    const before = await counts();
    expect(await start()).toEqual({ comments: 3, records: 0, others: 0 });
    expect(await comments()).toEqual(['young']);
    const rows = await stored();
    expect(rows.map(({ contact }) => contact)).toEqual([undefined, undefined, 'young@example.com']);
    expect(rows[1]?.intent).toBe('ready');
    expect(await counts()).toEqual(before);
  });

  it('removes records that are too old with their visits and visitors, and keeps every count', async () => {
    await publish({ retention: { recordDays: 100, commentDays: 100 } });
    const old = { at: NOON - 102 * DAY_MS, session: 'long-ago' };
    await add(
      rating(1, { ...old, visitor: 'gone' }),
      visit(2, { ...old, visitor: 'gone', event: 'stage', page: '/s' }),
      rating(3, { ...old, visitor: 'loyal' }),
      rating(4, { at: NOON - DAY_MS, visitor: 'loyal', session: 'yesterday', level: 8 }),
    );
    const before = await counts();
    const { records } = await start();
    expect(records).toBe(3);
    expect((await stored()).map(({ level }) => level)).toEqual([8]);
    expect(await stored('visit')).toEqual([]);
    expect(await counts()).toEqual(before);
    const { histories } = await store.histories(EVER, 1_000);
    expect(histories.map(({ answers, visits }) => [answers.length, visits])).toEqual([
      [1, [NOON - DAY_MS]],
    ]);
  });

  it('does nothing the second time', async () => {
    await publish({ retention: { recordDays: 10, commentDays: 5 } });
    await add(rating(1, { at: NOON - 20 * DAY_MS, comment: 'old' }), rating(2));
    expect((await start()).records).toBe(1);
    expect(await retention?.run()).toEqual({ comments: 0, records: 0, others: 0 });
  });

  it('runs every day, by the days that are live then', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await publish({ retention: { recordDays: 10, commentDays: 10 } });
    await add(rating(1, { comment: 'kept for ten days' }));
    await start();
    expect(await comments()).toHaveLength(1);
    clock = NOON + 9 * DAY_MS;
    await publish({ retention: { recordDays: 8, commentDays: 8 } });
    vi.advanceTimersByTime(DAY_MS);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('keeps two years of records and one of comments where nothing is set', async () => {
    await add(
      rating(1, { at: NOON - 761 * DAY_MS }),
      rating(2, { at: NOON - 759 * DAY_MS, comment: 'more than a year ago' }),
      rating(3, { at: NOON - 364 * DAY_MS, comment: 'less than a year ago' }),
    );
    expect(await start()).toMatchObject({ comments: 1, records: 1 });
    expect(await comments()).toEqual(['less than a year ago']);
  });

  it('lets new records in between its pieces', async () => {
    const old = Array.from({ length: 3_000 }, (_, i) =>
      rating(i, { visitor: `visitor-${i}`, at: NOON - 800 * DAY_MS }),
    );
    await add(...old);
    let pieces = 0;
    const removeOld: Store['removeOld'] = async (site, from) => {
      pieces += 1;
      if (pieces === 2) void add(rating(9_999));
      return await store.removeOld(site, from);
    };
    retention = startRetention({ store: { ...store, removeOld }, now: () => clock });
    const { records } = await retention.run();
    expect(records).toBe(3_000);
    expect(pieces).toBeGreaterThan(5);
    expect(await stored()).toHaveLength(1);
  });
});

describe('a site without comments', () => {
  it('keeps the rating and drops the words, from the moment that is published', async () => {
    const collect = createCollector({ store, token: 'x'.repeat(32), now: () => clock });
    const send = async (record: WayfeltRecord) => {
      const body = JSON.stringify({ site: 'shop', sdk: '1.0.0', sentAt: clock, records: [record] });
      const answer = await collect(
        new Request('http://localhost/v1/records', { method: 'POST', body }),
      );
      expect(await answer.json()).toEqual({ accepted: 1, duplicates: 0, rejected: [] });
    };
    await send(rating(1, { comment: 'welcome' }));
    await publish({ privacy: { consent: 'implied', comments: false } });
    await send(rating(2, { comment: 'unwanted' }));
    expect(await comments()).toEqual(['welcome']);
    expect(await stored()).toHaveLength(2);
    await publish({});
    await send(rating(3, { comment: 'welcome again' }));
    expect((await comments()).toSorted()).toEqual(['welcome', 'welcome again']);
  });
});
