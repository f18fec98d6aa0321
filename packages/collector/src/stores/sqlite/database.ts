import { createRequire } from 'node:module';
import { migrate } from './schema.js';

/** What a statement takes and gives. Booleans are 0 and 1. */
export type Value = null | number | string | Uint8Array;
export type Row = Record<string, Value>;

export interface Statement {
  run(...values: Value[]): { changes: number | bigint };
  get(...values: Value[]): unknown;
  all(...values: Value[]): unknown[];
  iterate(...values: Value[]): IterableIterator<unknown>;
}

/** The part of `DatabaseSync` that is used here; the built-in one and the package have the same. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface SqliteModule {
  DatabaseSync: new (file: string, options?: { readOnly: boolean }) => Database;
}

/** Node 22 brings SQLite with it; for Node 20 a package with the same interface does. */
const sqlite = (): SqliteModule => {
  // absent in the types of Node 20
  const { getBuiltinModule } = process as { getBuiltinModule?: (id: string) => unknown };
  const builtIn = getBuiltinModule?.('node:sqlite') as SqliteModule | undefined;
  return builtIn ?? (createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule);
};

/** A step of the schema: never changed once published, only followed by another. */
export interface Migration {
  /** Begins with the date, so that the order is plain. */
  name: string;
  sql: string;
}

/** Makes a connection of its own. */
export type OpenDatabase = (file: string) => Database;

/** Runs `work` in one transaction; whatever it throws undoes all of it. */
export const inTransaction = <T>(db: Database, work: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (cause) {
    rollBack(db);
    throw cause;
  }
};

const rollBack = (db: Database) => {
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself (a full disk does that), and says that nothing is open
  }
};

const SHARED = 'PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536';

/** A connection that cannot write, to a database that another one keeps open. */
export function openToRead(file: string): Database {
  const { DatabaseSync } = sqlite();
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec(SHARED);
  return db;
}

/**
 * Opens (and makes) a database whose commits survive a crash of the process and of the machine: WAL with
 * `synchronous = FULL`. Brings the schema up to date. Throws what SQLite says where the file cannot be written, and
 * `SchemaError` where it is of a version that cannot be used.
 *
 * @param migrations absent: whatever schema there is stays as it is
 */
export function openDatabase(file: string, migrations?: readonly Migration[]): Database {
  const { DatabaseSync } = sqlite();
  const open: OpenDatabase = (name) => new DatabaseSync(name);
  const db = open(file);
  try {
    db.exec(SHARED);
    db.exec('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    if (migrations) inTransaction(db, () => migrate(db, migrations, open));
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}
