import type { Statement } from './database.js';
import type { Names } from './names.js';
import type { OutcomeKeys } from './outcome-keys.js';
import { countableOf, COUNTS, type StoredRow } from './stored.js';
import type { Spot, Tallies } from './tally.js';
import { hashOfVisitor } from './visitors.js';

export interface EraserParts {
  sql: (name: string) => Statement;
  names: Names;
  tallies: Tallies;
  settleKey: OutcomeKeys;
}

/** Takes records out of the table and out of every count, as if they had never come. */
export function createEraser({ sql, names, tallies, settleKey }: EraserParts) {
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

  return {
    uncount,
    /** Everything of this visitor, and of those joined to it, up to `at`; returns how many records that were. */
    eraseVisitor(site: number, name: string, at: number): number {
      const known = sql('findVisitor').get(site, name) as { person: number } | undefined;
      const visitors = known
        ? (sql('visitorsOfPerson').all(known.person) as { id: number; name: string }[])
        : [];
      const rows = visitors.flatMap(
        ({ id }) => sql('recordsOfVisitor').all(id) as unknown as StoredRow[],
      );
      for (const row of rows) {
        sql('deleteRecord').run(site, row.id);
        if (row.counts === COUNTS.figures) uncount(site, row);
      }
      // only now, or one could count next that is about to go as well
      for (const { outcome, key } of rows)
        if (outcome !== null && key !== null) settleKey(site, outcome, key);
      for (const visitor of visitors) {
        sql('deleteSessionsOf').run(site, visitor.id);
        sql('deleteHandoversOf').run(visitor.id);
        sql('deleteHandoverUsesOf').run(visitor.id);
        sql('deleteVisitor').run(visitor.id);
        sql('addForgotten').run(site, hashOfVisitor(visitor.name), at);
      }
      sql('addForgotten').run(site, hashOfVisitor(name), at);
      return rows.length;
    },
  };
}
export type Eraser = ReturnType<typeof createEraser>;
