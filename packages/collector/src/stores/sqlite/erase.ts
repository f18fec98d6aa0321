import type { Statement } from './database.js';
import type { Names } from './names.js';
import { countableOf, type StoredRow } from './stored.js';
import type { Spot, Tallies } from './tally.js';
import { hashOfVisitor } from './visitors.js';

/** Takes records out of the table and out of every count, as if they had never come. */
export function createEraser(sql: (name: string) => Statement, names: Names, tallies: Tallies) {
  const spotOf = (site: number, row: StoredRow): Spot => ({
    site,
    at: row.at,
    stagePlace: names.place.of(site, row.stage, '', row.standing),
    touchpointPlace:
      row.touchpoint === ''
        ? undefined
        : names.place.of(site, row.stage, row.touchpoint, row.standing),
    crowd: row.crowd,
  });

  const uncount = (site: number, row: StoredRow) =>
    tallies.count(spotOf(site, row), countableOf(row, row.touchpoint), -1);

  /** The next outcome with the same key counts instead, as if the erased one had never come. */
  const passOn = (site: number, { outcome, key }: StoredRow) => {
    if (outcome === null || key === null) return;
    const heir = sql('heirOfKey').get(site, outcome, key) as { id: Uint8Array } | undefined;
    if (heir) sql('letCount').run(site, heir.id);
  };

  const eraseRecord = (site: number, row: StoredRow) => {
    sql('deleteRecord').run(site, row.id);
    if (!row.counts) return;
    uncount(site, row);
    passOn(site, row);
  };

  return {
    uncount,
    /** Everything of this visitor, and of those joined to it, up to `at`; returns how many records that were. */
    eraseVisitor(site: number, name: string, at: number): number {
      const known = sql('findVisitor').get(site, name) as { person: number } | undefined;
      const visitors = known
        ? (sql('visitorsOfPerson').all(known.person) as { id: number; name: string }[])
        : [];
      let erased = 0;
      for (const visitor of visitors) {
        const rows = sql('recordsOfVisitor').all(visitor.id) as StoredRow[];
        for (const row of rows) eraseRecord(site, row);
        erased += rows.length;
        sql('deleteSessionsOf').run(site, visitor.id);
        sql('deleteHandoversOf').run(visitor.id);
        sql('deleteHandoverUsesOf').run(visitor.id);
        sql('deleteVisitor').run(visitor.id);
        sql('addForgotten').run(site, hashOfVisitor(visitor.name), at);
      }
      sql('addForgotten').run(site, hashOfVisitor(name), at);
      return erased;
    },
  };
}
export type Eraser = ReturnType<typeof createEraser>;
