import { ASK_EVENTS, type AskEvent, type LevelCounts } from '@wayfelt/protocol';
import type { PeriodCounts, PlaceCounts, Slice } from '@wayfelt/report';
import type { Statement, Value } from './database.js';
import type { Names } from './names.js';
import { GRAIN_MS, spansOf, type Span } from './spans.js';
import { addTo, COLUMNS, columnsOf, CUT, emptyCells, type Cells } from './tally.js';

/** Counts of one group: a place, or a day, for one standing. */
interface Group {
  stage: string;
  touchpoint: string;
  standing: string;
  day: number;
}
type TallyRow = Group & { [column: string]: number };
type RecordsRow = Group & {
  type: string;
  event: string | null;
  level: number | null;
  n: number;
  dwellMs: number | null;
};

const DAYS_A_WEEK = 7;
/** 1970 began on a Thursday. */
const DAYS_TO_MONDAY = 3;

/** The values that filter by crowd and place, in the order of the statements. */
export const crowdValues = (slice: Slice): Value[] => [
  slice.locale ?? null,
  slice.device ?? null,
  slice.source ?? null,
];
export const placeValues = (slice: Slice): Value[] => [
  slice.standing ?? null,
  slice.stage ?? null,
  slice.touchpoint ?? null,
];

/** Reads the tables of counts, and where they are too coarse the records. */
export function createCounts(sql: (name: string) => Statement, names: Names) {
  const tallies = { place: sql('talliesByPlace'), day: sql('talliesByDay') };
  const records = sql('recordsByPlace');

  /** Adds up everything in the slice by the groups that `keyOf` tells apart. */
  const collect = (
    slice: Slice,
    depth: 'stage' | 'touchpoint',
    by: 'place' | 'day',
    keyOf: (group: Group) => string,
  ) => {
    const groups = new Map<string, { group: Group; cells: Cells }>();
    const cellsOf = (group: Group): Cells => {
      const key = keyOf(group);
      let found = groups.get(key);
      if (!found) groups.set(key, (found = { group, cells: emptyCells() }));
      return found.cells;
    };
    const site = names.site.find(slice.site);
    if (site === undefined) return groups;
    const filtered = crowdValues(slice).some((value) => value !== null);
    const deep = depth === 'touchpoint' || slice.touchpoint !== undefined;

    const addTallies = ({ grain, from, to }: Span) => {
      const values = [site, cutOf(grain, deep, filtered), from, to, filtered ? 1 : 0];
      const perDay = by === 'day' ? [GRAIN_MS.day / GRAIN_MS[grain]] : [];
      const rows = tallies[by].all(
        ...values,
        ...crowdValues(slice),
        ...placeValues(slice),
        ...perDay,
      ) as TallyRow[];
      for (const row of rows) {
        const cells = cellsOf(row);
        COLUMNS.forEach((name, i) => (cells[i] = (cells[i] ?? 0) + (row[name] ?? 0)));
      }
    };

    const addRecords = ({ from, to }: Span) => {
      const rows = records.all(
        site,
        from,
        to,
        ...crowdValues(slice),
        ...placeValues(slice),
      ) as RecordsRow[];
      for (const row of rows) {
        if (deep && row.touchpoint === '') continue;
        addTo(cellsOf(row), columnsOf(row)[deep ? 'touchpoint' : 'stage'], row, row.n);
      }
    };

    // counts by crowd are kept by day only
    const grains = filtered ? (['day', 'moment'] as const) : undefined;
    for (const span of spansOf(slice.from, slice.to, grains)) {
      if (span.grain === 'moment') addRecords(span);
      else addTallies(span);
    }
    return groups;
  };

  return {
    places(slice: Slice, depth: 'stage' | 'touchpoint'): PlaceCounts[] {
      const deep = depth === 'touchpoint';
      const groups = collect(slice, depth, 'place', ({ stage, touchpoint, standing }) =>
        JSON.stringify([stage, deep ? touchpoint : '', standing]),
      );
      return [...groups.values()]
        .filter(({ cells }) => cells.some((n) => n !== 0))
        .map(({ group, cells }) => ({
          stage: group.stage,
          ...(deep ? { touchpoint: group.touchpoint } : {}),
          standing: group.standing as PlaceCounts['standing'],
          ...figuresOf(cells),
        }));
    },
    periods(slice: Slice, by: 'day' | 'week'): PeriodCounts[] {
      const startOf = (day: number) =>
        by === 'day'
          ? day
          : Math.floor((day + DAYS_TO_MONDAY) / DAYS_A_WEEK) * DAYS_A_WEEK - DAYS_TO_MONDAY;
      const groups = collect(slice, 'stage', 'day', ({ day, standing }) =>
        JSON.stringify([startOf(day), standing]),
      );
      return [...groups.values()]
        .map(({ group, cells }) => ({
          start: startOf(group.day) * GRAIN_MS.day,
          standing: group.standing as PeriodCounts['standing'],
          levels: levelsOf(cells),
          met: cells[MET] ?? 0,
        }))
        .sort((a, b) => a.start - b.start || a.standing.localeCompare(b.standing));
    },
  };
}

const cutOf = (grain: Span['grain'], deep: boolean, filtered: boolean) => {
  if (filtered) return deep ? CUT.touchpointByDayAndCrowd : CUT.stageByDayAndCrowd;
  if (grain === 'day') return deep ? CUT.touchpointByDay : CUT.stageByDay;
  return deep ? CUT.touchpointByHour : CUT.stageByHour;
};

const column = (name: (typeof COLUMNS)[number]) => COLUMNS.indexOf(name);
const MET = column('met');

// the columns of the levels stand first
const levelsOf = (cells: Cells): LevelCounts => cells.slice(0, MET) as LevelCounts;

const figuresOf = (cells: Cells) => ({
  levels: levelsOf(cells),
  met: cells[MET] ?? 0,
  asks: Object.fromEntries(ASK_EVENTS.map((event) => [event, cells[column(event)] ?? 0])) as Record<
    AskEvent,
    number
  >,
});
