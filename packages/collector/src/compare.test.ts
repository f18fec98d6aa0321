import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlicesCompared } from '@wayfelt/report';
import { createCollector, type Collector } from './collector.js';
import { arrival, NOON, rating } from './records.fixture.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token that is long enough';
let store: Store;
let collector: Collector;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  collector = createCollector({ store, token: TOKEN, now: () => NOON + 60_000 });
});
afterEach(() => store.close());

const compared = async (query: string) => {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const answer = await collector(
    new Request(`http://collector.test/v1/compare?site=shop${query}`, { headers }),
  );
  return {
    status: answer.status,
    ...((await answer.json()) as {
      error?: string;
      overlaps?: boolean;
      compared?: SlicesCompared | null;
    }),
  };
};

/** Prospects say 2 and 3, customers 6 and 7. */
const say = async (n: number) => {
  const arrivals = Array.from({ length: n }, (_, i) => {
    const customer = i % 2 === 0;
    const level = ((customer ? 6 : 2) + (i % 4 > 1 ? 1 : 0)) as 2;
    const standing = customer ? ('customer' as const) : ('prospect' as const);
    return arrival(rating(i, { level, standing, visitor: `visitor-${i}` }));
  });
  await store.add('shop', arrivals);
};

describe('two slices', () => {
  it('are tested against each other, whichever two they are', async () => {
    await say(120);
    const {
      status,
      overlaps,
      compared: found,
    } = await compared('&standing=prospect&vs-standing=customer');
    expect([status, overlaps]).toEqual([200, false]);
    expect(found?.total).toMatchObject({
      verdict: 'worse',
      strength: 'much',
      n: { first: 60, second: 60 },
    });
    expect(found?.total.superiority.high).toBeLessThan(0.2);
    expect(found?.stages.some(({ comparison }) => comparison.verdict === 'worse')).toBe(true);
  });

  it('are not compared where an answer may be in both', async () => {
    await say(120);
    expect(await compared('&vs-standing=customer')).toMatchObject({
      overlaps: true,
      compared: null,
    });
    expect(await compared('')).toMatchObject({ overlaps: true, compared: null });
  });

  it('say which field of the second is wrong', async () => {
    const { status, error } = await compared('&vs-device=fridge');
    expect(status).toBe(400);
    expect(error).toContain('device: expected one of');
  });
});
