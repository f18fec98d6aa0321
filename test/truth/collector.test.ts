import { createCollector, openSqliteStore, type Collector } from '@wayfelt/collector';
import type { Report } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { SEEDS } from './gather.js';
import { simulate, WEEK_MS, WEEKS, type Arrival, type Truth } from '../../demo/simulate/index.js';

/** Each robot rates as many touchpoints (demo/simulate/dirt.ts). */
const ROBOT_ANSWERS = 12;
const TOKEN = 'a-token-for-this-test-only-000000';
const UNTIL = Date.UTC(2026, 0, 1);
const OPTIONS = { seed: 11, visitors: 160, until: UNTIL, owners: 0.3, returning: 0.35 };

function open(): { collect: Collector; close: () => void } {
  const store = openSqliteStore(':memory:');
  const collect = createCollector({ store, token: TOKEN, now: () => UNTIL });
  return { collect, close: () => store.close() };
}

/** Sends as an outbox does: batches, each with its clock's sending time. */
async function send(collect: Collector, { records, skewMs }: Arrival, site = 'shop') {
  const receipt = { accepted: 0, duplicates: 0, rejected: 0 };
  for (let from = 0; from < records.length; from += 100) {
    const body = JSON.stringify({
      site,
      sdk: 'test',
      sentAt: UNTIL + skewMs,
      records: records.slice(from, from + 100),
    });
    const headers = { 'Content-Type': 'text/plain' };
    const request = new Request('http://localhost/v1/records', { method: 'POST', headers, body });
    const response = await collect(request, { address: String(Math.random()) });
    expect(response.status).toBe(200);
    const answer = (await response.json()) as {
      accepted: number;
      duplicates: number;
      rejected: [];
    };
    receipt.accepted += answer.accepted;
    receipt.duplicates += answer.duplicates;
    receipt.rejected += answer.rejected.length;
  }
  return receipt;
}

async function reportOf(collect: Collector, more = '', site = 'shop'): Promise<Report> {
  const query = `site=${site}&from=${UNTIL - WEEKS * WEEK_MS}&to=${UNTIL}${more}`;
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const response = await collect(new Request(`http://localhost/v1/report?${query}`, { headers }));
  expect(response.status).toBe(200);
  return (await response.json()) as Report;
}

function arrivalsOf(
  dirt: 'none' | 'wire' | 'all',
  change: Partial<typeof OPTIONS> = {},
): { all: Arrival[]; truth: Truth } {
  const arriving = simulate({ ...OPTIONS, ...change }, { dirt }).arrivals();
  const all: Arrival[] = [];
  for (;;) {
    const next = arriving.next();
    if (next.done) return { all, truth: next.value };
    all.push(next.value);
  }
}

describe('what a collector counts of soiled records', () => {
  it('is exactly the truth: repeats once, bad ones refused, wrong clocks put right, robots set aside', async () => {
    const { all, truth } = arrivalsOf('all');
    const { collect, close } = open();
    const sum = { accepted: 0, duplicates: 0, rejected: 0 };
    for (const arrival of all) {
      const receipt = await send(collect, arrival);
      sum.accepted += receipt.accepted;
      sum.duplicates += receipt.duplicates;
      sum.rejected += receipt.rejected;
    }
    const people = Object.values(truth.records).reduce((total, count) => total + count, 0);
    const robots = truth.robots * ROBOT_ANSWERS;
    expect(robots).toBeGreaterThan(0);
    const made = people + robots;
    expect(sum).toEqual({ accepted: made, duplicates: truth.duplicates, rejected: truth.refused });
    const report = await reportOf(collect);
    for (const place of truth.realised.places) {
      const found = report.touchpoints.find(({ touchpoint }) => touchpoint === place.touchpoint);
      const side = place.standing === 'prospect' ? 'prospects' : 'customers';
      expect(found?.felt[side].levels, place.touchpoint).toEqual(place.answered);
      expect(found?.funnel[side].met, place.touchpoint).toBe(place.met);
      expect(found?.funnel[side].shown, place.touchpoint).toBe(place.shown);
      expect(found?.funnel[side].seen, place.touchpoint).toBe(place.seen);
    }
    const answered = truth.realised.places.flatMap((place) => place.answered);
    expect(report.total.felt.all.n).toBe(answered.reduce((sum, count) => sum + count, 0));
    expect(report.setAside).toMatchObject({
      answers: robots,
      levels: [0, 0, 0, 0, 0, 0, 0, robots],
      counted: false,
    });
    const whole = await reportOf(collect, '&aside=counted&parts=touchpoints');
    expect(whole.total.felt.all.n).toBe(report.total.felt.all.n + robots);
    close();
  });
});

describe('erasing a hundred visitors', () => {
  it('leaves every figure as if they had never been', async () => {
    const { all } = arrivalsOf('none');
    const [gone, rest] = [all.slice(0, 100), all.slice(100)];
    const [erased, never] = [open(), open()];
    for (const arrival of all) await send(erased.collect, arrival);
    for (const arrival of rest) await send(never.collect, arrival);
    for (const { records } of gone) {
      const visitor = records[0]?.visitor;
      if (visitor === undefined) continue;
      const request = new Request(`http://localhost/v1/visitors/${visitor}?site=shop`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${TOKEN}` },
      });
      expect((await erased.collect(request)).ok).toBe(true);
    }
    expect(await reportOf(erased.collect)).toEqual(await reportOf(never.collect));
    erased.close();
    never.close();
  });
});

/** Few visitors of each seed, and a site of their own: what is exact does not need many. */
const FEW = 8;

describe(`over ${SEEDS} seeds of ${FEW} visitors and a robot`, () => {
  it('what is counted of soiled records is exactly the truth', async () => {
    const { collect, close } = open();
    for (let seed = 0; seed < SEEDS; seed++) {
      const site = `dirt-${seed}`;
      const { all, truth } = arrivalsOf('all', { seed, visitors: FEW });
      for (const arrival of all) await send(collect, arrival, site);
      const report = await reportOf(collect, '&parts=touchpoints,aside', site);
      for (const { touchpoint, standing, answered, met } of truth.realised.places) {
        const found = report.touchpoints.find((place) => place.touchpoint === touchpoint);
        const side = standing === 'prospect' ? 'prospects' : 'customers';
        expect(found?.felt[side].levels, `${site} ${touchpoint}`).toEqual(answered);
        expect(found?.funnel[side].met, `${site} ${touchpoint}`).toBe(met);
      }
      expect(report.setAside?.answers, site).toBe(truth.robots * ROBOT_ANSWERS);
    }
    close();
  });

  it('what is erased leaves every figure as if it had never been', async () => {
    const [erased, never] = [open(), open()];
    for (let seed = 0; seed < SEEDS; seed++) {
      const site = `erased-${seed}`;
      const { all } = arrivalsOf('none', { seed, visitors: FEW });
      for (const [index, arrival] of all.entries()) {
        await send(erased.collect, arrival, site);
        if (index % 2 === 0) await send(never.collect, arrival, site);
      }
      for (const [index, { records }] of all.entries()) {
        const visitor = records[0]?.visitor;
        if (index % 2 === 0 || visitor === undefined) continue;
        const request = new Request(`http://localhost/v1/visitors/${visitor}?site=${site}`, {
          method: 'DELETE',
          headers: { Authorization: `Bearer ${TOKEN}` },
        });
        expect((await erased.collect(request)).ok).toBe(true);
      }
      expect(await reportOf(erased.collect, '', site), site).toEqual(
        await reportOf(never.collect, '', site),
      );
    }
    erased.close();
    never.close();
  });
});
