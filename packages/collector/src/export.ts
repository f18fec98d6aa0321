import { Hono } from 'hono';
import { makeReport, type DeliveryFigures, type Report } from '@wayfelt/report';
import { countsOf, PARTS } from './count.js';
import { Problem } from './problem.js';
import type { ReadOptions } from './read.js';
import { askOf, choiceOf, sliceOf } from './slice.js';
import type { ExportQuery, Store } from './store.js';
import { csvOf, jsonLinesOf, type TableRow } from './table.js';

/** Figures, as the report has them. */
const FIGURES = {
  stages: (report) => report.stages.flatMap(byStanding),
  touchpoints: (report) => report.touchpoints.flatMap(byStanding),
  total: (report) => byStanding(report.total),
  comparisons: (report) =>
    [report.total, ...report.stages, ...report.touchpoints].flatMap(comparisonRows),
  gaps: (report) => report.gaps,
  ranking: (report) => rowsIn(report.ranking),
  prospectRanking: (report) => rowsIn(report.prospectRanking),
  outcomes: (report) => [...report.outcomes.total, ...report.outcomes.touchpoints],
  moments: (report) => report.moments,
  paired: (report) => report.paired,
  trend: (report) => report.trend,
  changes: (report) => report.changes,
  peakEnd: (report) => [report.peakEnd],
  lastWords: (report) => [report.lastWords],
  raters: (report) => report.response.raters,
  repeats: (report) => report.repeats,
  reasons: (report) => report.reasons.flatMap(reasonRows),
  arrived: (report) => (report.delivery ? arrivedRows(report.delivery) : []),
  setAside: (report) => report.setAside?.places ?? [],
} satisfies Record<string, (report: Report) => readonly object[]>;

/** Types of records by their table. */
const COUNTED = {
  ratings: 'rating',
  visits: 'visit',
  asks: 'ask',
  outcomeRecords: 'outcome',
} as const satisfies Record<string, ExportQuery['type']>;

/** Records, as they came; of nobody's name. */
const RECORDS = { ...COUNTED, ratingsSetAside: COUNTED.ratings };

const RECORD_COLUMNS =
  `id at type visitor session standing stage stageFrom touchpoint page locale device source event level comment
   reasons intent tags contact ask form order probability dwellMs alsoStages outcome value currency`.split(
    /\s+/,
  );

export const FIGURE_TABLES = Object.keys(FIGURES) as (keyof typeof FIGURES)[];
export const RECORD_TABLES = Object.keys(RECORDS) as (keyof typeof RECORDS)[];
const FORMATS = ['csv', 'jsonl'] as const;
/** Records read at once; others are answered in between. */
const PAGE = 2_000;

/** `GET /v1/export`: a table of figures, or of records (those only for the team). */
export function exportRoutes({ store, auth, now }: ReadOptions): Hono {
  const app = new Hono();
  app.get('/v1/export', auth.readers, async (c) => {
    const ask = askOf(c.req.url);
    const slice = sliceOf(ask, now());
    const table = choiceOf(ask, 'table', [...FIGURE_TABLES, ...RECORD_TABLES]) ?? 'stages';
    const format = choiceOf(ask, 'format', FORMATS) ?? 'csv';
    const figures = FIGURE_TABLES.find((name) => name === table);
    const records = RECORD_TABLES.find((name) => name === table);
    if (records && auth.readerOf(c)?.role !== 'team')
      throw new Problem(403, 'This link is for figures only.');

    c.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl');
    c.header(
      'Content-Disposition',
      `attachment; filename="${fileName(slice.site, table, format)}"`,
    );
    c.header('Cache-Control', 'private, no-store');
    if (records) {
      const pages = recordPages(store, {
        ...slice,
        type: RECORDS[records],
        aside: records === 'ratingsSetAside',
        limit: PAGE,
      });
      return c.body(streamOf(textOf(pages, RECORD_COLUMNS, format)));
    }
    const { settings } = await store.settings.current(slice.site);
    const options = { parts: PARTS, outcomeDays: settings.outcomeDays, now: now() };
    const report = makeReport(await countsOf(store, slice, options), settings);
    const rows = FIGURES[figures ?? 'stages'](report).map((row) => flat(row));
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const lines = format === 'csv' ? csvOf(columns, rows) : jsonLinesOf(rows);
    return c.body([...lines].join(''));
  });
  return app;
}

/** The whole first, then place by place. */
const arrivedRows = ({ places, ...whole }: DeliveryFigures): TableRow[] => [
  { ...whole },
  ...places.map((place) => ({ ...place })),
];

/** One row per chip. */
const reasonRows = ({ reasons, ...place }: Report['reasons'][number]): TableRow[] =>
  reasons.map((reason) => ({ ...place, ...reason }));

/** Only what every file system takes. */
const fileName = (site: string, table: string, format: string) =>
  `wayfelt-${site.replace(/[^\w.-]/g, '_')}-${table}.${format}`;

/** The figures of a place, one row per standing. */
const byStanding = (place: Report['stages'][number]): TableRow[] =>
  (['all', 'prospects', 'customers'] as const).map((standing) => ({
    ...(place.stage === undefined ? {} : { stage: place.stage }),
    ...(place.touchpoint === undefined ? {} : { touchpoint: place.touchpoint }),
    standing,
    felt: place.felt[standing],
    standard: place.standard[standing],
    funnel: place.funnel[standing],
    bounds: place.bounds[standing],
    ...(place.weighted ? { weighted: place.weighted[standing] } : {}),
  }));

/** Prospects against customers, and this period against the last. */
const comparisonRows = ({
  stage,
  touchpoint,
  prospectsAgainstCustomers,
  change,
}: Report['stages'][number]): TableRow[] => {
  const place = {
    ...(stage === undefined ? {} : { stage }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
  };
  return [
    { ...place, compared: 'prospects with customers', ...prospectsAgainstCustomers },
    ...Object.entries(change ?? {}).map(([standing, comparison]) => ({
      ...place,
      compared: `this period with the last, ${standing}`,
      ...comparison,
    })),
  ];
};

/** The lists in an object, with the name of each. */
const rowsIn = (lists: object): TableRow[] =>
  Object.entries(lists).flatMap(([list, rows]) =>
    Array.isArray(rows) ? rows.map((row) => ({ list, ...(row as object) })) : [],
  );

/** Nested figures as columns: `felt.positive.low`; items of lists by their number from 1. */
function flat(row: object, prefix = '', into: TableRow = {}): TableRow {
  for (const [name, value] of Object.entries(row)) {
    const column = prefix + (Array.isArray(row) ? String(Number(name) + 1) : name);
    if (typeof value === 'object' && value !== null) flat(value as object, `${column}.`, into);
    else into[column] = value;
  }
  return into;
}

async function* recordPages(store: Store, query: ExportQuery): AsyncGenerator<TableRow[]> {
  let after: ExportQuery['after'];
  for (;;) {
    const page = await store.records(after ? { ...query, after } : query);
    yield page.map((record) => ({ ...record, at: new Date(record.at).toISOString() }));
    const last = page.at(-1);
    if (!last || page.length < query.limit) return;
    after = { at: last.at, id: last.id };
    await new Promise(setImmediate);
  }
}

async function* textOf(
  pages: AsyncGenerator<TableRow[]>,
  columns: readonly string[],
  format: 'csv' | 'jsonl',
): AsyncGenerator<string> {
  let first = true;
  for await (const rows of pages) {
    const lines = [...(format === 'csv' ? csvOf(columns, rows) : jsonLinesOf(rows))];
    // the heading stands only once
    yield (format === 'csv' && !first ? lines.slice(1) : lines).join('');
    first = false;
  }
}

const streamOf = (text: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
};
