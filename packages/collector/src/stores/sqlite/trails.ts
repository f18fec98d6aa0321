import type { RecordType, Standing } from '@wayfelt/protocol';
import { addLevels, noLevels, type SetAsideCounts, type Slice } from '@wayfelt/report';
import type { TrailStep } from '../../store.js';
import { crowdValues, placeValues } from './counts.js';
import type { Statement } from './database.js';
import type { Names } from './names.js';
import { COUNTS } from './stored.js';

interface TrailRow {
  visitor: number;
  seq: number | null;
  at: number;
  type: RecordType;
  event: string | null;
  counts: number;
  level: number | null;
  dwellMs: number | null;
  stage: string;
  touchpoint: string;
  standing: Standing;
  wanted: number;
}

/** So many records are read within a tenth of a second; nothing else is answered meanwhile. */
const RECORDS = 8_000;
/** Who left more is a device that many people use: it would take the place of hundreds of visitors. */
const RECORDS_OF_ONE = 400;

/** What each of the newest visitors did, record by record, of as many of them as are read without a rest. */
export const readTrails =
  (sql: (name: string) => Statement, names: Names) =>
  (slice: Slice, most: number): TrailStep[][] => {
    const site = names.site.find(slice.site);
    if (site === undefined) return [];
    const [standing, stage] = placeValues(slice);
    const rows = sql('trails').all(
      site,
      slice.from,
      slice.to,
      ...crowdValues(slice),
      standing ?? null,
      stage ?? null,
      most,
      RECORDS,
      RECORDS_OF_ONE,
    ) as TrailRow[];
    const trails = new Map<number, TrailStep[]>();
    for (const row of rows) {
      const { visitor, seq, at, type, event, stage, touchpoint, standing, dwellMs } = row;
      // field by field: `...rest` of ten thousand rows took longer than reading them
      const step: TrailStep = {
        at,
        type,
        event,
        seq,
        stage,
        touchpoint,
        standing,
        dwellMs,
        level: row.counts === COUNTS.figures ? row.level : null,
        wanted: row.wanted === 1,
      };
      const trail = trails.get(visitor);
      if (trail) trail.push(step);
      else trails.set(visitor, [step]);
    }
    return [...trails.values()];
  };

/** Answers that were set aside, place by place. */
export const readSetAside =
  (sql: (name: string) => Statement, names: Names) =>
  (slice: Slice): SetAsideCounts[] => {
    const site = names.site.find(slice.site);
    if (site === undefined) return [];
    const rows = sql('setAside').all(
      site,
      slice.from,
      slice.to,
      ...crowdValues(slice),
      ...placeValues(slice),
    ) as { stage: string; touchpoint: string; standing: Standing; level: number; n: number }[];
    const places = new Map<string, SetAsideCounts>();
    for (const { stage, touchpoint, standing, level, n } of rows) {
      const key = JSON.stringify([stage, touchpoint, standing]);
      const place = places.get(key) ?? { stage, touchpoint, standing, levels: noLevels() };
      const more = noLevels();
      more[level - 1] = n;
      places.set(key, { ...place, levels: addLevels(place.levels, more) });
    }
    return [...places.values()];
  };
