import type { Countable } from './tally.js';

/** Where a record counts: the values of its column `counts`. */
export const COUNTS = { nowhere: 0, figures: 1, aside: 2 } as const;

/** A record as the statements `findRecord` and `recordsOfVisitor` read it. */
export interface StoredRow {
  id: Uint8Array;
  type: string;
  at: number;
  visitor: number | null;
  crowd: number;
  counts: number;
  event: string | null;
  level: number | null;
  revision: number | null;
  outcome: string | null;
  key: string | null;
  detail: string | null;
  stage: string;
  touchpoint: string;
  standing: string;
}

/** What of a row is counted; the same for a record that comes and for one that goes. */
export const countableOf = (
  row: Pick<StoredRow, 'type' | 'event' | 'level' | 'detail'>,
  touchpoint: string,
): Countable => ({
  type: row.type,
  event: row.event,
  level: row.level,
  dwellMs: row.event === 'dwell' ? dwellOf(row.detail) : null,
  touchpoint,
});

const dwellOf = (detail: string | null): number =>
  detail === null ? 0 : ((JSON.parse(detail) as { dwellMs?: number }).dwellMs ?? 0);
