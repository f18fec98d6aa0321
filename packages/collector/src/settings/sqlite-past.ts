import { setImmediate } from 'node:timers/promises';
import type { PastChange, PastMove, PastPreview } from '@wayfelt/protocol/settings-check';
import { inTransaction, type Database } from '../stores/sqlite/database.js';
import { createNames } from '../stores/sqlite/names.js';
import { countableOf, COUNTS, type StoredRow } from '../stores/sqlite/stored.js';
import { createTallies } from '../stores/sqlite/tally.js';
import type { PastStore, StageNow } from './store.js';

const DAY_MS = 86_400_000;
/** Records moved in one transaction: a few tens of milliseconds in which nothing else is answered. */
const CHUNK = 1_000;
/** Moves shown one by one, by number of records. */
const MOVES = 200;

interface Group {
  page: string;
  stage: string;
  touchpoint: string;
  source: string | null;
  records: number;
  ratings: number;
}

const GROUPS = `
SELECT record.page, place.stage, place.touchpoint, record.detail ->> '$.stageFrom' AS source,
  count(*) AS records, sum(record.type = 'rating' AND record.counts = 1) AS ratings
FROM record JOIN place ON place.id = record.place
WHERE record.site = ? AND record.at >= ? AND record.page IS NOT NULL
GROUP BY record.page, place.stage, place.touchpoint, source`;

const FIELDS = `record.id, record.type, record.at, record.visitor, record.crowd, record.counts, record.event,
  record.level, record.revision, record.outcome, record.key, record.detail, record.page,
  place.stage, place.touchpoint, place.standing`;

const NEXT = `
SELECT ${FIELDS} FROM record JOIN place ON place.id = record.place
WHERE record.site = ?1 AND record.id > ?2 AND record.at >= ?3 AND record.page IS NOT NULL
ORDER BY record.id LIMIT ${CHUNK}`;

const NEXT_MOVED = `
SELECT ${FIELDS}, moved.stage AS stageBefore, moved.source AS sourceBefore
FROM settings_past_record AS moved
  JOIN record ON record.site = moved.site AND record.id = moved.id
  JOIN place ON place.id = record.place
WHERE moved.past = ?1 AND moved.id > ?2
ORDER BY moved.id LIMIT ${CHUNK}`;

const MOVE = `
UPDATE record SET place = ?, detail = json_set(coalesce(detail, '{}'), '$.stageFrom', ?)
WHERE site = ? AND id = ?`;
const MOVE_TO_NONE = `
UPDATE record SET place = ?, detail = json_remove(detail, '$.stageFrom') WHERE site = ? AND id = ?`;

const LOG = `
SELECT id, at, author, version, summary, undone_at AS undoneAt, undone_by AS undoneBy
FROM settings_past WHERE site = ? ORDER BY id DESC LIMIT 100`;

type PastRow = StoredRow & { page: string };

/** Moves records of the past to the stage that the rules name now; counts move with them in the same transaction. */
export function createSqlitePast(db: Database): PastStore {
  const names = createNames(db);
  const tallies = createTallies(db);
  const groups = db.prepare(GROUPS);
  const next = db.prepare(NEXT);
  const nextMoved = db.prepare(NEXT_MOVED);
  const move = db.prepare(MOVE);
  const moveToNone = db.prepare(MOVE_TO_NONE);
  const remember = db.prepare(
    'INSERT INTO settings_past_record (past, site, id, stage, source) VALUES (?, ?, ?, ?, ?)',
  );
  const begin = db.prepare(
    'INSERT INTO settings_past (site, at, author, version, summary) VALUES (?, ?, ?, ?, ?) RETURNING id',
  );
  const end = db.prepare('UPDATE settings_past SET undone_at = ?, undone_by = ? WHERE id = ?');
  const log = db.prepare(LOG);

  const transaction = (work: () => void) => {
    try {
      inTransaction(db, () => {
        work();
        tallies.write();
      });
    } catch (cause) {
      tallies.discard();
      names.forget();
      throw cause;
    }
  };

  const count = (site: number, row: StoredRow, stage: string, times: 1 | -1) => {
    if (row.counts !== COUNTS.figures) return;
    const place = (touchpoint: string) => names.place.of(site, stage, touchpoint, row.standing);
    const touchpointPlace = row.touchpoint === '' ? undefined : place(row.touchpoint);
    const spot = { site, at: row.at, stagePlace: place(''), touchpointPlace, crowd: row.crowd };
    tallies.count(spot, countableOf(row, row.touchpoint), times);
  };
  const moveRecord = (site: number, row: StoredRow, to: string, source: string | null) => {
    count(site, row, row.stage, -1);
    const place = names.place.of(site, to, row.touchpoint, row.standing);
    if (source === null) moveToNone.run(place, site, row.id);
    else move.run(place, source, site, row.id);
    count(site, row, to, 1);
  };

  const preview = (site: string, since: number, stageNow: StageNow): Omit<PastPreview, 'days'> => {
    const found = groups.all(names.site.find(site) ?? 0, since) as Group[];
    const moves = new Map<string, PastMove>();
    let [records, ratings] = [0, 0];
    for (const group of found) {
      const to = stageNow({ ...group, source: group.source ?? undefined });
      if (to === undefined) continue;
      records += group.records;
      ratings += group.ratings;
      const key = JSON.stringify([group.page, group.stage, to]);
      const known = moves.get(key);
      if (known) known.records += group.records;
      else moves.set(key, { page: group.page, from: group.stage, to, records: group.records });
    }
    const listed = [...moves.values()].sort((a, b) => b.records - a.records).slice(0, MOVES);
    return { records, ratings, moves: listed };
  };

  return {
    async preview(site, days, stageNow, now) {
      return { days, ...preview(site, now - days * DAY_MS, stageNow) };
    },

    async apply(site, days, stageNow, { author, at, version }) {
      const since = at - days * DAY_MS;
      const summary: PastPreview = { days, ...preview(site, since, stageNow) };
      const { id: past } = begin.get(site, at, author, version, JSON.stringify(summary)) as {
        id: number;
      };
      const number = names.site.find(site) ?? 0;
      let last = new Uint8Array();
      for (;;) {
        const rows = next.all(number, last, since) as PastRow[];
        transaction(() => {
          for (const row of rows) {
            const source = sourceOf(row.detail);
            const to = stageNow({ ...row, source: source ?? undefined });
            if (to === undefined) continue;
            remember.run(past, number, row.id, row.stage, source);
            moveRecord(number, row, to, 'rule');
          }
        });
        const lastRow = rows.at(-1);
        if (!lastRow || rows.length < CHUNK) return { id: past, at, author, version, ...summary };
        last = new Uint8Array(lastRow.id);
        // Visitors' records are taken in between.
        await setImmediate();
      }
    },

    async undo(site, past, { author, at }) {
      const newest = (await this.log(site)).find(({ undone }) => !undone);
      if (newest?.id !== past) return 'not-newest';
      const number = names.site.find(site) ?? 0;
      let last = new Uint8Array();
      for (;;) {
        const rows = nextMoved.all(past, last) as (StoredRow & {
          stageBefore: string;
          sourceBefore: string | null;
        })[];
        transaction(() => {
          for (const row of rows) moveRecord(number, row, row.stageBefore, row.sourceBefore);
        });
        const lastRow = rows.at(-1);
        if (!lastRow || rows.length < CHUNK) break;
        last = new Uint8Array(lastRow.id);
        await setImmediate();
      }
      end.run(at, author, past);
      return 'undone';
    },

    async log(site) {
      return (log.all(site) as LogRow[]).map(changeOf);
    },
  };
}

interface LogRow {
  id: number;
  at: number;
  author: string;
  version: number;
  summary: string;
  undoneAt: number | null;
  undoneBy: string | null;
}

const changeOf = ({ summary, undoneAt, undoneBy, ...row }: LogRow): PastChange => ({
  ...row,
  ...(JSON.parse(summary) as PastPreview),
  ...(undoneAt === null ? {} : { undone: { at: undoneAt, author: undoneBy ?? '' } }),
});

const sourceOf = (detail: string | null): string | null =>
  detail === null ? null : ((JSON.parse(detail) as { stageFrom?: string }).stageFrom ?? null);
