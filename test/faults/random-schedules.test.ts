// Random schedules of faults: tabs that open, hide, freeze, close and crash; a receiver that fails in every way; a
// clock that jumps; storage that refuses. `WAYFELT_SCHEDULES=5000 WAYFELT_SEED=7` runs more, or one again.
import { beforeAll, expect, it } from 'vitest';
import type { Item } from '@wayfelt/transport';
import { buildOutbox } from '../support/fault-build.js';
import { createRandom } from '../support/fault-random.js';
import { createIdStore } from '../support/fault-store.js';
import { createWorld, type Reply, type Tab } from '../support/fault-world.js';

const SCHEDULES = Number(process.env['WAYFELT_SCHEDULES'] ?? 240);
const SEED = Number(process.env['WAYFELT_SEED'] ?? 1);
const STEPS = 60;

let code: string;
beforeAll(async () => {
  code = await buildOutbox();
});

/** What the receiver, or something before it, does with a request; `store` is what it does when all is well. */
const FAULTS: ((take: () => Reply) => Reply)[] = [
  (take) => take(),
  (take) => take(),
  () => ({ status: 503 }),
  () => ({ status: 503, headers: { 'Retry-After': '30' } }),
  () => ({ status: 429, headers: { 'Retry-After': '7' } }),
  () => ({ status: 429, headers: { 'Retry-After': 'Sun, 22 Nov 2026 00:02:00 GMT' } }),
  () => ({ status: 500, body: '{"error":"disk"}' }),
  () => ({ status: 404, body: '<html>not here</html>' }),
  () => ({ status: 403, body: 'blocked by the firewall' }),
  () => ({ status: 200, body: '<html>Welcome to the hotel</html>' }),
  () => ({ status: 0 }), // hangs
  () => ({ status: 0, broken: true }),
  // Stored, and the answer never arrives, or not whole.
  (take) => ({ ...take(), broken: true }),
  (take) => ({ ...take(), body: '{"accepted": 1, "dupl' }),
  (take) => ({ ...take(), afterMs: 15_000 }),
  (take) => ({ ...take(), status: 0 }),
];

async function run(seed: number): Promise<void> {
  const random = createRandom(seed);
  // Poison: the whole request is refused with 400 while such a record is in it.
  const isPoison = ({ id }: Item) => id.endsWith('poison');
  const store = createIdStore((record) => record.id.endsWith('refused'));
  let fault = FAULTS[0] as (typeof FAULTS)[number];
  let maxRecords = Infinity;
  const world = createWorld(
    code,
    (records) => {
      if (records.length > maxRecords) return { status: 413, body: '<html>too large</html>' };
      if (records.some(isPoison)) return { status: 400, body: '{"error":"poison"}' };
      return fault(() => store.take(records));
    },
    random,
  );
  /** Promised ids, with the highest promised revision. */
  const promised = new Map<string, number>();
  const refused = new Set<string>();
  const told = new Map<string, number>();
  const options = {
    onRefused: (refusals: { id: string }[]) => refusals.forEach(({ id }) => refused.add(id)),
    onDelivered: (ids: string[]) => ids.forEach((id) => told.set(id, (told.get(id) ?? 0) + 1)),
  };
  let tabs: Tab[] = [world.openTab(options)];
  let made = 0;
  const add = (tab: Tab) => {
    const kind = random.chance(0.03) ? 'poison' : random.chance(0.04) ? 'refused' : 'fine';
    const isRevision = made > 0 && random.chance(0.15);
    const id = isRevision ? [...promised.keys()].at(-1) : `${made++}-${kind}`;
    if (!id) return;
    const revision = isRevision ? (promised.get(id) ?? 0) + 1 : 0;
    const record = {
      id,
      revision,
      type: random.pick(['visit', 'rating']),
      text: 'é'.repeat(random.below(300)),
    };
    void tab.outbox.add(record, { urgent: random.chance(0.3) }).then((kept) => {
      if (kept === 'memory' || kept === 'lost') return;
      promised.set(id, Math.max(promised.get(id) ?? 0, revision));
    });
  };
  for (let i = 0; i < STEPS; i++) {
    const tab = tabs[random.below(tabs.length)];
    if (!tab || tabs.length === 0) {
      tabs.push(world.openTab(options));
      continue;
    }
    const what = random.below(21);
    if (what < 7) for (let n = random.below(6); n >= 0; n--) add(tab);
    else if (what === 7) tabs.push(world.openTab(options));
    else if (what === 8) tab.hide();
    else if (what === 9) tab.show();
    else if (what === 10) tab.freeze();
    else if (what === 11) tab.thaw();
    else if (what === 12) tab.close();
    else if (what === 13) tab.kill();
    else if (what === 14) world.jumpClock((random() - 0.5) * random.pick([1e4, 1e8, 1e11]));
    else if (what === 15) world.closeConnections();
    else if (what === 16) world.refuseWrites(random.chance(0.5));
    else if (what === 17) void tab.outbox.flush();
    else if (what === 18) maxRecords = random.chance(0.5) ? Infinity : 1 + random.below(5);
    else if (what === 19) world.loseDownloads(random.chance(0.5) ? 0 : 0.8);
    else fault = FAULTS[random.below(FAULTS.length)] ?? fault;
    tabs = tabs.filter(({ alive }) => alive);
    if (random.chance(0.7)) await world.pass(random.below(random.pick([5, 500, 20_000])));
  }
  fault = FAULTS[0] ?? fault;
  maxRecords = Infinity;
  world.refuseWrites(false);
  world.loseDownloads(0);
  for (const tab of tabs) tab.close();
  const last = world.openTab(options);
  await world.pass(2 * 86_400_000);
  let left: { waiting: number } | undefined;
  void last.outbox.flush().then((state) => (left = state));
  await world.pass(600_000);

  const lost = [...promised].filter(([id, revision]) => {
    if (refused.has(id)) return false;
    const row = store.rows.get(id);
    return !row || (row.revision ?? 0) < revision;
  });
  expect({ seed, lost, left }).toEqual({ seed, lost: [], left: { waiting: 0 } });
  const wrongly = [...refused].filter((id) => id.endsWith('fine'));
  expect({ seed, wrongly }).toEqual({ seed, wrongly: [] });
}

it(
  `loses nothing in ${SCHEDULES} random schedules, seeds from ${SEED}`,
  { timeout: 60_000 + SCHEDULES * 400 },
  async () => {
    for (let seed = SEED; seed < SEED + SCHEDULES; seed++) await run(seed);
  },
);
