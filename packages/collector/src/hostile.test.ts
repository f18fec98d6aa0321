import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector, type Collector } from './collector.js';
import { NOON, rating } from './records.fixture.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token that is long enough';
const TEAM = { Authorization: `Bearer ${TOKEN}` };
let folder: string;
let store: Store;
let reported: unknown[];
let collector: Collector;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-hostile-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  reported = [];
  collector = createCollector({
    store,
    token: TOKEN,
    now: () => NOON + 60_000,
    report: (cause) => reported.push(cause),
  });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const call = (path: string, init: RequestInit = {}) =>
  collector(new Request(`http://collector.test${path}`, init), { address: '192.0.2.1' });
const post = (site: string, records: unknown[]) =>
  call('/v1/records', {
    method: 'POST',
    body: JSON.stringify({ site, sdk: '1.0.0', sentAt: NOON, records }),
  });
const tokenOf = async (path: string, body: object): Promise<string> => {
  const made = await call(path, {
    method: 'POST',
    headers: { ...TEAM, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { token } = (await made.json()) as { token?: string };
  if (!token) throw new Error(`${path} gave no token: ${made.status}`);
  return token;
};

/** Ways to name two sites at once, or one in disguise; whoever checks and whoever reads may differ in them. */
const DISGUISES = [
  '?%73ite=secret&site=shop',
  '?site=shop&site=secret',
  '?site=secret&site=shop',
  '?s%69te=secret&site=shop',
  '?site&site=secret&site=shop',
  '?x=&%73%69%74%65=secret&site=shop',
  '?site=shop%26site=secret',
];

describe('whoever may read one site only', () => {
  it('reads by a link what the settings are now, and nothing of how they came to be', async () => {
    const token = await tokenOf('/v1/shares?site=shop', { comments: true });
    const headers = { Authorization: `Bearer ${token}` };
    const now = (await (
      await call('/v1/settings?site=shop&version=3', { headers })
    ).json()) as object;
    expect(Object.keys(now).toSorted()).toEqual(['live', 'newest', 'settings', 'site', 'version']);
    for (const route of ['versions', 'coverage', 'past', 'pages', 'label', 'preview']) {
      const answer = await call(`/v1/settings/${route}?site=shop`, { headers });
      expect(answer.status, route).toBe(403);
    }
  });

  it.each(DISGUISES)('reads no other one by a link, asking with %s', async (query) => {
    await post('secret', [rating(1, { comment: 'nobody else may read this' })]);
    const token = await tokenOf('/v1/shares?site=shop', { comments: true });
    const headers = { Authorization: `Bearer ${token}` };
    for (const route of ['report', 'comments', 'export', 'marks', 'settings']) {
      const answer = await call(`/v1/${route}${query}`, { headers });
      const text = await answer.text();
      expect(text, route).not.toContain('nobody else');
      if (answer.ok) expect(text, route).not.toContain('secret');
      if (answer.ok && route === 'report')
        expect(JSON.parse(text)).toMatchObject({
          total: { felt: { all: { levels: [0, 0, 0, 0, 0, 0, 0, 0] } } },
        });
    }
  });

  it.each(DISGUISES)('writes no other one by a label token, asking with %s', async (query) => {
    const token = await tokenOf('/v1/settings/label?site=shop', {});
    const answer = await call(`/v1/settings${query}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ base: 0, settings: {}, publish: true }),
    });
    expect(query.startsWith('?site=shop&') ? [200] : [400, 403]).toContain(answer.status);
    expect((await store.settings.newest('secret')).version).toBe(0);
  });
});

describe('a body from anybody', () => {
  it('is read no further than the largest size, also where nobody has signed in yet', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536;
        if (sent > 10_000_000) controller.close();
        else controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: endless,
      duplex: 'half',
    };
    expect((await call('/v1/session', init)).status).toBe(413);
    expect(sent).toBeLessThan(1_000_000);
  });

  it('may be as deep as it fits, and name what every object has', async () => {
    const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`;
    const body = `{"site":"__proto__","sdk":"1","sentAt":1,"records":[{"__proto__":{"level":3}},${deep}]}`;
    const answer = await call('/v1/records', { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ accepted: 0, rejected: [{}, {}] });
    expect(reported).toEqual([]);
  });
});

describe('texts that no store can keep whole', () => {
  it('are kept but for what cannot be written', async () => {
    await post('shop', [
      rating(1, { comment: 'before\0after\uD800 ends', stage: 'se\0arch', reasons: ['a\uDFFF'] }),
    ]);
    const answer = await call('/v1/comments?site=shop', { headers: TEAM });
    const { comments } = (await answer.json()) as { comments: object[] };
    expect(comments).toMatchObject([
      { comment: 'before\uFFFDafter\uFFFD ends', stage: 'se\uFFFDarch' },
    ]);
  });
});

describe('the session of the dashboard', () => {
  it('serves no other page, also none of the same site', async () => {
    const signedIn = await call('/v1/session', {
      method: 'POST',
      body: JSON.stringify({ token: TOKEN }),
    });
    const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const from = (where: string) => ({ Cookie, 'Sec-Fetch-Site': where });
    const plant = (where: string) =>
      call('/v1/marks?site=shop', {
        method: 'POST',
        headers: from(where),
        body: JSON.stringify({ at: NOON, kind: 'other', text: 'planted' }),
      });
    for (const where of ['same-site', 'cross-site']) {
      expect((await plant(where)).status).toBe(401);
      expect((await call('/v1/report?site=shop', { headers: from(where) })).status).toBe(401);
    }
    expect((await plant('same-origin')).status).toBe(201);
    expect((await call('/v1/report?site=shop', { headers: from('none') })).status).toBe(200);
  });
});

describe('a time that is none', () => {
  it.each([
    ['/v1/report?site=shop&from=2026-02-30', 'from: '],
    ['/v1/report?site=shop&to=2026-04-31T12:00:00Z', 'to: '],
    ['/v1/report?site=shop&from=2026-13', 'from: '],
    ['/v1/compare?site=shop&vs-from=2026-02-30', 'vs-from: '],
    ['/v1/compare?site=shop&vs-device=tv', 'vs-device: '],
    ['/v1/compare?site=shop&device=tv', 'device: '],
  ])('is refused by its name: %s', async (path, beginning) => {
    const answer = await call(path, { headers: TEAM });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error.startsWith(beginning)).toBe(true);
  });
});

describe('names that every object has', () => {
  it('are names like any other, of sites, stages and touchpoints', async () => {
    for (const site of ['__proto__', 'constructor', 'toString']) {
      await post(site, [rating(1, { stage: site, touchpoint: site })]);
      const answer = await call(`/v1/report?site=${site}`, { headers: TEAM });
      const { stages } = (await answer.json()) as {
        stages: { stage: string; felt: { all: { n: number } } }[];
      };
      expect(stages.find(({ stage }) => stage === site)?.felt.all.n).toBe(1);
    }
    expect(reported).toEqual([]);
  });
});

describe('one batch sent a hundred times at once', () => {
  it('counts once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => post('shop', [rating(50), rating(51)])),
    );
    const receipts = (await Promise.all(answers.map((answer) => answer.json()))) as {
      accepted: number;
      duplicates: number;
    }[];
    expect(receipts.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(2);
    expect(receipts.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(198);
  });
});
