import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WayfeltRecord } from '@wayfelt/protocol';
import { arrival, DAY_MS, NOON, rating, visit } from '../../records.fixture.js';
import { openDatabase } from './database.js';
import { openSqliteStore } from './sqlite.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-schema-'));
  file = join(folder, 'wayfelt.db');
  openSqliteStore(file).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const edit = (sql: string) => {
  const db = openDatabase(file);
  db.exec(sql);
  db.close();
};
const version = () => {
  const db = openDatabase(file);
  const row = db.prepare('PRAGMA user_version').get() as { user_version: number };
  db.close();
  return row.user_version;
};

it('keeps its version, and opens what it has made', async () => {
  expect(version()).toBeGreaterThan(0);
  const store = openSqliteStore(file);
  const arrival = { record: rating(1), at: rating(1).at, received: rating(1).at };
  expect(await store.add('shop', [arrival])).toEqual(['accepted']);
  store.close();
});

it('counts by hour and crowd what a store had before it did', async () => {
  const store = openSqliteStore(file);
  const records: WayfeltRecord[] = [
    rating(1, { device: 'phone' }),
    rating(2, { device: 'desktop', at: NOON - DAY_MS }),
    rating(3, { device: 'phone', revision: 1, retracted: true }),
    visit(4, { device: 'phone', event: 'dwell', dwellMs: 900 }),
    visit(5, { device: 'phone' }),
    visit(6, { touchpoint: 'search/results' }),
    { ...visit(7, { device: 'phone' }), type: 'ask', event: 'seen' },
    { ...visit(8), type: 'outcome', outcome: 'purchase' },
  ];
  await store.add('shop', records.map(arrival));
  store.close();
  const counts = () => {
    const db = openDatabase(file);
    const rows = db.prepare('SELECT * FROM tally ORDER BY cut, place, crowd, start').all();
    db.close();
    return rows;
  };
  const before = counts();
  edit(`DELETE FROM tally WHERE cut = 7; DROP INDEX "record#answers";
    DELETE FROM migration WHERE name = '2026-11-27-at-size'; PRAGMA user_version = ${version() - 1}`);
  expect(counts().length).toBeLessThan(before.length);
  openSqliteStore(file).close();
  expect(counts()).toEqual(before);
});

it('opens a store from before versions were kept, where it is whole', () => {
  edit('PRAGMA user_version = 0');
  openSqliteStore(file).close();
  expect(version()).toBeGreaterThan(0);
});

it('says that an early store cannot be brought up to date, and leaves it alone', () => {
  edit(
    'PRAGMA user_version = 0; DROP INDEX "record#ratings"; DROP INDEX "record#answers"; ALTER TABLE record DROP COLUMN bucket',
  );
  expect(() => openSqliteStore(file)).toThrow(/early version .*record\.bucket is missing/);
  expect(version()).toBe(0);
});

it('says that a store is of a newer version, and leaves it alone', () => {
  edit('PRAGMA user_version = 900');
  expect(() => openSqliteStore(file)).toThrow(/newer version of Wayfelt \(its schema is 900/);
  expect(version()).toBe(900);
});
