import type { DeliveryFigures, Report } from '@wayfelt/report';
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

export type FigureTable = keyof typeof FIGURES;
export const FIGURE_TABLES = Object.keys(FIGURES) as FigureTable[];
export const FORMATS = ['csv', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

/** A table of a report, as the text of a file. */
export function tableOf(report: Report, table: FigureTable, format: Format): string {
  const rows = FIGURES[table](report).map((row) => flat(row));
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = format === 'csv' ? csvOf(columns, rows) : jsonLinesOf(rows);
  return [...lines].join('');
}

/** The whole first, then place by place. */
const arrivedRows = ({ places, ...whole }: DeliveryFigures): TableRow[] => [
  { ...whole },
  ...places.map((place) => ({ ...place })),
];

/** One row per chip. */
const reasonRows = ({ reasons, ...place }: Report['reasons'][number]): TableRow[] =>
  reasons.map((reason) => ({ ...place, ...reason }));

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
