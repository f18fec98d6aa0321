import { ASK_EVENTS, type AskEvent, type LevelCounts } from '@wayfelt/protocol';
import type { GroupCounts, PeriodCounts, PlaceCounts, Slice } from '@wayfelt/report';
import type { Statement, Value } from './database.js';
import type { Names } from './names.js';
import { GRAIN_MS, spansOf, type Grain, type Span } from './spans.js';
import { addTo, COLUMNS, columnsOf, CUT, emptyCells, type Cells } from './tally.js';

/** What rows are grouped by; each statement has some of it. */
interface Group {
  stage: string;
  touchpoint: string;
  standing: PlaceCounts['standing'];
  period: number;
  locale: string;
  device: string;
  source: string;
}
type TallyRow = Group & { [column: string]: number };
/** `periods`: of each `[period, …its first columns]`, as JSON. */
type PeriodsRow = Pick<Group, 'stage' | 'touchpoint' | 'standing'> & { periods: string };
type RecordsRow = Group & {
  type: string;
  event: string | null;
  level: number | null;
  n: number;
  dwellMs: number | null;
};

/** How long a period is, and how far its beginning is from 1970's: weeks begin on Mondays, 1970 on a Thursday. */
const PERIODS = {
  all: { lengthMs: Number.MAX_SAFE_INTEGER, laterMs: 0 },
  day: { lengthMs: GRAIN_MS.day, laterMs: 0 },
  week: { lengthMs: 7 * GRAIN_MS.day, laterMs: 3 * GRAIN_MS.day },
} as const;

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

interface Question {
  slice: Slice;
  /** Of touchpoints, or of stages. */
  deep: boolean;
  by: 'place' | 'period' | 'crowd';
  /** How long periods are. */
  period: keyof typeof PERIODS;
  /** What tells groups apart. */
  key: (group: Group) => readonly (string | number)[];
}

/** In the place of `crowd = 0`: the crowds that are asked for. */
export const CROWD_FILTER = `crowd IN (
  SELECT id FROM crowd
  WHERE (?5 IS NULL OR locale = ?5) AND (?6 IS NULL OR device = ?6) AND (?7 IS NULL OR ?7 IN (source, source_class))
)`;

export interface CountsParts {
  sql: (name: string) => Statement;
  /** The same statements with `CROWD_FILTER`. */
  byCrowd: (name: string) => Statement;
  names: Names;
}

/** Reads the tables of counts, and where they are too coarse the records. */
export function createCounts({ sql, byCrowd, names }: CountsParts) {
  const everyone = {
    place: sql('talliesByPlace'),
    period: sql('talliesByPeriod'),
  };
  const crowds = {
    place: byCrowd('talliesByPlace'),
    period: byCrowd('talliesByPeriod'),
    crowd: byCrowd('talliesByCrowd'),
  };
  const records = {
    place: sql('recordsByPlace'),
    period: sql('recordsByPlace'),
    crowd: sql('recordsByCrowd'),
  };

  /** Adds up everything in the slice, group by group. */
  const ask = ({ slice, deep, by, period, key }: Question) => {
    const groups = new Map<string, { group: Group; cells: Cells }>();
    const cellsOf = (group: Group): Cells => {
      const name = key(group).join('\n');
      let found = groups.get(name);
      if (!found) groups.set(name, (found = { group, cells: emptyCells() }));
      return found.cells;
    };
    const site = names.site.find(slice.site);
    if (site === undefined) return [];
    const filtered = by === 'crowd' || crowdValues(slice).some((value) => value !== null);
    const tallies = by === 'crowd' || filtered ? crowds[by] : everyone[by];
    const { lengthMs, laterMs } = PERIODS[period];
    const filters = [...crowdValues(slice), ...placeValues(slice)];

    const addTallies = ({ grain, from, to }: Span) => {
      const unit = GRAIN_MS[grain];
      const values = [site, cutOf(grain, deep, filtered), from, to, ...filters];
      if (by !== 'period') {
        for (const row of tallies.all(...values) as TallyRow[]) addRow(cellsOf(row), row);
        return;
      }
      values.push(Math.floor(lengthMs / unit), laterMs / unit);
      for (const { stage, touchpoint, standing, periods } of tallies.all(...values) as PeriodsRow[])
        for (const [period = 0, ...counts] of JSON.parse(periods) as number[][])
          addCounts(cellsOf({ stage, touchpoint, standing, period, ...NO_CROWD }), counts);
    };

    const addRecords = ({ from, to }: Span) => {
      const periods = by === 'crowd' ? [] : [lengthMs, laterMs];
      for (const row of records[by].all(site, from, to, ...filters, ...periods) as RecordsRow[]) {
        const columns = columnsOf(row)[deep ? 'touchpoint' : 'stage'];
        if (columns.length === 0 || (deep && row.touchpoint === '')) continue;
        addTo(cellsOf(row), columns, row, row.n);
      }
    };

    // of touchpoints by crowd and hour there would be almost as many counts as records
    const grains: readonly Grain[] =
      filtered && deep ? ['day', 'moment'] : ['day', 'hour', 'moment'];
    for (const span of spansOf(slice.from, slice.to, grains)) {
      if (span.grain === 'moment') addRecords(span);
      else addTallies(span);
    }
    return [...groups.values()].filter(({ cells }) => cells.some((n) => n !== 0));
  };

  return {
    places(slice: Slice, depth: 'stage' | 'touchpoint'): PlaceCounts[] {
      const asTouchpoints = depth === 'touchpoint';
      const found = ask({
        slice,
        // a slice of one touchpoint is counted by touchpoints, and told by its stage
        deep: asTouchpoints || slice.touchpoint !== undefined,
        by: 'place',
        period: 'all',
        key: ({ stage, touchpoint, standing }) => [
          stage,
          asTouchpoints ? touchpoint : '',
          standing,
        ],
      });
      return found.map(({ group: { stage, touchpoint, standing }, cells }) => ({
        stage,
        ...(asTouchpoints ? { touchpoint } : {}),
        standing,
        levels: levelsOf(cells),
        met: cellOf(cells, 'met'),
        asks: Object.fromEntries(
          ASK_EVENTS.map((event) => [event, cellOf(cells, event)]),
        ) as Record<AskEvent, number>,
      }));
    },

    periods(slice: Slice, by: 'day' | 'week', depth: 'stage' | 'touchpoint'): PeriodCounts[] {
      const asTouchpoints = depth === 'touchpoint';
      const { lengthMs, laterMs } = PERIODS[by];
      const found = ask({
        slice,
        deep: asTouchpoints || slice.touchpoint !== undefined,
        by: 'period',
        period: by,
        key: ({ stage, touchpoint, standing, period }) => [
          stage,
          asTouchpoints ? touchpoint : '',
          standing,
          period,
        ],
      });
      return found
        .map(({ group: { stage, touchpoint, standing, period }, cells }) => ({
          stage,
          ...(asTouchpoints ? { touchpoint } : {}),
          start: period * lengthMs - laterMs,
          standing,
          levels: levelsOf(cells),
          met: cellOf(cells, 'met'),
        }))
        .sort((a, b) => a.start - b.start);
    },

    groups(slice: Slice): GroupCounts[] {
      const found = ask({
        slice,
        deep: slice.touchpoint !== undefined,
        by: 'crowd',
        period: 'all',
        key: ({ locale, device, source, standing }) => [locale, device, source, standing],
      });
      return (['device', 'source', 'locale'] as const).flatMap((by) => {
        const sums = new Map<string, { group: Group; cells: Cells }>();
        for (const { group, cells } of found) {
          const key = JSON.stringify([group[by], group.standing]);
          const sum = sums.get(key) ?? { group, cells: emptyCells() };
          addCounts(sum.cells, cells);
          sums.set(key, sum);
        }
        return [...sums.values()].map(({ group, cells }) => ({
          by,
          value: group[by],
          standing: group.standing,
          met: cellOf(cells, 'met'),
          seen: cellOf(cells, 'seen'),
          levels: levelsOf(cells),
        }));
      });
    },
  };
}

const NO_CROWD = { locale: '', device: '', source: '' };

const addCounts = (cells: Cells, counts: readonly number[]) =>
  counts.forEach((n, i) => (cells[i] = (cells[i] ?? 0) + n));

const addRow = (cells: Cells, row: TallyRow) => {
  for (let i = 0; i < COLUMNS.length; i += 1) {
    const n = row[COLUMNS[i] as string];
    if (n) cells[i] = (cells[i] ?? 0) + n;
  }
};

const cutOf = (grain: Grain, deep: boolean, byCrowd: boolean) => {
  if (byCrowd && deep) return CUT.touchpointByDayAndCrowd;
  if (byCrowd) return grain === 'day' ? CUT.stageByDayAndCrowd : CUT.stageByHourAndCrowd;
  if (grain === 'day') return deep ? CUT.touchpointByDay : CUT.stageByDay;
  return deep ? CUT.touchpointByHour : CUT.stageByHour;
};

const cellOf = (cells: Cells, name: string): number => cells[COLUMNS.indexOf(name)] ?? 0;

// the columns of the levels stand first
const levelsOf = (cells: Cells): LevelCounts =>
  cells.slice(0, COLUMNS.indexOf('met')) as LevelCounts;
