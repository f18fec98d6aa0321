// Figures from a thread of their own are those that the collector counts itself, of everything that it has answered for.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '@wayfelt/report';
import {
  createCollector,
  createFiguresThread,
  openSqliteStore,
  type Collector,
  type FiguresThread,
  type Store,
} from '../../packages/collector/dist/index.js';

const TOKEN = 'a token of this test only';
const NOW = Date.UTC(2026, 2, 4, 12, 34, 56, 789);
const DAY_MS = 86_400_000;
const STAGES = ['awareness', 'search', 'purchase'];

let folder: string;
let store: Store;
let thread: FiguresThread;
let here: Collector;
let apart: Collector;
let made = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-figures-'));
  const file = join(folder, 'wayfelt.db');
  store = openSqliteStore(file);
  thread = createFiguresThread({ file });
  const options = { store, token: TOKEN, now: () => NOW };
  here = createCollector(options);
  apart = createCollector({ ...options, figures: thread.figures });
  for (let day = 40; day >= 0; day -= 1) await send(day);
});
afterAll(async () => {
  await thread?.stop();
  store?.close();
  rmSync(folder, { recursive: true });
});

const nextId = () => `01900000-0000-7000-8000-${(made += 1).toString(16).padStart(12, '0')}`;

/** A dozen visitors of one day, each with a visit, an answer and sometimes a purchase. */
async function send(daysAgo: number) {
  const at = NOW - daysAgo * DAY_MS - 1_000;
  const records = Array.from({ length: 12 }, (_, i) => {
    const stage = STAGES[i % STAGES.length];
    const known = {
      at,
      visitor: `v${(i * 7 + daysAgo) % 90}`,
      session: `s${daysAgo}-${i}`,
      standing: i % 4 === 0 ? 'customer' : 'prospect',
      stage,
      touchpoint: `${stage}/${i % 5}`,
      device: i % 2 ? 'phone' : 'desktop',
    };
    return [
      { ...known, id: nextId(), type: 'visit', event: 'touchpoint' },
      { ...known, id: nextId(), type: 'rating', level: 1 + ((i * 5 + daysAgo) % 8) },
      ...(i % 3 === 0
        ? [{ ...known, id: nextId(), type: 'outcome', outcome: 'purchase', at: at + 500 }]
        : []),
    ];
  }).flat();
  const body = JSON.stringify({ site: 'shop', sdk: 'test', sentAt: NOW, records });
  const answer = await here(new Request('http://localhost/v1/records', { method: 'POST', body }));
  expect(await answer.json()).toMatchObject({ accepted: records.length });
}

const ask = (collector: Collector, path: string, signal?: AbortSignal) =>
  collector(
    new Request(`http://localhost${path}`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
      ...(signal ? { signal } : {}),
    }),
  );
const read = async (collector: Collector, path: string) => {
  const answer = await ask(collector, path);
  const headers = [...answer.headers].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { status: answer.status, headers, text: await answer.text() };
};

it.each([
  '/v1/report?site=shop',
  '/v1/report?site=shop&parts=stages',
  `/v1/report?site=shop&from=${NOW - 20 * DAY_MS}&to=${NOW}&parts=touchpoints,groups,previous,periods,outcomes&fields=sentences`,
  '/v1/report?site=shop&device=phone&aside=counted',
  '/v1/report?site=nowhere',
  '/v1/compare?site=shop&standing=prospect&vs-standing=customer',
  '/v1/export?site=shop&table=touchpoints',
  '/v1/export?site=shop&table=ranking&format=jsonl',
])('answers %s as the collector itself does', async (path) => {
  const [own, other] = [await read(here, path), await read(apart, path)];
  expect(own.status).toBe(200);
  expect(other).toEqual(own);
});

it('has every answer that was accepted before it was asked', async () => {
  const count = async () => {
    const answer = await ask(
      apart,
      '/v1/report?site=shop&parts=touchpoints&fields=total.felt.all.n',
    );
    return ((await answer.json()) as Pick<Report, 'total'>).total.felt.all.n;
  };
  for (let times = 0; times < 20; times += 1) {
    const before = await count();
    await send(0);
    expect(await count()).toBe(before + 12);
  }
});

it('answers others when a reader has gone', async () => {
  const gone = new AbortController();
  const left = ask(apart, '/v1/report?site=shop', gone.signal);
  const other = read(apart, '/v1/report?site=shop');
  gone.abort();
  expect((await left).status).toBe(499);
  expect((await other).status).toBe(200);
});
