import { BURST } from '@wayfelt/protocol';
import { BURST_REACH_MS, runAround } from '../../burst.js';
import { bucketOf } from './bucket.js';
import type { Statement } from './database.js';
import type { Eraser } from './erase.js';
import type { StoredRow } from './stored.js';

/**
 * Takes a visitor's answers around `at` out of every count where they came faster than a person gives them; the
 * records stay, with a mark. Whatever the order of arrival, the same answers end up set aside.
 */
export function createSetAside(sql: (name: string) => Statement, eraser: Eraser) {
  const around = sql('ratingsAround');
  const near = sql('asideNear');
  const mark = sql('setAside');

  const joinsBurst = (visitor: number, at: number): boolean =>
    near.get(visitor, at - BURST.apartMs, at + BURST.apartMs) !== undefined;

  return (site: number, visitor: number, at: number): void => {
    const [from, to] = [at - BURST_REACH_MS, at + BURST_REACH_MS];
    const rows = around.all(site, bucketOf(visitor), from, to, visitor) as StoredRow[];
    const run = runAround(rows, at);
    if (run.length < BURST.answers && !run.some((row) => joinsBurst(visitor, row.at))) return;
    for (const row of run) {
      eraser.uncount(site, row);
      mark.run(site, row.id);
    }
  };
}
