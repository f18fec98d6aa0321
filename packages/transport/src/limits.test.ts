// Where the guarantees end, as the README says beside each of them.
import { beforeAll, expect, it } from 'vitest';
import { buildOutbox } from '../../../test/support/fault-build.js';
import { createIdStore } from '../../../test/support/fault-store.js';
import { createWorld, type Reply } from '../../../test/support/fault-world.js';

let code: string;
beforeAll(async () => {
  code = await buildOutbox();
});

const MINUTE = 60_000;
const ids = (n: number) => Array.from({ length: n }, (_, i) => String(i).padStart(3, '0'));

it('a page that goes sends twice 50 records at most; the rest waits in storage for the next', async () => {
  const store = createIdStore();
  const world = createWorld(code, store.take);
  const tab = world.openTab();
  for (const id of ids(120)) void tab.outbox.add({ id });
  await world.pass(100);
  expect(world.requests).toEqual([]);
  tab.close();
  await world.pass(MINUTE);
  // The newest first: once as it is hidden, once as it goes.
  const sent = world.requests.map((request) => request.ids);
  expect(sent).toEqual([ids(120).slice(70), ids(120).slice(20, 70)]);
  void world.openTab();
  await world.pass(MINUTE);
  expect(store.order.toSorted()).toEqual(ids(120));
});

it('what only memory holds dies with a crash', async () => {
  const store = createIdStore();
  let reply: Reply | undefined = { status: 0, broken: true };
  const world = createWorld(code, (records) => reply ?? store.take(records));
  world.refuseWrites(true);
  const tab = world.openTab();
  let kept = '';
  void tab.outbox.add({ id: 'a' }, { urgent: true }).then((where) => (kept = where));
  await world.pass(MINUTE);
  expect(kept).toBe('memory');
  tab.kill();
  reply = undefined;
  world.refuseWrites(false);
  void world.openTab();
  await world.pass(10 * MINUTE);
  expect(store.order).toEqual([]);
});

it('an urgent record overtakes what waits', async () => {
  const store = createIdStore();
  const world = createWorld(code, store.take);
  const { outbox } = world.openTab();
  await world.pass(MINUTE);
  for (const id of ids(60)) void outbox.add({ id });
  void outbox.add({ id: 'now' }, { urgent: true });
  await world.pass(MINUTE);
  expect(store.order).toHaveLength(61);
  expect(store.order.indexOf('now')).toBeLessThan(60);
});

it('pages with the same site share what waits, and the page that sent is told', async () => {
  const store = createIdStore();
  let reply: Reply | undefined = { status: 0, broken: true };
  const world = createWorld(code, (records) => reply ?? store.take(records));
  const told: string[] = [];
  const listen = (page: string) => ({
    onDelivered: (delivered: string[]) => void told.push(...delivered.map((id) => `${page} ${id}`)),
  });
  const first = world.openTab(listen('first'));
  void first.outbox.add({ id: 'a' });
  await world.pass(MINUTE);
  first.close();
  await world.pass(MINUTE);
  reply = undefined;
  void world.openTab(listen('second'));
  await world.pass(10 * MINUTE);
  expect(told).toEqual(['second a']);
});
