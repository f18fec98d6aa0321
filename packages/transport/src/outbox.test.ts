import { beforeAll, describe, expect, it } from 'vitest';
import { buildOutbox } from '../../../test/support/fault-build.js';
import { createIdStore } from '../../../test/support/fault-store.js';
import { createWorld, type Reply } from '../../../test/support/fault-world.js';

let code: string;
beforeAll(async () => {
  code = await buildOutbox();
});

const MINUTE = 60_000;

describe('an outbox', () => {
  it('sends what happened within three seconds in one request, in order', async () => {
    const store = createIdStore();
    const world = createWorld(code, store.take);
    const { outbox } = world.openTab();
    for (const id of ['c', 'a', 'b']) void outbox.add({ id });
    await world.pass(4_000);
    expect(world.requests.map(({ ids }) => ids)).toEqual([['c', 'a', 'b']]);
    expect(store.order).toEqual(['c', 'a', 'b']);
    await world.pass(10 * MINUTE);
    expect(world.requests.length).toBe(1);
  });

  it('sends nothing when there is nothing to say', async () => {
    const world = createWorld(code, createIdStore().take);
    world.openTab();
    await world.pass(60 * MINUTE);
    expect(world.requests).toEqual([]);
  });

  it('keeps silent for as long as it was told, in all tabs and after a reload', async () => {
    const store = createIdStore();
    let reply: Reply | undefined = { status: 429, headers: { 'Retry-After': '600' } };
    const world = createWorld(code, (records) => reply ?? store.take(records));
    const [one, other] = [world.openTab(), world.openTab()];
    void one.outbox.add({ id: 'a' }, { urgent: true });
    await world.pass(1_000);
    void other.outbox.add({ id: 'b' }, { urgent: true });
    one.close();
    void world.openTab().outbox.add({ id: 'c' }, { urgent: true });
    reply = undefined;
    await world.pass(9 * MINUTE);
    expect(world.requests.length).toBe(1);
    await world.pass(2 * MINUTE);
    expect([...store.rows.keys()].toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('understands a date in Retry-After', async () => {
    const store = createIdStore();
    const date = new Date(Date.UTC(2026, 10, 22, 0, 10)).toUTCString();
    let reply: Reply | undefined = { status: 503, headers: { 'Retry-After': date } };
    const world = createWorld(code, (records) => reply ?? store.take(records));
    void world.openTab().outbox.add({ id: 'a' }, { urgent: true });
    await world.pass(1_000);
    reply = undefined;
    await world.pass(9 * MINUTE);
    expect(world.requests.length).toBe(1);
    await world.pass(2 * MINUTE);
    expect(store.order).toEqual(['a']);
  });
});
