import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../packages/collector/dist/index.js';

/** A connection beside the store's own. */
export function openDatabase(file) {
  const require = createRequire(new URL('../../packages/collector/package.json', import.meta.url));
  const builtIn = process.getBuiltinModule?.('node:sqlite');
  const { DatabaseSync } = builtIn ?? require('@photostructure/sqlite');
  return new DatabaseSync(file);
}

/** The collector's own schema in a new file. Made in another and copied, since the first stays open for a while. */
export function createEmpty(folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'wayfelt.db');
  const first = join(folder, 'schema.db');
  openSqliteStore(first).close();
  const db = openDatabase(first);
  db.exec(`VACUUM INTO '${file.replaceAll("'", "''")}'`);
  db.close();
  for (const end of ['', '-wal', '-shm']) rmSync(first + end, { force: true });
  return file;
}

/** An empty store in a folder that goes afterwards: a connection, and how to open it as the collector does. */
export async function withStore(work) {
  const folder = mkdtempSync(join(tmpdir(), 'wayfelt-size-'));
  const file = createEmpty(folder);
  const db = openDatabase(file);
  const stores = [];
  try {
    return await work({
      db,
      open() {
        const store = openSqliteStore(file);
        stores.push(store);
        return store;
      },
    });
  } finally {
    for (const store of stores) store.close();
    db.close();
    rmSync(folder, { recursive: true });
  }
}
