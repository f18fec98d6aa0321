import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector, type Collector } from './collector.js';
import { NOON, idOf } from './records.fixture.js';
import { serve, type Serving } from './serve.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token that is long enough';
const REPORT = '/v1/report?site=shop';
/** More than the export reads at once. */
const RECORDS = 2_300;
const EXPORT = '/v1/export?site=shop&table=ratings';

let store: Store;
let collector: Collector;
let server: Serving;
beforeEach(async () => {
  store = openSqliteStore(':memory:');
  collector = createCollector({ store, token: TOKEN, now: () => NOON + 60_000 });
  server = await serve({ handle: collector, port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  await server.stop();
  store.close();
});

/** By a real port; bytes as they come over the line. */
const read = async (path: string, accepted: string) => {
  return await new Promise<{ status?: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const headers = { Authorization: `Bearer ${TOKEN}`, 'Accept-Encoding': accepted };
      request({ host: '127.0.0.1', port: server.port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            ...(answer.statusCode ? { status: answer.statusCode } : {}),
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
};

const fill = async () => {
  const ratings = Array.from({ length: RECORDS }, (_, i) => ({
    id: idOf(i),
    type: 'rating',
    at: NOON,
    visitor: `v${i}`,
    standing: 'prospect',
    stage: 'search',
    touchpoint: 'search/results',
    level: 1 + (i % 8),
  }));
  for (let i = 0; i < RECORDS; i += 100) {
    const records = ratings.slice(i, i + 100);
    const body = JSON.stringify({ site: 'shop', sdk: 'test', sentAt: NOON, records });
    const answer = await collector(
      new Request('http://collector.test/v1/records', { method: 'POST', body }),
    );
    expect(await answer.json()).toMatchObject({ accepted: records.length });
  }
};

describe('an answer', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ])('is compressed for who takes %s', async (accepted, coding, decompress) => {
    const plain = await read(REPORT, 'identity');
    const small = await read(REPORT, accepted);
    expect(small.headers).toMatchObject({
      'content-encoding': coding,
      'content-type': 'application/json',
      'content-length': String(small.body.length),
      vary: 'Accept-Encoding',
    });
    expect(small.body.length).toBeLessThan(plain.body.length / 2);
    expect(decompress(small.body).equals(plain.body)).toBe(true);
  });

  it.each(['', 'identity', 'gzip;q=0, br;q=0.000', 'deflate'])(
    'is sent as it is to who takes "%s"',
    async (accepted) => {
      const { headers, body } = await read(REPORT, accepted);
      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers).toMatchObject({ vary: 'Accept-Encoding' });
      expect(JSON.parse(body.toString())).toMatchObject({ slice: { site: 'shop' } });
    },
  );

  it('is sent as it is where it is small', async () => {
    const { headers, body } = await read('/v1/sites', 'gzip, br');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(JSON.parse(body.toString())).toEqual({ sites: [] });
  });

  it('that refuses keeps its status and its words', async () => {
    const { status, body } = await read('/v1/report', 'gzip');
    expect(status).toBe(400);
    expect(JSON.parse(body.toString())).toHaveProperty('error');
  });
});

it('an export is compressed while it is read, to its last row', async () => {
  await fill();
  const plain = await read(EXPORT, 'identity');
  const small = await read(EXPORT, 'gzip');
  expect(small.headers).toMatchObject({
    'content-encoding': 'gzip',
    'transfer-encoding': 'chunked',
  });
  const text = gunzipSync(small.body).toString();
  expect(text.trim().split('\r\n')).toHaveLength(1 + RECORDS);
  expect(text).toBe(plain.body.toString());
});

it('events are not held back', async () => {
  const answer = await fetch(`http://127.0.0.1:${server.port}/v1/stream?site=shop`, {
    headers: { Authorization: `Bearer ${TOKEN}`, 'Accept-Encoding': 'gzip, br' },
  });
  expect(answer.headers.get('Content-Encoding')).toBeNull();
  const reader = answer.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  expect(new TextDecoder().decode(value)).toContain('event: open');
  await reader?.cancel();
});
