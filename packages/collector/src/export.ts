import { Hono } from 'hono';
import { FIGURE_TABLES, FORMATS, type Format } from './figure-tables.js';
import { Problem } from './problem.js';
import type { ReadOptions } from './read.js';
import { askOf, choiceOf, sliceOf } from './slice.js';
import type { ExportQuery, Store } from './store.js';
import { csvOf, jsonLinesOf, type TableRow } from './table.js';

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

export const RECORD_TABLES = Object.keys(RECORDS) as (keyof typeof RECORDS)[];
/** Records read at once; others are answered in between. */
const PAGE = 2_000;

/** `GET /v1/export`: a table of figures, or of records (those only for the team). */
export function exportRoutes({ store, auth, now, figures }: ReadOptions): Hono {
  const app = new Hono();
  app.get('/v1/export', auth.readers, async (c) => {
    const ask = askOf(c.req.url);
    const slice = sliceOf(ask, now());
    const table = choiceOf(ask, 'table', [...FIGURE_TABLES, ...RECORD_TABLES]) ?? 'stages';
    const format = choiceOf(ask, 'format', FORMATS) ?? 'csv';
    const figuresTable = FIGURE_TABLES.find((name) => name === table) ?? 'stages';
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
    const question = {
      of: 'table',
      table: figuresTable,
      format,
      slice,
      settings,
      now: now(),
    } as const;
    return c.body(await figures(question, c.req.raw.signal));
  });
  return app;
}

/** Only what every file system takes. */
const fileName = (site: string, table: string, format: string) =>
  `wayfelt-${site.replace(/[^\w.-]/g, '_')}-${table}.${format}`;

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
  format: Format,
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
