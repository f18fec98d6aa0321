// What the README promises of failing deliveries, each in a box with virtual time.
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOutbox } from '../../../test/support/fault-build.js';
import { createIdStore } from '../../../test/support/fault-store.js';
import {
  createWorld,
  type Reply,
  type Tab,
  type World,
} from '../../../test/support/fault-world.js';
import type { Item } from './index.js';

let code: string;
beforeAll(async () => {
  code = await buildOutbox();
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A world whose receiver answers with `reply.now`, or stores where that is empty. */
const setUp = () => {
  const store = createIdStore();
  const reply: { now?: Reply | ((records: Item[], text: string) => Reply | undefined) } = {};
  const world = createWorld(code, (records, text) => {
    const given = typeof reply.now === 'function' ? reply.now(records, text) : reply.now;
    return given ?? store.take(records);
  });
  return { store, reply, world };
};
const state = async (world: World, tab: Tab) => {
  let left: { waiting: number; reason?: string } | undefined;
  void tab.outbox.flush().then((result) => (left = result));
  await world.pass(MINUTE);
  return left;
};

describe('when delivery fails', () => {
  it('tries less and less often, and never twice a minute in the end', async () => {
    const { world, reply } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab();
    void tab.outbox.add({ id: 'a' });
    await world.pass(HOUR);
    const first = world.requests.length;
    await world.pass(10 * HOUR);
    expect(first).toBeLessThan(60);
    expect(world.requests.length - first).toBeLessThan(600);
    expect(await state(world, tab)).toEqual({ waiting: 1, reason: '503' });
  });

  it('tries at once when the browser is online again, and when the page is seen again', async () => {
    for (const event of ['online', 'show'] as const) {
      const { world, reply, store } = setUp();
      reply.now = { status: 0, broken: true };
      const tab = world.openTab();
      void tab.outbox.add({ id: 'a' });
      await world.pass(HOUR);
      delete reply.now;
      tab[event]();
      await world.pass(100);
      expect(store.order).toEqual(['a']);
    }
  });

  it('stops by itself where no answer ever comes, and tries once more for a new record', async () => {
    const { world, reply } = setUp();
    const errors: unknown[] = [];
    reply.now = { status: 0, broken: true };
    const tab = world.openTab({ onError: (code) => errors.push(code) });
    void tab.outbox.add({ id: 'a' });
    await world.pass(DAY);
    const tried = world.requests.length;
    expect(tried).toBeLessThan(12);
    expect(errors.at(-1)).toBe('blocked');
    await world.pass(DAY);
    expect(world.requests.length).toBe(tried);
    void tab.outbox.add({ id: 'b' });
    await world.pass(DAY);
    expect(world.requests.length).toBe(tried + 1);
  });

  it('gives up a request that hangs after twenty seconds', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 0 };
    void world.openTab().outbox.add({ id: 'a' }, { urgent: true });
    await world.pass(1_000);
    delete reply.now;
    await world.pass(MINUTE);
    expect(store.order).toEqual(['a']);
    expect(world.requests.length).toBe(2);
  });

  it('goes on from memory when the database stops answering, and from the database when it is back', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab();
    void tab.outbox.add({ id: 'a' });
    await world.pass(MINUTE);
    world.hangStorage(true);
    void tab.outbox.add({ id: 'b' });
    expect(await state(world, tab)).toEqual({ waiting: 1, reason: '503' });
    delete reply.now;
    await world.pass(5 * MINUTE);
    expect(store.order).toEqual(['b']);
    world.hangStorage(false);
    await world.pass(5 * MINUTE);
    expect(await state(world, tab)).toEqual({ waiting: 0 });
    expect(store.order).toEqual(['b', 'a']);
  });

  it('passes over a frozen tab that holds the lock, after thirty seconds', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 0 };
    const frozen = world.openTab();
    void frozen.outbox.add({ id: 'a' });
    void frozen.outbox.flush();
    await world.pass(100);
    frozen.freeze();
    delete reply.now;
    const other = world.openTab();
    void other.outbox.add({ id: 'b' });
    void other.outbox.flush();
    await world.pass(40_000);
    expect(store.order.toSorted()).toEqual(['a', 'b']);
  });

  it('keeps the order of a long outage', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab();
    const ids = Array.from({ length: 500 }, (_, i) => `${(i * 7919) % 500}`);
    for (const id of ids) void tab.outbox.add({ id });
    await world.pass(HOUR);
    delete reply.now;
    await world.pass(HOUR);
    expect(store.order).toEqual(ids);
  });

  it('goes on without its second half until that can be downloaded', async () => {
    const { world, reply, store } = setUp();
    world.loseDownloads(1);
    reply.now = { status: 503 };
    const tab = world.openTab();
    void tab.outbox.add({ id: 'a' });
    await world.pass(10 * MINUTE);
    delete reply.now;
    world.loseDownloads(0);
    await world.pass(2 * MINUTE);
    expect(store.order).toEqual(['a']);
    expect(world.requests.length).toBeLessThan(4);
  });
});

describe('silence that another tab was told', () => {
  it('ends for an urgent record too, though nothing else had waited here', async () => {
    const { world, reply, store } = setUp();
    const [one, other] = [world.openTab(), world.openTab()];
    expect(await state(world, one)).toEqual({ waiting: 0 });
    await world.pass(HOUR);
    reply.now = { status: 429, headers: { 'Retry-After': '60' } };
    void other.outbox.add({ id: 'a' }, { urgent: true });
    await world.pass(1_000);
    other.kill();
    delete reply.now;
    void one.outbox.add({ id: 'b' }, { urgent: true });
    await world.pass(50_000);
    expect(world.requests.length).toBe(1);
    await world.pass(MINUTE);
    expect(store.order).toEqual(['a', 'b']);
  });
});

describe('what the receiver will not take', () => {
  it('is sent in smaller requests where 413 says so, and none is larger than 64 KB', async () => {
    const { world, reply, store } = setUp();
    const sizes: number[] = [];
    reply.now = (records, text) => {
      sizes.push(Buffer.byteLength(text));
      return records.length > 3 ? { status: 413, body: '<html>too large</html>' } : undefined;
    };
    const tab = world.openTab();
    for (let i = 0; i < 60; i++) {
      void tab.outbox.add({ id: `${i}`, type: '가'.repeat(900) });
    }
    expect(await state(world, tab)).toEqual({ waiting: 0 });
    expect(store.order).toEqual(Array.from({ length: 60 }, (_, i) => `${i}`));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
  });

  it('is dropped by the receiver itself alone, and reported', async () => {
    const { world, reply } = setUp();
    const refused: unknown[] = [];
    reply.now = { status: 413, body: '{"error":"larger than 65536 bytes"}' };
    const tab = world.openTab({ onRefused: (refusals) => refused.push(...refusals) });
    void tab.outbox.add({ id: 'a' });
    expect(await state(world, tab)).toEqual({ waiting: 0 });
    expect(refused).toEqual([{ id: 'a', reason: 'status 413' }]);
  });

  it('waits behind the others where a firewall dislikes a word, and is not dropped', async () => {
    const { world, reply, store } = setUp();
    const isOdd = ({ id }: Item) => id === 'select * from';
    reply.now = (records) =>
      records.some(isOdd) ? { status: 403, body: '<html>no</html>' } : undefined;
    const tab = world.openTab();
    for (const id of ['a', 'select * from', 'b', 'c', 'd']) void tab.outbox.add({ id });
    await world.pass(DAY);
    expect(store.order).toEqual(['a', 'b', 'c', 'd']);
    expect((await state(world, tab))?.waiting).toBe(1);
    delete reply.now;
    expect(await state(world, tab)).toEqual({ waiting: 0 });
  });

  it('is not removed by a receipt that does not cover the whole request', async () => {
    const { world, reply, store } = setUp();
    reply.now = ({ length }) => ({
      status: 200,
      body: `{"accepted":${length - 1},"duplicates":0,"rejected":[]}`,
    });
    const tab = world.openTab();
    void tab.outbox.add({ id: 'a' });
    void tab.outbox.add({ id: 'b' });
    expect((await state(world, tab))?.waiting).toBe(2);
    delete reply.now;
    expect(await state(world, tab)).toEqual({ waiting: 0 });
    expect(store.order).toEqual(['a', 'b']);
  });
});

describe('consent', () => {
  it('moves what waits into storage when it is given, and out when it is withdrawn', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab({ persist: false });
    void tab.outbox.add({ id: 'a' });
    await world.pass(1_000);
    expect((await world.databases.databases()).length).toBe(0);
    void tab.outbox.setPersist(true);
    void tab.outbox.add({ id: 'b' });
    await world.pass(1_000);
    tab.kill();
    const next = world.openTab();
    expect((await state(world, next))?.waiting).toBe(2);
    void next.outbox.setPersist(false);
    await world.pass(1_000);
    next.kill();
    delete reply.now;
    expect(await state(world, world.openTab())).toEqual({ waiting: 0 });
    expect(store.order).toEqual([]);
  });

  it('leaves nothing in storage of what was added while it was withdrawn', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab();
    void tab.outbox.add({ id: 'a' });
    await world.pass(1_000);
    void tab.outbox.setPersist(false);
    void tab.outbox.add({ id: 'b' });
    await world.pass(1_000);
    expect((await state(world, world.openTab()))?.waiting).toBe(0);
    delete reply.now;
    expect(await state(world, tab)).toEqual({ waiting: 0 });
    expect(store.order).toEqual(['a', 'b']);
  });

  it('erases what waits, except what must still arrive, and what is on its way does not come back', async () => {
    for (const persist of [true, false]) {
      const { world, reply, store } = setUp();
      reply.now = { status: 503, afterMs: 5_000 };
      const tab = world.openTab({ persist });
      void tab.outbox.add({ id: 'a', type: 'rating' }, { urgent: true });
      void tab.outbox.add({ id: 'b', type: 'visit' });
      void tab.outbox.add({ id: 'c', type: 'forget' });
      await world.pass(4_000);
      void tab.outbox.clear(({ type }) => type === 'forget');
      await world.pass(4_000);
      delete reply.now;
      await world.pass(10 * MINUTE);
      expect(store.order).toEqual(['c']);
    }
  });
});

describe('a full outbox', () => {
  it('drops visits before asks before ratings, the oldest first, and accounts for it once', async () => {
    const { world, reply, store } = setUp();
    reply.now = { status: 503 };
    const tab = world.openTab();
    const at = world.now();
    const add = (type: string, n: number, text: string) => {
      for (let i = 0; i < n; i++) {
        const id = `${type}-${String(i).padStart(4, '0')}-000000000000`;
        void tab.outbox.add({ id, type, at, standing: 'prospect', text } as Item);
      }
    };
    add('rating', 20, 'x'.repeat(100_000));
    add('visit', 30, 'x'.repeat(100_000));
    add('ask', 50, 'x'.repeat(100_000));
    await world.pass(HOUR);
    delete reply.now;
    await world.pass(HOUR);
    const count = (type: string) =>
      [...store.rows.values()].filter((row) => row.type === type).length;
    expect({ rating: count('rating'), ask: count('ask'), visit: count('visit') }).toEqual({
      rating: 20,
      ask: 50,
      visit: 9,
    });
    expect(store.rows.has('visit-0029-000000000000')).toBe(true);
    const losses = [...store.rows.values()].filter(({ type }) => type === 'loss');
    expect(losses).toMatchObject([{ type: 'loss', standing: 'prospect', dropped: { visit: 21 } }]);
  });

  it('gives up what could not be delivered on more than thirty days, whatever the clock says', async () => {
    const { world, reply } = setUp();
    reply.now = { status: 503 };
    const visit = async () => {
      const tab = world.openTab();
      await world.pass(5 * MINUTE);
      const left = await state(world, tab);
      tab.close();
      return left?.waiting;
    };
    const first = world.openTab();
    void first.outbox.add({ id: '00000000-0000-7000-8000-000000000000', type: 'rating' });
    await world.pass(1_000);
    first.close();
    world.jumpClock(10 * 365 * DAY);
    for (let day = 0; day < 29; day++) {
      expect(await visit()).toBe(1);
      await world.pass(DAY);
    }
    for (let day = 0; day < 3; day++) {
      await visit();
      await world.pass(DAY);
    }
    const tab = world.openTab();
    const sent: Item[] = [];
    reply.now = (records) => {
      sent.push(...records);
      return undefined;
    };
    await world.pass(HOUR);
    expect(sent.map(({ type }) => type)).toEqual(['loss']);
    expect(await state(world, tab)).toEqual({ waiting: 0 });
  });
});
