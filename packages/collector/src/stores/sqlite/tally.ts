import { ASK_EVENTS, LEVELS } from '@wayfelt/protocol';
import type { Database } from './database.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The columns of `tally` that count, in the order of the table. */
export const COLUMNS = [
  ...LEVELS.map((_, i) => `l${i + 1}`),
  'met',
  ...ASK_EVENTS,
  'dwells',
  'dwell_ms',
] as const;

/** One number per column. */
export type Cells = number[];

export const emptyCells = (): Cells => COLUMNS.map(() => 0);

const column = (name: string) => COLUMNS.indexOf(name);
const MET = column('met');
const DWELLS = column('dwells');
const DWELL_MS = column('dwell_ms');

/** The parts of a table of counts. The numbers are in the table and never change. */
export const CUT = {
  stageByHour: 1,
  stageByDay: 2,
  touchpointByHour: 3,
  touchpointByDay: 4,
  stageByDayAndCrowd: 5,
  touchpointByDayAndCrowd: 6,
  stageByHourAndCrowd: 7,
} as const;

/** What of a record is counted. */
export interface Countable {
  type: string;
  event: string | null;
  level: number | null;
  /** Milliseconds of a dwell; of several, their sum. */
  dwellMs: number | null;
  touchpoint: string;
}

/** Which columns a record adds to, in its stage's row and in its touchpoint's. Written once, for counting and for erasing. */
export const columnsOf = (
  record: Countable,
): { stage: readonly number[]; touchpoint: readonly number[] } => {
  switch (record.type) {
    case 'rating':
      return both(record.level === null ? [] : [record.level - 1]);
    case 'ask':
      return both([column(record.event ?? '')]);
    case 'visit':
      if (record.event === 'dwell') return { stage: [DWELLS, DWELL_MS], touchpoint: [] };
      return visitEvent(record) === 'touchpoint'
        ? { stage: [], touchpoint: [MET] }
        : { stage: [MET], touchpoint: [] };
    default:
      return both([]);
  }
};

const both = (columns: readonly number[]) => ({ stage: columns, touchpoint: columns });

const visitEvent = (record: Countable) =>
  record.event ?? (record.touchpoint === '' ? 'stage' : 'touchpoint');

/** Adds `times` records that are alike; a negative number takes them away. */
export const addTo = (
  cells: Cells,
  columns: readonly number[],
  record: Pick<Countable, 'dwellMs'>,
  times: number,
) => {
  for (const i of columns) {
    cells[i] =
      (cells[i] ?? 0) + (i === DWELL_MS ? (record.dwellMs ?? 0) * Math.sign(times) : times);
  }
};

/** Where a record is counted. */
export interface Spot {
  site: number;
  at: number;
  stagePlace: number;
  /** Its touchpoint's, where it has one. */
  touchpointPlace?: number | undefined;
  crowd: number;
}

/**
 * Collects the changes of one transaction, so that a hundred records of the same hour are one update.
 * `write` goes into the open transaction; `discard` forgets what a rolled back one had collected.
 */
export function createTallies(db: Database) {
  const upsert = db.prepare(UPSERT);
  const sweep = db.prepare(SWEEP);
  const changes = new Map<string, { key: number[]; cells: Cells }>();
  let taken = false;

  const change = (key: number[], columns: readonly number[], record: Countable, times: number) => {
    const name = key.join();
    let row = changes.get(name);
    if (!row) changes.set(name, (row = { key, cells: emptyCells() }));
    addTo(row.cells, columns, record, times);
  };

  const discard = () => {
    changes.clear();
    taken = false;
  };

  return {
    count(spot: Spot, record: Countable, times: 1 | -1) {
      const { stage, touchpoint } = columnsOf(record);
      const { site, at, crowd, stagePlace, touchpointPlace } = spot;
      const hour = Math.floor(at / HOUR_MS);
      const day = Math.floor(at / DAY_MS);
      taken ||= times < 0;
      if (stage.length > 0) {
        change([site, CUT.stageByHour, stagePlace, 0, hour], stage, record, times);
        change([site, CUT.stageByDay, stagePlace, 0, day], stage, record, times);
        change([site, CUT.stageByDayAndCrowd, stagePlace, crowd, day], stage, record, times);
        change([site, CUT.stageByHourAndCrowd, stagePlace, crowd, hour], stage, record, times);
      }
      if (touchpointPlace !== undefined && touchpoint.length > 0) {
        const place = touchpointPlace;
        change([site, CUT.touchpointByHour, place, 0, hour], touchpoint, record, times);
        change([site, CUT.touchpointByDay, place, 0, day], touchpoint, record, times);
        change([site, CUT.touchpointByDayAndCrowd, place, crowd, day], touchpoint, record, times);
      }
    },
    write() {
      for (const { key, cells } of changes.values()) upsert.run(...key, ...cells);
      if (taken) for (const { key } of changes.values()) sweep.run(...key);
      discard();
    },
    discard,
  };
}
export type Tallies = ReturnType<typeof createTallies>;

const KEY = ['site', 'cut', 'place', 'crowd', 'start'];

/** The columns are listed from `COLUMNS`, which is their only list beside the table itself. */
const UPSERT = `
INSERT INTO tally (${[...KEY, ...COLUMNS].join(', ')})
VALUES (${[...KEY, ...COLUMNS].map(() => '?').join(', ')})
ON CONFLICT (${KEY.join(', ')}) DO UPDATE SET
${COLUMNS.map((name) => `  ${name} = ${name} + excluded.${name}`).join(',\n')}`;

/** A row in which nothing is left goes, so that erasing leaves no trace of who was there. */
const SWEEP = `
DELETE FROM tally
WHERE ${KEY.map((name) => `${name} = ?`).join(' AND ')}
  AND ${COLUMNS.map((name) => `${name} = 0`).join(' AND ')}`;
