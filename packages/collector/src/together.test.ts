import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCollector, type Collector } from './collector.js';
import { arrival, NOON, rating } from './records.fixture.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'the-token';
const TEAM = { Authorization: `Bearer ${TOKEN}` };
const REPORT = `/v1/report?site=shop&from=0&to=${NOON + 1}&parts=stages`;

let folder: string;
let store: Store;
let collector: Collector;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-together-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  await store.add('shop', [arrival(rating(1))]);
  collector = createCollector({ store, token: TOKEN, now: () => NOON + 1 });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = TEAM) =>
  collector(new Request(`http://collector${path}`, { headers }));
const together = (...paths: string[]) =>
  `/v1/together?${new URLSearchParams(paths.map((path) => ['ask', path]))}`;

it('answers each question as if it had come alone, in their order', async () => {
  const paths = ['/v1/sites', REPORT, '/v1/session', '/v1/report', '/v1/settings?site=shop'];
  const alone = await Promise.all(
    paths.map(async (path) => {
      const response = await get(path);
      return { status: response.status, body: await response.json() };
    }),
  );
  const response = await get(together(...paths));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ answers: alone });
  expect(alone.map(({ status }) => status)).toEqual([200, 200, 200, 400, 200]);
});

it('lets nobody read what they may not read alone', async () => {
  const { answers } = await (await get(together('/v1/sites', REPORT), {})).json();
  expect(answers.map(({ status }: { status: number }) => status)).toEqual([401, 401]);
});

it('takes a cookie from the dashboard alone, as each question does', async () => {
  const signedIn = await collector(
    new Request('http://collector/v1/session', {
      method: 'POST',
      body: JSON.stringify({ token: TOKEN }),
    }),
  );
  const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  const statusFrom = async (site: string) => {
    const response = await get(together('/v1/sites'), { Cookie, 'Sec-Fetch-Site': site });
    return (await response.json()).answers[0].status;
  };
  expect(await statusFrom('same-origin')).toBe(200);
  expect(await statusFrom('cross-site')).toBe(401);
});

it.each([
  [[], 'ask: expected 1 to 8 paths, got 0'],
  [Array.from({ length: 9 }, () => '/v1/sites'), 'ask: expected 1 to 8 paths, got 9'],
  [['/v1/export?site=shop'], 'ask: expected a path to one of session, sites'],
  [['/v1/together?ask=/v1/sites'], 'ask: expected a path to one of session, sites'],
  [['//elsewhere.example/v1/sites'], 'ask: expected a path to one of session, sites'],
  [['/v1/sites/../export'], 'ask: expected a path to one of session, sites'],
])('refuses %j', async (paths, why) => {
  const response = await get(together(...paths));
  expect(response.status).toBe(400);
  expect((await response.json()).error).toContain(why);
});
