import type { Estimate, Report, Share } from '@wayfelt/report';
import type { Table } from '../charts/chart.js';

const shareOf = ({ share, low, high }: Share): (number | null)[] => [share, low, high];
const valueOf = ({ value, low, high }: Estimate): (number | null)[] => [value, low, high];

/** Figures as programs read them: a dot, no unit, four digits; empty where there is none. */
const plain = (value: number | null): string => (value === null ? '' : String(+value.toFixed(4)));

const SHARES = ['positive', 'indifferent', 'negative', 'emotional', 'rational'] as const;

/**
 * Every stage's values for journey-mapping tools: ids and numbers instead of words, so that no language changes
 * them. One row per stage and standing (`all`, `prospects`, `customers`).
 */
export const stageValues = (report: Report): Table => ({
  head: [
    'stage',
    'standing',
    'n',
    ...[...SHARES, 'net', 'mean'].flatMap((name) => [name, `${name}_low`, `${name}_high`]),
    'median_low',
    'median_high',
    ...Array.from({ length: 8 }, (_, index) => `level_${index + 1}`),
    'met',
    'seen',
    'rated',
  ],
  rows: report.stages.flatMap(({ stage = '', felt, funnel }) =>
    (['all', 'prospects', 'customers'] as const).map((standing) => {
      const figures = felt[standing];
      const { met, seen, rated } = funnel[standing];
      return [
        stage,
        standing,
        String(figures.n),
        ...[
          ...SHARES.flatMap((name) => shareOf(figures[name])),
          ...valueOf(figures.net),
          ...valueOf(figures.mean),
          figures.median?.low ?? null,
          figures.median?.high ?? null,
        ].map(plain),
        ...figures.levels.map(String),
        ...[met, seen, rated].map(String),
      ];
    }),
  ),
});
