import {
  compareReports,
  makeReport,
  pickFields,
  type ReportSettings,
  type Slice,
  type SlicesCompared,
} from '@wayfelt/report';
import { countsOf, PARTS, type Part } from './count.js';
import { tableOf, type FigureTable, type Format } from './figure-tables.js';
import { overlap } from './slice.js';
import type { CountedStore } from './store.js';

interface Asked {
  settings: ReportSettings;
  now: number;
}
interface ReportQuestion extends Asked {
  of: 'report';
  slice: Slice;
  parts: readonly Part[];
  /** Absent: all figures. */
  fields?: readonly string[];
  countAside: boolean;
}
interface ComparedQuestion extends Asked {
  of: 'compared';
  first: Slice;
  second: Slice;
}
interface TableQuestion extends Asked {
  of: 'table';
  slice: Slice;
  table: FigureTable;
  format: Format;
}

/** Which figures are asked for: plain values, so that another thread can be asked. */
export type Question = ReportQuestion | ComparedQuestion | TableQuestion;

/**
 * Counts what is asked for and answers the text that is sent: of everything that was stored before it was asked. Where
 * `signal` ends, nobody waits any more.
 */
export type Figures = (
  question: Question,
  signal?: AbortSignal,
) => Promise<string | Uint8Array<ArrayBuffer>>;

/** Stages alone are a few hundred rows, however many records there are. */
export const isQuick = (question: Question): boolean =>
  question.of === 'report' && question.parts.every((part) => part === 'stages');

/** Counts on this thread. */
export const createFigures =
  (store: CountedStore) =>
  (question: Question, signal?: AbortSignal): Promise<string> => {
    switch (question.of) {
      case 'report':
        return reportText(store, question, signal);
      case 'compared':
        return comparedText(store, question, signal);
      case 'table':
        return tableText(store, question, signal);
    }
  };

async function reportText(
  store: CountedStore,
  { slice, parts, fields, countAside, settings, now }: ReportQuestion,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { outcomeDays } = settings;
  const counts = await countsOf(store, slice, { parts, outcomeDays, now, countAside, signal });
  const report = makeReport(counts, settings);
  return JSON.stringify(fields ? pickFields(report, fields) : report);
}

async function comparedText(
  store: CountedStore,
  { first, second, settings, now }: ComparedQuestion,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { outcomeDays } = settings;
  const options = { parts: ['touchpoints'], outcomeDays, now, signal } as const;
  const reports = {
    first: makeReport(await countsOf(store, first, options), settings),
    second: makeReport(await countsOf(store, second, options), settings),
  };
  const overlaps = overlap(first, second);
  // an answer in both would be compared with itself
  const compared: SlicesCompared | null = overlaps
    ? null
    : compareReports(reports.first, reports.second);
  return JSON.stringify({ first, second, overlaps, compared });
}

async function tableText(
  store: CountedStore,
  { slice, table, format, settings, now }: TableQuestion,
  signal: AbortSignal | undefined,
): Promise<string> {
  const options = { parts: PARTS, outcomeDays: settings.outcomeDays, now, signal };
  const report = makeReport(await countsOf(store, slice, options), settings);
  return tableOf(report, table, format);
}
