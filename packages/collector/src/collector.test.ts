import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BURST, LIMITS, type Receipt } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import {
  createCollector,
  createRoutes,
  type Collector,
  type CollectorOptions,
} from './collector.js';
import { FIGURE_TABLES } from './figure-tables.js';
import { OPENAPI } from './openapi.js';
import { idOf, NOON, rating, visit } from './records.fixture.js';
import { StoreError, type Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token that is long enough';
const TEAM = { Authorization: `Bearer ${TOKEN}` };
let folder: string;
let store: Store;
let clock: number;
let reported: unknown[];
let collector: Collector;

const open = (options: Partial<CollectorOptions> = {}) =>
  createCollector({
    store,
    token: TOKEN,
    now: () => clock,
    report: (cause) => reported.push(cause),
    ...options,
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-collector-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  [clock, reported] = [NOON + 60_000, []];
  collector = open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const call = (path: string, init: RequestInit = {}, address = '192.0.2.1') =>
  collector(new Request(`http://collector.test${path}`, init), { address });
const get = (path: string, headers: Record<string, string> = TEAM) => call(path, { headers });
const send = (
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = TEAM,
) => call(path, { method, headers, body: JSON.stringify(body) });
const post = (records: unknown[], change: object = {}) =>
  call('/v1/records', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: JSON.stringify({ site: 'shop', sdk: '1.0.0', sentAt: clock, records, ...change }),
  });
const receiptOf = async (response: Response) => (await response.json()) as Receipt;
const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error;
const answers = async () => {
  const report = (await (await get('/v1/report?site=shop')).json()) as {
    total: { felt: { all: { levels: number[] } } };
  };
  return report.total.felt.all.levels;
};

describe('receiving', () => {
  it('keeps the good records of a batch, and says of each bad one why', async () => {
    const bad = { ...rating(2), level: 11 };
    const response = await post([
      rating(1),
      bad,
      null,
      { ...rating(3), id: 7 },
      rating(4),
      rating(1),
    ]);
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await receiptOf(response)).toEqual({
      accepted: 2,
      duplicates: 1,
      rejected: [
        { id: idOf(2), reason: 'level: expected a whole number from 1 to 8, got 11' },
        { id: '', reason: 'records[2]: record: expected an object, got null' },
        { id: '', reason: 'records[3]: id: expected a UUID of version 7, got 7' },
      ],
    });
    expect(await answers()).toEqual([0, 0, 2, 0, 0, 0, 0, 0]);
  });

  it('reads the list of a page whose Array.prototype.toJSON makes a text of it', async () => {
    const records = JSON.stringify([rating(1), visit(2)]);
    const answer = await post([], { records });
    expect(await answer.json()).toEqual({ accepted: 2, duplicates: 0, rejected: [] });
  });

  it('says that a body is no batch, and what is wrong with it', async () => {
    const refused = await call('/v1/records', { method: 'POST', body: '{"site":' });
    expect(refused.status).toBe(400);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await errorOf(refused)).toBe('The body is not JSON.');
    const nameless = await post([], { site: undefined });
    expect(await errorOf(nameless)).toContain('site: expected');
  });

  it('takes a batch of exactly the largest size, and no larger one', async () => {
    const empty = JSON.stringify({ site: 'shop', sdk: '', sentAt: clock, records: [] }).length;
    const fits = await post([], {
      sdk: '1',
      records: [],
      fill: 'x'.repeat(LIMITS.batchBytes - empty - 11),
    });
    expect(fits.status).toBe(200);
    const more = await post([], {
      sdk: '1',
      records: [],
      fill: 'x'.repeat(LIMITS.batchBytes - empty - 10),
    });
    expect(more.status).toBe(413);
    expect(await errorOf(more)).toContain('send fewer records');
  });

  it('unpacks gzip without a header, but no more than the largest size', async () => {
    const body = (text: string) =>
      call('/v1/records', { method: 'POST', body: new Uint8Array(gzipSync(text)) });
    const batch = { site: 'shop', sdk: '1', sentAt: clock, records: [rating(1)] };
    expect((await receiptOf(await body(JSON.stringify(batch)))).accepted).toBe(1);
    expect((await body(' '.repeat(50_000_000))).status).toBe(413);
    const broken = new Uint8Array(gzipSync('{}').subarray(0, 12));
    const cut = await call('/v1/records', { method: 'POST', body: broken });
    expect(cut.status).toBe(400);
  });

  it('corrects a wrong clock by the time of sending', async () => {
    const slow = 3 * 365 * 86_400_000;
    await post([rating(1, { at: clock - slow - 5_000 })], { sentAt: clock - slow });
    await post([rating(2, { at: clock + 9e9 + 5_000 })], { sentAt: clock + 9e9 });
    const { comments } = (await (await get('/v1/comments?site=shop')).json()) as { comments: [] };
    expect(comments).toEqual([]);
    const found = await store.histories({ site: 'shop', from: clock - 5_000, to: clock + 1 }, 10);
    const times = found.histories.flatMap((history) => history.answers).map(({ at }) => at);
    expect(times).toEqual([clock - 5_000, clock]);
  });

  it('asks an address that sends too much to wait, and nobody else', async () => {
    collector = open({ requestsAMinute: 2 });
    await post([]);
    await post([]);
    const late = await post([]);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0);
    // without this a page of another origin cannot read it
    expect(late.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
    expect((await post([], { site: 'other' })).status).toBe(200);
    clock += 60_000;
    expect((await post([])).status).toBe(200);
  });

  it('asks to come back later when the store takes nothing', async () => {
    const add = () => Promise.reject(new StoreError(new Error('disk full')));
    collector = open({ store: { ...store, add } });
    const response = await post([rating(1)]);
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('10');
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
    const settings = { ...store.settings, current: add };
    collector = open({ store: { ...store, settings } });
    const forPages = await call('/v1/sites/shop/settings');
    expect(forPages.status).toBe(503);
    expect(forPages.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(forPages.headers.get('Access-Control-Expose-Headers')).toBe('Retry-After');
    expect(await errorOf(response)).not.toContain('disk');
    expect(reported).toHaveLength(2);
  });
});

describe('reading', () => {
  it('needs the token', async () => {
    for (const path of ['/v1/report', '/v1/comments', '/v1/export', '/v1/stream', '/v1/marks']) {
      expect((await get(`${path}?site=shop`, {})).status).toBe(401);
      const wrong = await get(`${path}?site=shop`, { Authorization: 'Bearer wrong' });
      expect(wrong.status).toBe(401);
    }
    const session = { Cookie: 'wayfelt_session=e30.nonsense' };
    expect((await get('/v1/report?site=shop', session)).status).toBe(401);
  });

  it('by a session lasts until the session expires', async () => {
    const signedIn = await send('POST', '/v1/session', { token: TOKEN }, {});
    const cookie = signedIn.headers.get('Set-Cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    const session = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await get('/v1/report?site=shop', session)).status).toBe(200);
    clock += 31 * 86_400_000;
    expect((await get('/v1/report?site=shop', session)).status).toBe(401);
    expect((await send('POST', '/v1/session', { token: 'no' }, {})).status).toBe(401);
  });

  it('answers the figures that are named, as they stand in the whole report, and where they belong', async () => {
    await post([rating(1), rating(2, { standing: 'customer', level: 8 }), rating(3)]);
    const read = async (query: string): Promise<Report> =>
      (await (await get(`/v1/report?site=shop${query}`)).json()) as Report;
    const whole = await read('');
    const named = await read(
      '&fields=sentences,stages.felt.prospects.positive,stages.felt.all.n,touchpoints.touchpoint,stages.funnel.all',
    );
    expect(named).toEqual({
      slice: expect.anything(),
      sentences: whole.sentences,
      stages: whole.stages.map(({ stage, felt, funnel }) => ({
        stage,
        felt: { prospects: { positive: felt.prospects.positive }, all: { n: felt.all.n } },
        funnel: { all: funnel.all },
      })),
      touchpoints: whole.touchpoints.map(({ stage, touchpoint }) => ({ stage, touchpoint })),
    });
    expect(named.stages.some(({ felt }) => felt.all.n === 3)).toBe(true);
    expect((await read('&fields=total.felt,total')).total).toEqual(whole.total);
    expect((await read('&fields=total,total.felt')).total).toEqual(whole.total);
  });

  it('shows prospects apart from customers, and only the slice', async () => {
    await post([
      rating(1),
      rating(2, { standing: 'customer', level: 8 }),
      rating(3, { device: 'phone', at: NOON - 86_400_000 }),
    ]);
    const levels = async (query: string) => {
      const report = (await (await get(`/v1/report?site=shop${query}`)).json()) as {
        stages: { stage: string; felt: Record<string, { n: number }> }[];
      };
      const search = report.stages.find(({ stage }) => stage === 'search');
      return [search?.felt['prospects']?.n, search?.felt['customers']?.n];
    };
    expect(await levels('')).toEqual([2, 1]);
    expect(await levels('&device=phone')).toEqual([1, 0]);
    expect(await levels(`&from=${NOON - 1}`)).toEqual([1, 1]);
    expect(await levels(`&to=${NOON}`)).toEqual([1, 0]);
    expect(await levels('&from=2026-03-04&to=2026-03-05')).toEqual([1, 1]);
    expect(await levels('&touchpoint=nowhere')).toEqual([0, 0]);
  });

  it.each([
    ['/v1/report', 'site: expected the name of a site'],
    ['/v1/report?site=a%20b', 'site: expected'],
    ['/v1/report?site=shop&from=yesterday', 'from: expected epoch milliseconds or a date'],
    ['/v1/report?site=shop&from=2&to=1', 'from: expected a time before to'],
    ['/v1/report?site=shop&standing=both', 'standing: expected one of prospect, customer'],
    ['/v1/report?site=shop&device=fridge', 'device: expected one of phone'],
    ['/v1/report?site=shop&parts=all', 'parts: expected some of'],
    ['/v1/report?site=shop&fields=stages.felt.sad', 'got "stages.felt.sad"'],
    ['/v1/report?site=shop&fields=total.constructor', 'fields: expected some of slice,'],
    ['/v1/comments?site=shop&limit=0', 'limit: expected a whole number from 1 to 500'],
    ['/v1/comments?site=shop&levels=9', 'levels: expected'],
    ['/v1/comments?site=shop&before=x', 'before: expected'],
    ['/v1/export?site=shop&table=secrets', 'table: expected one of'],
    ['/v1/export?site=shop&format=xml', 'format: expected one of csv, jsonl'],
  ])('%s is refused with a sentence', async (path, reason) => {
    const response = await get(path);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toContain(reason);
  });

  it('of comments goes page by page', async () => {
    await post([1, 2, 3].map((n) => rating(n, { comment: `no. ${n}`, at: NOON + n })));
    const page = async (query: string) =>
      (await (await get(`/v1/comments?site=shop&limit=2${query}`)).json()) as {
        comments: { comment: string }[];
        next?: string;
      };
    const first = await page('');
    expect(first.comments.map(({ comment }) => comment)).toEqual(['no. 3', 'no. 2']);
    const second = await page(`&before=${encodeURIComponent(first.next ?? '')}`);
    expect(second.comments.map(({ comment }) => comment)).toEqual(['no. 1']);
    expect(second.next).toBeUndefined();
  });

  it('tells why it felt so, and what was set aside, and counts that only where it is asked to', async () => {
    const robot = Array.from({ length: 6 }, (_, n) =>
      rating(10 + n, {
        visitor: 'robot',
        at: NOON + n * 20,
        form: 'card',
        level: 8,
        reasons: ['cheap'],
      }),
    );
    const people = Array.from({ length: 6 }, (_, n) =>
      rating(30 + n, { visitor: `person-${n}`, reasons: n < 4 ? ['slow', 'slow'] : ['dear'] }),
    );
    await post([...robot, ...people]);
    const report = async (query = '') =>
      (await (await get(`/v1/report?site=shop${query}`)).json()) as Report;
    const usual = await report();
    expect(usual.total.felt.all.levels).toEqual([0, 0, 6, 0, 0, 0, 0, 0]);
    expect(usual.setAside).toMatchObject({ answers: 6, counted: false, rule: BURST });
    const [all] = usual.reasons;
    expect(all).toMatchObject({ standing: 'all', n: 6, answers: 6 });
    expect(all?.reasons.map(({ reason, share }) => [reason, share.count])).toEqual([
      ['slow', 4],
      ['dear', 2],
    ]);
    expect((await report('&aside=counted')).total.felt.all.levels[7]).toBe(6);
    expect((await report('&aside=counted&parts=')).setAside?.counted).toBe(true);
    expect((await get('/v1/report?site=shop&aside=yes')).status).toBe(400);
  });

  it('exports figures and records as CSV that no spreadsheet runs, and as JSON Lines', async () => {
    await post([rating(1, { comment: '=1+1, "x"' }), visit(2), rating(3, { visitor: 'bob' })]);
    const text = async (query: string) => await (await get(`/v1/export?site=shop${query}`)).text();
    const stages = await text('&table=stages');
    expect(stages).toContain('felt.positive.low');
    expect(stages.split('\r\n').find((line) => line.startsWith('search,prospects'))).toContain(
      ',2,',
    );
    const ratings = await text('&table=ratings');
    expect(ratings).toContain(`"'=1+1, ""x"""`);
    expect(ratings).not.toContain('ada');
    expect(ratings.trim().split('\r\n')).toHaveLength(3);
    const lines = (await text('&table=visits&format=jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ type: 'visit' }]);
    expect(await text('&table=comparisons')).toContain('prospects with customers');
    expect(await text('&table=arrived')).toContain('arrivedShare.count');
    for (const table of FIGURE_TABLES)
      expect((await get(`/v1/export?site=shop&table=${table}`)).status).toBe(200);
  });
});

describe('a shared link', () => {
  const shared = async (body: object) => {
    const made = await send('POST', '/v1/shares?site=shop', body);
    const { link } = (await made.json()) as { link: string };
    const share = new URLSearchParams(new URL(link).hash.slice(1)).get('share');
    const signedIn = await send('POST', '/v1/session', { share }, {});
    return { Cookie: (signedIn.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' };
  };

  it('reads one site, changes nothing, and expires', async () => {
    await post([rating(1)]);
    const guest = await shared({ days: 7 });
    expect((await get('/v1/report?site=shop', guest)).status).toBe(200);
    expect((await get('/v1/settings?site=shop', guest)).status).toBe(200);
    expect((await get('/v1/report?site=other', guest)).status).toBe(403);
    expect((await get('/v1/comments?site=shop', guest)).status).toBe(403);
    expect((await get('/v1/export?site=shop&table=ratings', guest)).status).toBe(403);
    expect((await get('/v1/export?site=shop&table=stages', guest)).status).toBe(200);
    const mark = { at: NOON, kind: 'release', text: '2.0' };
    expect((await send('POST', '/v1/marks?site=shop', mark, guest)).status).toBe(403);
    expect((await send('POST', '/v1/shares?site=shop', {}, guest)).status).toBe(403);
    const erasing = await call('/v1/visitors/ada?site=shop', { method: 'DELETE', headers: guest });
    expect(erasing.status).toBe(403);
    expect(await (await get('/v1/sites', guest)).json()).toMatchObject({
      sites: [{ site: 'shop' }],
    });
    clock += 8 * 86_400_000;
    expect((await get('/v1/report?site=shop', guest)).status).toBe(401);
  });

  it('shows comments where it was made so', async () => {
    const guest = await shared({ comments: true });
    expect((await get('/v1/comments?site=shop', guest)).status).toBe(200);
  });

  it('does not make a guest of someone of the team', async () => {
    const made = await send('POST', '/v1/shares?site=shop', {});
    const { token } = (await made.json()) as { token: string };
    const opened = await send('POST', '/v1/session', { share: token });
    expect(await opened.json()).toMatchObject({ role: 'team' });
    expect(opened.headers.get('Set-Cookie')).toBeNull();
  });

  it('leads nowhere else', async () => {
    const away = await send('POST', '/v1/shares?site=shop', { view: '//evil.example/' });
    expect(away.status).toBe(400);
  });
});

it('marks releases and campaigns in time', async () => {
  const mark = { at: NOON, kind: 'release', text: ' Version 2 ' };
  const made = (await (await send('POST', '/v1/marks?site=shop', mark)).json()) as { id: string };
  expect(made).toMatchObject({ at: NOON, kind: 'release', text: 'Version 2' });
  const list = async () => (await (await get('/v1/marks?site=shop')).json()) as unknown;
  expect(await list()).toEqual({ marks: [made] });
  const bad = await send('POST', '/v1/marks?site=shop', { at: NOON, kind: 'party', text: 'x' });
  expect(await errorOf(bad)).toBe('kind: expected one of release, campaign, other');
  const gone = await send('DELETE', `/v1/marks/${made.id}?site=shop`, undefined);
  expect(gone.status).toBe(204);
  expect(await list()).toEqual({ marks: [] });
});

it('erases a visitor from records and figures', async () => {
  await post([rating(1), rating(2, { visitor: 'bob', level: 8 })]);
  const erased = await send('DELETE', '/v1/visitors/ada?site=shop', undefined);
  expect(await erased.json()).toEqual({ erased: 1 });
  expect(await answers()).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
});

it('tells open screens within a second that there is something new', async () => {
  const response = await get('/v1/stream?site=shop');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('no stream');
  let heard = (await reader.read()).value ?? '';
  const began = Date.now();
  await post([rating(1)]);
  while (!heard.includes('event: change')) heard += (await reader.read()).value ?? '';
  expect(Date.now() - began).toBeLessThan(1_000);
  await reader.cancel();
});

it('counts for Prometheus, and says that it runs', async () => {
  await post([rating(1), rating(1), { ...rating(2), level: 0 }]);
  const text = await (await get('/metrics', {})).text();
  expect(text).toContain('wayfelt_records_total{fate="accepted"} 1');
  expect(text).toContain('wayfelt_records_total{fate="duplicate"} 1');
  expect(text).toContain('wayfelt_records_total{fate="refused"} 1');
  expect(text).toContain('wayfelt_requests_total{status="200"} 1');
  expect(await (await get('/healthz', {})).json()).toEqual({ ok: true });
});

it('documents every route, and no other', () => {
  const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'];
  const routes = createRoutes({ store, token: TOKEN })
    .routes.filter(({ method }) => verbs.includes(method))
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const documented = Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect([...new Set(routes)].sort()).toEqual(documented.sort());
});
