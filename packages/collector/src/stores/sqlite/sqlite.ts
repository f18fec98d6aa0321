import { SETTINGS_MIGRATIONS, createSqliteSettings } from '../../settings/sqlite.js';
import type { Store } from '../../store.js';
import atSizeSchema from './2026-11-27-at-size.sql';
import kindsSchema from './2026-11-27-kinds.sql';
import recordsSchema from './2026-11-22-records.sql';
import retentionSchema from './2026-11-22-retention.sql';
import tagsSchema from './2026-11-22-tags.sql';
import { openDatabase, type Migration } from './database.js';
import { createEraser } from './erase.js';
import { createGroupCommit } from './group-commit.js';
import { classifySources, createNames } from './names.js';
import { createOutcomeKeys } from './outcome-keys.js';
import readSql from './read.sql';
import { createReader } from './reader.js';
import { createRemover } from './remove-old.js';
import { readRows } from './rows.js';
import { statementsOf } from './statements.js';
import { createTags } from './tags.js';
import tagsSql from './tags.sql';
import { createTallies } from './tally.js';
import { createVisitors } from './visitors.js';
import { readVoices } from './voices.js';
import writeSql from './write.sql';
import { createWriter } from './write.js';

const MIGRATIONS: readonly Migration[] = [
  { name: '2026-11-22-records', sql: recordsSchema },
  ...SETTINGS_MIGRATIONS,
  { name: '2026-11-22-retention', sql: retentionSchema },
  { name: '2026-11-22-tags', sql: tagsSchema },
  { name: '2026-11-27-kinds', sql: kindsSchema },
  { name: '2026-11-27-at-size', sql: atSizeSchema },
];

/** The embedded store: one SQLite file, one process. Throws where the file cannot be opened or written. */
export function openSqliteStore(file: string): Store {
  const db = openDatabase(file, MIGRATIONS);
  classifySources(db);
  const write = statementsOf(db, writeSql);
  const read = statementsOf(db, readSql);
  const names = createNames(db);
  const tallies = createTallies(db);
  const settleKey = createOutcomeKeys(write);
  const eraser = createEraser({ sql: write, names, tallies, settleKey });
  const add = createWriter({
    sql: write,
    names,
    tallies,
    visitors: createVisitors(write),
    eraser,
    settleKey,
  });
  const { run, flush } = createGroupCommit({
    db,
    beforeCommit: tallies.write,
    rolledBack() {
      tallies.discard();
      names.forget();
    },
  });
  const counted = createReader({ db, sql: read, names });
  const voices = readVoices(read, names);
  const rows = readRows(read, names);
  const tags = createTags(statementsOf(db, tagsSql), names);
  const removeOld = createRemover(db);

  return {
    add: (site, arrivals) => run(() => add(site, arrivals)),
    ...counted,
    voices: async (query) => voices(query),
    path: async (site, comment) => tags.path(site, comment),
    setTags: (site, comment, given) => run(() => tags.setTags(site, comment, given)),
    tags: async (site) => tags.tags(site),
    records: async (query) => rows(query),
    forget: (site, visitor, at) => run(() => eraser.eraseVisitor(names.site.of(site), visitor, at)),
    removeOld: (site, from) => run(() => removeOld(names.site.find(site) ?? 0, site, from)),
    sites: async () => read('sites').all() as { site: string; last: number }[],
    saveMark: (site, { id, at, kind, text }) =>
      run(() => {
        read('saveMark').run(names.site.of(site), id, at, kind, text);
      }),
    deleteMark: (site, id) =>
      run(() => Number(read('deleteMark').run(names.site.of(site), id).changes) > 0),
    settings: createSqliteSettings(db),
    close() {
      flush();
      db.close();
    },
  };
}
