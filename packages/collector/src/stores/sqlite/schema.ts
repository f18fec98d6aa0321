import type { Database, Migration, OpenDatabase } from './database.js';

/** The store is sound, but of a version that this one cannot use. Says what to do. */
export class SchemaError extends Error {
  readonly code = 'store-version';
  constructor(sentence: string) {
    super(sentence);
    this.name = 'SchemaError';
  }
}

/**
 * Brings the schema up to date, in the transaction that is open. Its version, the number of migrations that are
 * done, is kept in `user_version`. Throws `SchemaError` where the file is of a newer version or of one that never
 * was published.
 */
export function migrate(db: Database, migrations: readonly Migration[], open: OpenDatabase) {
  const version = numberOf(db.prepare('PRAGMA user_version').get(), 'user_version');
  if (version > migrations.length)
    throw new SchemaError(
      `was made by a newer version of Wayfelt (its schema is ${version}, this version knows ${migrations.length}). Install that version again, or choose another folder with WAYFELT_DATA.`,
    );
  db.exec('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, at INTEGER NOT NULL)');
  const rows = db.prepare('SELECT name FROM migration').all() as { name: string }[];
  const done = new Set(rows.map(({ name }) => name));
  // before versions were counted, what a name stood for could still change
  const early = version === 0 ? migrations.filter(({ name }) => done.has(name)) : [];
  if (early.length > 0) compare(db, early, open);
  const add = db.prepare('INSERT INTO migration (name, at) VALUES (?, ?)');
  for (const { name, sql } of migrations) {
    if (done.has(name)) continue;
    db.exec(sql);
    add.run(name, Date.now());
  }
  db.exec(`PRAGMA user_version = ${migrations.length}`);
}

/** Holds the tables of a store without a version against those that the migrations it names would have made. */
function compare(db: Database, done: readonly Migration[], open: OpenDatabase) {
  const wanted = open(':memory:');
  try {
    for (const { sql } of done) wanted.exec(sql);
    const found = new Set(columnsIn(db));
    const missing = columnsIn(wanted).find((column) => !found.has(column));
    if (missing !== undefined)
      throw new SchemaError(
        `was made by an early version of Wayfelt that was never published, and cannot be brought up to date (${missing} is missing). Move it away, or choose another folder with WAYFELT_DATA.`,
      );
  } finally {
    wanted.close();
  }
}

/** `table.column`, of all tables. */
const columnsIn = (db: Database): string[] =>
  (
    db
      .prepare(
        `SELECT sqlite_schema.name || '.' || part.name AS name
         FROM sqlite_schema JOIN pragma_table_info(sqlite_schema.name) AS part WHERE sqlite_schema.type = 'table'`,
      )
      .all() as { name: string }[]
  ).map(({ name }) => name);

const numberOf = (row: unknown, name: string): number =>
  Number((row as Record<string, unknown> | undefined)?.[name] ?? 0);
