import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import type { PlaceCounts } from '@wayfelt/report';
import type { Store } from '../store.js';
import { openDatabase } from '../stores/sqlite/database.js';
import { openSqliteStore } from '../stores/sqlite/sqlite.js';
import { LABEL_TOKEN_MS } from './label-tokens.js';
import { settingsRoutes } from './routes.js';

const READER = { Authorization: 'Bearer reader' };
let folder: string;
let store: Store;
let clock = 1_790_000_000_000;
let counts: PlaceCounts[] = [];
let changes: string[] = [];
let app: ReturnType<typeof settingsRoutes>;

const open = () => {
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  app = settingsRoutes({
    store: { ...store, places: async () => counts },
    readers: async (c, next) => {
      if (c.req.header('Authorization') === READER.Authorization) return await next();
      return c.json({ error: 'Sign in.' }, 401);
    },
    changed: (site) => changes.push(site),
    now: () => clock,
  });
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-settings-'));
  [counts, changes] = [[], []];
  open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const call = async (
  path: string,
  init: { method?: string; body?: unknown; headers?: object } = {},
) => {
  const { method = 'GET', body, headers = READER } = init;
  const response = await app.request(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text && JSON.parse(text) };
};

const save = (base: number, settings: Partial<SiteSettings>, more: object = {}) =>
  call('/v1/settings?site=shop', {
    method: 'PUT',
    body: { base, settings: { ...DEFAULT_SETTINGS, ...settings }, author: 'Kim', ...more },
  });
const publicly = (headers: object = {}) => call('/v1/sites/shop/settings', { headers });
const rule = (id: string, stage = 'search') => ({ id, match: `/${id}`, stage });

describe('a page asking for its settings', () => {
  it('gets none where the site sets nothing, from any origin and without a token', async () => {
    const { status, json, headers } = await publicly();
    expect([status, json]).toEqual([200, { version: 0 }]);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cache-Control')).toContain('stale-while-revalidate');
  });

  it('is told in no bytes that nothing has changed, and in full when something has', async () => {
    await save(0, { rules: [rule('s')] }, { publish: true });
    const first = await publicly();
    const known = { 'If-None-Match': first.headers.get('ETag') };
    expect(await publicly(known)).toMatchObject({ status: 304, json: '' });
    expect(await publicly({ 'If-None-Match': `W/${known['If-None-Match']}` })).toMatchObject({
      status: 304,
    });
    await save(1, { rules: [rule('t')] }, { publish: true });
    expect(await publicly(known)).toMatchObject({ status: 200, json: { version: 2 } });
  });

  it('gets 100 rules and touchpoints in at most 2 kB, compressed', async () => {
    const words = ['search', 'filter', 'cart', 'coupon', 'address', 'reviews', 'photos', 'guide'];
    const stages = ['awareness', 'search', 'consideration', 'purchase'];
    const hundred = Array.from({ length: 100 }, (_, index) => ({
      stage: stages[index % 4] ?? '',
      path: `${words[index % 8]}/${words[(index * 5 + 3) % 8]}-${index}`,
    }));
    counts = hundred.map(({ path }, index) => ({
      touchpoint: path,
      levels: [0, 0, 0, 0, (index * 37) % 91, 0, index, 0],
    })) as unknown as PlaceCounts[];
    await save(
      0,
      {
        rules: hundred.map(({ stage, path }, index) => ({
          id: `rule-${index}`,
          match: `/${path}`,
          stage,
          touchpoint: path,
        })),
        touchpoints: hundred.map(({ stage, path }) => ({
          id: path,
          stage,
          name: { en: `The step ${path}`, ko: `단계 ${path}` },
          places: [{ by: 'selector', selector: `#${path.replace('/', '-')}` }],
          ask: { on: true, delayMs: 3_000 },
        })),
      },
      { publish: true },
    );
    const accepting = (encoding: string) =>
      app.request('/v1/sites/shop/settings', { headers: { 'Accept-Encoding': encoding } });
    const plain = await accepting('identity');
    const small = await accepting('gzip, deflate, br');
    expect(small.headers.get('Content-Encoding')).toBe('br');
    expect(small.headers.get('Vary')).toContain('Accept-Encoding');
    const bytes = Buffer.from(await small.arrayBuffer());
    expect(bytes.length).toBeLessThanOrEqual(2_048);
    expect(brotliDecompressSync(bytes).toString()).toBe(await plain.text());
    expect((await accepting('gzip')).headers.get('Content-Encoding')).toBe('gzip');
  });

  it('gets the last sound version where a newer one is broken', async () => {
    await save(0, { rules: [rule('s')] }, { publish: true });
    await save(1, { rules: [rule('t')] }, { publish: true });
    const db = openDatabase(join(folder, 'wayfelt.db'));
    db.exec(`UPDATE settings_version SET settings = '{"rules":7}' WHERE version = 2`);
    db.close();
    expect((await publicly()).json).toMatchObject({ version: 1, rules: [{ match: '/s' }] });
  });

  it('learns where an answer is wanted most: where the least is known', async () => {
    const touchpoints = ['known', 'new'].map((id) => ({ id, stage: 'use' }));
    counts = [
      { touchpoint: 'known', levels: [0, 0, 0, 0, 50, 0, 50, 0] } as unknown as PlaceCounts,
    ];
    await save(0, { touchpoints }, { publish: true });
    const [known, unheard] = (await publicly()).json.touchpoints;
    expect(known.wanted).toBeLessThan(0.1);
    expect(unheard.wanted).toBe(1);
  });
});

describe('saving settings', () => {
  it('is for readers only', async () => {
    expect((await call('/v1/settings?site=shop', { headers: {} })).status).toBe(401);
  });

  it('makes a version that pages get only once it is published', async () => {
    expect(await save(0, { outcomeDays: 14 })).toMatchObject({
      status: 200,
      json: { version: 1, live: false },
    });
    expect((await publicly()).json).toEqual({ version: 0 });
    await call('/v1/settings/publish?site=shop', {
      method: 'POST',
      body: { version: 1, author: 'Lee' },
    });
    expect((await publicly()).json).toEqual({ version: 1 });
    expect(changes).toEqual(['shop']);
    expect((await call('/v1/settings/versions?site=shop')).json.versions).toEqual([
      {
        version: 1,
        at: clock,
        author: 'Kim',
        note: '',
        live: true,
        published: { at: clock, author: 'Lee' },
      },
    ]);
  });

  it('names the field that is wrong and stores nothing', async () => {
    const { status, json } = await save(0, { outcomeDays: 0 });
    expect(status).toBe(422);
    expect(json.faults).toEqual([
      { field: 'outcomeDays', expected: 'a whole number from 1 to 3650 days', given: '0' },
    ]);
    expect((await call('/v1/settings?site=shop')).json.newest).toBe(0);
  });

  it('says what a request must hold', async () => {
    const { json } = await call('/v1/settings?site=shop', { method: 'PUT', body: { base: '1' } });
    expect(json.faults.map(({ field }: { field: string }) => field)).toEqual(['base', 'settings']);
  });

  it('lets two people edit at once without losing either', async () => {
    await save(0, { rules: [rule('both')] });
    await save(1, { rules: [rule('both'), rule('theirs')], outcomeDays: 60 }, { author: 'Lee' });
    const mine = await save(1, { rules: [rule('mine'), rule('both')], outcomeDays: 7 });
    expect(mine.status).toBe(409);
    expect(mine.json.theirs).toMatchObject({ version: 2, author: 'Lee' });
    expect(mine.json.theirs.changes).toMatchObject([
      { field: 'rules[theirs]' },
      { field: 'outcomeDays' },
    ]);
    expect(mine.json.merge.conflicts).toEqual([
      { field: 'outcomeDays', base: 30, mine: 7, theirs: 60 },
    ]);
    const merged = await save(2, mine.json.merge.settings);
    expect(merged.status).toBe(200);
    const { settings } = (await call('/v1/settings?site=shop')).json;
    expect(settings.rules.map(({ id }: { id: string }) => id)).toEqual(['mine', 'both', 'theirs']);
  });

  it('can be undone: an old version becomes the newest and goes live', async () => {
    await save(0, { rules: [rule('old')] }, { publish: true });
    await save(1, { rules: [rule('new')] }, { publish: true });
    const back = await call('/v1/settings/rollback?site=shop', {
      method: 'POST',
      body: { version: 1, base: 2 },
    });
    expect(back.json).toEqual({ version: 3, live: 3 });
    expect((await publicly()).json.rules).toEqual([{ match: '/old', stage: 'search' }]);
    expect((await call('/v1/settings/changes?site=shop&from=2&to=3')).json.changes).toMatchObject([
      { field: 'rules[new]', kind: 'removed' },
      { field: 'rules[old]', kind: 'added' },
    ]);
  });

  it('survives a restart', async () => {
    await save(0, { rules: [rule('kept')] }, { publish: true });
    store.close();
    open();
    expect((await publicly()).json).toMatchObject({ version: 1, rules: [{ match: '/kept' }] });
  });
});

describe('a label token', () => {
  const label = async (body: object = {}) =>
    (
      await call('/v1/settings/label?site=shop', {
        method: 'POST',
        body: { author: 'Park', ...body },
      })
    ).json;
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  it('opens the page with the token after the #, which no server sees', async () => {
    const { address, token } = await label({ page: 'https://shop.example/cart' });
    expect(address).toBe(`https://shop.example/cart#wayfelt-label=${token}`);
  });

  it('grants the settings of its site, in the name of the person it was made for', async () => {
    const { token } = await label();
    const saved = await call('/v1/settings?site=shop', {
      method: 'PUT',
      body: { base: 0, settings: {}, author: 'Somebody else' },
      headers: bearer(token),
    });
    expect(saved).toMatchObject({ status: 200, json: { author: 'Park' } });
    expect(saved.headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('grants nothing else: no other site, no further token', async () => {
    const headers = bearer((await label()).token);
    expect((await call('/v1/settings?site=bank', { headers })).status).toBe(403);
    expect(
      (await call('/v1/settings/label?site=shop', { method: 'POST', body: {}, headers })).status,
    ).toBe(403);
  });

  it('ends, and cannot be made longer', async () => {
    const { token } = await label();
    const [, payload = '', mac] = token.split('.');
    const grant = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const longer = Buffer.from(JSON.stringify({ ...grant, expires: clock * 2 })).toString(
      'base64url',
    );
    const forged = bearer(`label.${longer}.${mac}`);
    expect((await call('/v1/settings?site=shop', { headers: forged })).status).toBe(401);
    clock += LABEL_TOKEN_MS;
    const { status, headers } = await call('/v1/settings?site=shop', { headers: bearer(token) });
    expect([status, headers.get('Access-Control-Allow-Origin')]).toEqual([401, '*']);
  });

  it('shows the newest version on a page before it is published', async () => {
    const { token } = await label();
    await save(0, { rules: [rule('draft')] });
    const draft = await call(`/v1/sites/shop/settings?preview=${token}`, { headers: {} });
    expect(draft.json.rules).toEqual([{ match: '/draft', stage: 'search' }]);
    expect(draft.headers.get('Cache-Control')).toBe('no-store');
    expect((await call(`/v1/sites/bank/settings?preview=${token}`)).status).toBe(401);
  });

  it("passes the browser's preflight from a foreign page", async () => {
    const { status, headers } = await call('/v1/settings?site=shop', {
      method: 'OPTIONS',
      headers: {},
    });
    expect(status).toBe(204);
    expect(headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
  });
});
