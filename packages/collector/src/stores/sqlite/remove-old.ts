import type { KeepFrom, Removed } from '../../store.js';
import type { Database } from './database.js';
import sqlFile from './remove-old.sql';
import { statementsOf } from './statements.js';

/** Rows touched in one transaction: a few tens of milliseconds in which nothing else is answered. */
const CHUNK = 500;
/** No visit is longer: one that began so long before has no record left. */
const VISIT_MS = 86_400_000;

/**
 * Takes one chunk of what is too old out of the tables, inside the open transaction. The tables of counts are not
 * touched: they say how many, and never who.
 */
export function createRemover(db: Database) {
  const sql = statementsOf(db, sqlFile);
  const change = (name: string, site: number | string, before: number): number =>
    Number(sql(name).run(site, before, CHUNK).changes);

  const removeVisitors = (site: number, before: number): number => {
    const gone = sql('deleteVisitors').all(site, before, CHUNK) as { id: number }[];
    for (const { id } of gone) {
      sql('deleteSessionsOf').run(site, id);
      sql('deleteHandoversOf').run(id);
      sql('deleteHandoverUsesOf').run(id);
    }
    return gone.length;
  };

  return (site: number, name: string, from: KeepFrom): Removed => {
    const comments =
      change('emptyComments', site, from.comments) + change('emptyContacts', site, from.comments);
    if (comments > 0) return { comments, records: 0, others: 0 };
    const records = change('deleteRecords', site, from.records);
    if (records > 0) return { comments, records, others: 0 };
    const others =
      removeVisitors(site, from.records) +
      change('deleteSessions', site, from.records - VISIT_MS) +
      change('deleteMoved', name, from.records);
    return { comments, records, others };
  };
}
