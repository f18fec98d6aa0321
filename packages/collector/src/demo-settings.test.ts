import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '@wayfelt/protocol';
import { makeWorld } from '../../../demo/simulate/world.js';
import { seedDemoSettings } from './demo-settings.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const DEMO = join(import.meta.dirname, '../../../demo/shop');
let folder: string;
let store: ReturnType<typeof openSqliteStore>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-demo-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const seed = (demo = DEMO) => seedDemoSettings({ settings: store.settings, demo, now: 1 });

test('the demo comes with a name in English and Korean for every step of its simulated visitors', async () => {
  await seed();
  const { settings, version } = await store.settings.current('demo');
  expect(version).toBe(1);
  const named = new Map(settings.touchpoints.map(({ id, name }) => [id, name]));
  const steps = makeWorld().flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
  expect(steps.filter((id) => !named.get(id)?.['en'] || !named.get(id)?.['ko'])).toEqual([]);
});

test("a team's own settings of the demo are left as they are, published or not", async () => {
  const own = { ...DEFAULT_SETTINGS, outcomeDays: 7 };
  await store.settings.add('demo', { base: 0, settings: own, author: 'team', note: '', at: 1 });
  await seed();
  expect((await store.settings.newest('demo')).settings.outcomeDays).toBe(7);
  expect((await store.settings.current('demo')).version).toBe(0);
});

test('a second start adds nothing', async () => {
  await seed();
  await seed();
  expect(await store.settings.versions('demo', 10)).toHaveLength(1);
});

test('settings that cannot be used are refused, and the field is named', async () => {
  mkdirSync(join(folder, 'shop'));
  writeFileSync(join(folder, 'settings.json'), '{"outcomeDays": "soon"}');
  await expect(seed(join(folder, 'shop'))).rejects.toThrow(/settings\.json.*outcomeDays/);
  expect((await store.settings.newest('demo')).version).toBe(0);
});
