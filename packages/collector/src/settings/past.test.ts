import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Level, WayfeltRecord } from '@wayfelt/protocol';
import type { Coverage, PastChange, PastPreview } from '@wayfelt/protocol/settings-check';
import type { Store } from '../store.js';
import { openSqliteStore } from '../stores/sqlite/sqlite.js';
import { settingsRoutes } from './routes.js';

const NOW = 1_790_000_000_000;
const HOUR_MS = 3_600_000;
let folder: string;
let store: Store;
let app: ReturnType<typeof settingsRoutes>;
let made = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-past-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  app = settingsRoutes({
    store,
    readers: async (_, next) => await next(),
    changed: () => {},
    now: () => NOW,
  });
  made = 0;
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const add = (records: Partial<WayfeltRecord>[]) =>
  store.add(
    'shop',
    records.map((record) => {
      made += 1;
      const id = `0199${String(made).padStart(4, '0')}-0000-7000-8000-${String(made).padStart(12, '0')}`;
      const at = NOW - HOUR_MS;
      const whole = {
        id,
        at,
        standing: 'prospect',
        visitor: 'someone',
        ...record,
      } as WayfeltRecord;
      return { record: whole, at, received: at };
    }),
  );
const visit = (page: string, more: object = {}): Partial<WayfeltRecord> => ({
  type: 'visit',
  event: 'stage',
  page,
  ...more,
});
const rated = (page: string, level: Level, more: object = {}): Partial<WayfeltRecord> => ({
  type: 'rating',
  page,
  level,
  ...more,
});
const get = async <T>(path: string): Promise<T> => (await (await app.request(path)).json()) as T;
const send = async <T>(path: string, body: object, method = 'POST'): Promise<T> => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await app.request(path, { method, headers, body: JSON.stringify(body) });
  return (await response.json()) as T;
};
const publish = (base: number, settings: object) =>
  send('/v1/settings?site=shop', { base, settings, publish: true }, 'PUT');
const byRule = { stageFrom: 'rule' };
const period = { site: 'shop', from: NOW - 2 * HOUR_MS, to: NOW };
const metAndRated = async () =>
  Object.fromEntries(
    (await store.places(period, 'stage')).map(({ stage, met, levels }) => [
      stage,
      [met, levels.reduce((sum, n) => sum + n, 0)],
    ]),
  );

describe('coverage', () => {
  const coverage = () => get<Coverage>('/v1/settings/coverage?site=shop');

  it('finds pages without a stage, alike ones as one, by visits', async () => {
    await add([
      visit('/products/1'),
      visit('/products/2'),
      visit('/about'),
      visit('/', { stage: 'awareness' }),
    ]);
    const { visits, covered, gaps } = await coverage();
    expect([visits, covered]).toEqual([4, 1]);
    expect(gaps).toMatchObject([
      { kind: 'no-stage', match: '/products/:id', visits: 2, pages: 2 },
      { kind: 'no-stage', match: '/about', visits: 1 },
    ]);
  });

  it('says which gaps a rule has closed since', async () => {
    await add([visit('/about')]);
    await publish(0, { rules: [{ id: 'r', match: '/about', stage: 'awareness' }] });
    expect((await coverage()).gaps).toMatchObject([{ match: '/about', now: 'awareness' }]);
  });

  it('finds pages that two rules claim', async () => {
    await add([visit('/offer', { stage: 'search', alsoStages: ['purchase'], ...byRule })]);
    expect((await coverage()).gaps).toMatchObject([
      { kind: 'two-stages', stages: ['search', 'purchase'] },
    ]);
  });

  it('finds names that nobody defined, with the nearest known one', async () => {
    await publish(0, { touchpoints: [{ id: 'search/results', stage: 'search' }] });
    await add([
      visit('/s', { stage: 'serach', stageFrom: 'meta' }),
      { type: 'visit', event: 'touchpoint', stage: 'search', touchpoint: 'search/result' },
    ]);
    expect((await coverage()).undefinedNames).toEqual([
      { kind: 'stage', name: 'serach', nearest: 'search', visits: 1 },
      { kind: 'touchpoint', name: 'search/result', nearest: 'search/results', visits: 1 },
    ]);
  });

  it('forgets the pages of a visitor who is erased', async () => {
    await add([visit('/secret')]);
    await store.forget('shop', 'someone', NOW);
    expect(await coverage()).toMatchObject({ visits: 0, gaps: [] });
  });

  it('shows which recent pages a pattern would mean', async () => {
    await add([visit('/products/1'), visit('/products/1'), visit('/products/2'), visit('/cart')]);
    expect(await get('/v1/settings/pages?site=shop&match=/products/*')).toEqual({
      pages: 2,
      visits: 3,
      examples: [
        { page: '/products/1', visits: 2 },
        { page: '/products/2', visits: 1 },
      ],
    });
  });
});

describe('a corrected rule and the past', () => {
  const past = () =>
    get<{ version: number; preview: PastPreview; log: PastChange[] }>(
      '/v1/settings/past?site=shop',
    );
  const rule = { id: 'r', match: '/offer/*', stage: 'consideration' };

  beforeEach(async () => {
    await add([
      visit('/offer/1'),
      visit('/offer/2', { stage: 'search', ...byRule }),
      rated('/offer/2', 7, { stage: 'search', touchpoint: 'search/offer', ...byRule }),
      rated('/offer/2', 2, { stage: 'purchase', stageFrom: 'call' }),
      visit('/s', { stage: 'search', ...byRule }),
    ]);
    await publish(0, { rules: [rule, { id: 's', match: '/s', stage: 'search' }] });
  });

  it('shows what would move before anything does', async () => {
    const before = await metAndRated();
    const { preview } = await past();
    expect(preview).toMatchObject({ records: 3, ratings: 1 });
    expect(preview.moves).toContainEqual({
      page: '/offer/1',
      from: '',
      to: 'consideration',
      records: 1,
    });
    expect(await metAndRated()).toEqual(before);
  });

  it('moves records and their counts; what a page said by itself stays', async () => {
    await send('/v1/settings/past?site=shop', { version: 1, author: 'Kim' });
    expect(await metAndRated()).toEqual({
      consideration: [2, 1],
      purchase: [0, 1],
      search: [1, 0],
    });
    const touchpoints = await store.places(period, 'touchpoint');
    expect(touchpoints).toMatchObject([{ stage: 'consideration', touchpoint: 'search/offer' }]);
    expect((await past()).preview.records).toBe(0);
    expect((await get<Coverage>('/v1/settings/coverage?site=shop')).covered).toBe(3);
  });

  it('is logged, and can be undone to the last count', async () => {
    const before = await metAndRated();
    const { id } = await send<PastChange>('/v1/settings/past?site=shop', {
      version: 1,
      author: 'Kim',
    });
    expect((await past()).log).toMatchObject([
      { id, author: 'Kim', version: 1, records: 3, ratings: 1 },
    ]);
    await send(`/v1/settings/past/${id}/undo?site=shop`, { author: 'Lee' });
    expect(await metAndRated()).toEqual(before);
    expect((await past()).log).toMatchObject([{ id, undone: { author: 'Lee' } }]);
    expect((await past()).preview.records).toBe(3);
    expect(await send(`/v1/settings/past/${id}/undo?site=shop`, {})).toHaveProperty('error');
  });

  it('is not applied where the rules have changed since the preview', async () => {
    await publish(1, { rules: [] });
    expect(await send('/v1/settings/past?site=shop', { version: 1 })).toHaveProperty('error');
  });

  it('moves many records in pieces, between which visitors are answered', async () => {
    await add(Array.from({ length: 2_500 }, (_, i) => visit(`/offer/${i % 7}`)));
    const { records } = await send<PastChange>('/v1/settings/past?site=shop', { version: 1 });
    expect(records).toBe(2_503);
    expect((await metAndRated())['consideration']).toEqual([2_502, 1]);
  });

  it('leaves a page alone where a query decides, which no record keeps', async () => {
    await publish(1, { rules: [{ ...rule, match: '/offer/*?kind=new' }] });
    expect((await past()).preview.records).toBe(0);
  });
});
