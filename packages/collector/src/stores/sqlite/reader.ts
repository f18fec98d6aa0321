import type { Mark, Slice } from '@wayfelt/report';
import type { CountedStore } from '../../store.js';
import { createCounts, CROWD_FILTER } from './counts.js';
import { openToRead, type Database, type Statement } from './database.js';
import { answersAtPlaces, createHistories } from './histories.js';
import { createNames, type Names } from './names.js';
import readSql from './read.sql';
import { statementsOf } from './statements.js';
import { readSetAside, readTrails } from './trails.js';

export interface ReaderParts {
  db: Database;
  /** The statements of `read.sql`. */
  sql: (name: string) => Statement;
  names: Names;
}

/** What figures are made of. Nothing here writes. */
export function createReader({ db, sql, names }: ReaderParts): CountedStore {
  const byCrowd = statementsOf(db, readSql.replaceAll('crowd = 0', CROWD_FILTER));
  const counts = createCounts({ sql, byCrowd, names });
  const histories = createHistories({
    sql,
    atPlaces: statementsOf(db, answersAtPlaces(readSql, 'everybody')),
    atPlacesOfSome: statementsOf(db, answersAtPlaces(readSql, 'some')),
    names,
  });
  const trails = readTrails(sql, names);
  const setAside = readSetAside(sql, names);
  const answersIn = (slice: Slice): number =>
    counts.places(slice, 'stage').reduce((sum, { levels }) => sum + totalOf(levels), 0);
  return {
    places: async (slice, depth) => counts.places(slice, depth),
    periods: async (slice, by, depth) => counts.periods(slice, by, depth),
    groups: async (slice) => counts.groups(slice),
    histories: async (slice, most) => histories.histories(slice, answersIn(slice), most),
    answerers: async (slice, most) => histories.answerers(slice, answersIn(slice), most),
    async delivery({ site, from, to }) {
      const number = names.site.find(site) ?? 0;
      const { made, arrived } = sql('delivered').get(number, from, to) as {
        made: number;
        arrived: number;
      };
      const losses = sql('losses').all(number, from, to) as { detail: string }[];
      return {
        made,
        arrived,
        dropped: losses.reduce((sum, { detail }) => sum + lossOf(detail), 0),
      };
    },
    trails: async (slice, most) => trails(slice, most),
    setAside: async (slice) => setAside(slice),
    marks: async (site) => sql('marks').all(names.site.find(site) ?? 0) as Mark[],
  };
}

/** A second connection to a store that is open: sees what is committed, and cannot write. */
export function openSqliteReader(file: string) {
  const db = openToRead(file);
  const store = createReader({ db, sql: statementsOf(db, readSql), names: createNames(db) });
  return {
    store,
    /** Everything that `work` reads is of one moment, which is not before now. One at a time. */
    async atOnce<T>(work: () => Promise<T>): Promise<T> {
      db.exec('BEGIN');
      try {
        return await work();
      } finally {
        db.exec('ROLLBACK');
      }
    },
    close: () => db.close(),
  };
}

const totalOf = (levels: readonly number[]): number => levels.reduce((sum, n) => sum + n, 0);

const lossOf = (detail: string): number => {
  const { dropped } = JSON.parse(detail) as { dropped: Record<string, number> };
  return Object.values(dropped).reduce((sum, n) => sum + n, 0);
};
