import type { SiteSettings } from '@wayfelt/protocol';
import type { Comparison, Report } from '@wayfelt/report';
import type { Params } from '../address.js';
import type { Table } from '../charts/chart.js';
import { pointOf, type CurveModel } from '../charts/journey-model.js';
import type { Query } from '../data/api.js';
import { shareText } from '../components/figures.js';
import { stageName } from '../names.js';
import type { Dashboard } from '../state.js';

const OTHERWISE = ['standing', 'stage', 'device', 'locale', 'source'] as const;

/** The second slice: the first one, in the period before unless it is to be the same, with what differs. */
export const secondQuery = (first: Query, params: Params): Query => {
  const from = Number(first['from']);
  const to = Number(first['to']);
  const differing = Object.fromEntries(
    OTHERWISE.flatMap((name) => {
      const value = params[`vs-${name}`];
      return value ? [[name, value]] : [];
    }),
  );
  const period = params['vs'] === 'same' ? {} : { from: from - (to - from), to: from };
  return { ...first, ...period, ...differing };
};

/**
 * The report's own test of the two, where it makes one: this period against the last, and prospects against
 * customers. Other slices stand beside each other with their intervals, untested.
 */
export const comparisonOf = (first: Report, params: Params): Comparison | undefined => {
  const differs = OTHERWISE.filter((name) => {
    const value = params[`vs-${name}`];
    return value && value !== params[name];
  });
  const before = params['vs'] !== 'same';
  if (before) return differs.length === 0 ? first.total.change?.all : undefined;
  return undefined;
};

const placesOf = (first: Report, second: Report): Report['stages'] => [
  ...first.stages,
  ...second.stages.filter((row) => first.stages.every(({ stage }) => stage !== row.stage)),
];

/** Both slices as two lines over the stages. */
export const curveOfTwo = (
  first: Report,
  second: Report,
  { texts, language, formats, href }: Dashboard,
  settings: SiteSettings,
): CurveModel => {
  const { compare } = texts.value;
  const stages = placesOf(first, second).filter(
    ({ stage, felt }) =>
      stage || felt.all.n > 0 || second.stages.some((row) => row.stage === stage && row.felt.all.n),
  );
  const line = (report: Report, kind: 'first' | 'second'): CurveModel['lines'][number] => ({
    kind,
    label: compare[kind],
    points: stages.map(({ stage }) => {
      const place = report.stages.find((row) => row.stage === stage);
      return place
        ? pointOf(place.felt.all, 'positive')
        : { value: null, low: null, high: null, n: 0, early: false, levels: NO_LEVELS };
    }),
  });
  const said = (report: Report, stage: string | undefined): string => {
    const place = report.stages.find((row) => row.stage === stage);
    return place ? shareText(place.felt.all.positive, formats.value, texts.value) : '–';
  };
  return {
    axis: {
      from: 0,
      to: 1,
      ticks: [0, 0.25, 0.5, 0.75, 1].map((value) => ({
        value,
        text: formats.value.percent(value),
      })),
    },
    crossing: stages.findIndex(({ stage }) => stage === settings.journey.crossing),
    stages: stages.map(({ stage }) => {
      const name = stageName(stage, texts.value, language.value, settings);
      return {
        id: stage ?? '',
        name,
        href: href('touchpoints', '', { stage: stage || undefined }),
        spoken: `${name}. ${compare.first}: ${said(first, stage)}. ${compare.second}: ${said(second, stage)}`,
      };
    }),
    lines: [line(first, 'first'), line(second, 'second')],
  };
};

const NO_LEVELS: Report['total']['felt']['all']['levels'] = [0, 0, 0, 0, 0, 0, 0, 0];

export const tableOfTwo = (
  first: Report,
  second: Report,
  { texts, formats, language }: Dashboard,
  settings: SiteSettings,
): Table => {
  const { compare, shell } = texts.value;
  const cells = (felt: Report['total']['felt']['all'] | undefined): string[] =>
    felt
      ? [formats.value.count(felt.n), shareText(felt.positive, formats.value, texts.value)]
      : ['0', '–'];
  return {
    head: [
      shell.filter.stage,
      `n: ${compare.first}`,
      `${shell.positiveShare}: ${compare.first}`,
      `n: ${compare.second}`,
      `${shell.positiveShare}: ${compare.second}`,
    ],
    rows: [
      [compare.whole, ...cells(first.total.felt.all), ...cells(second.total.felt.all)],
      ...placesOf(first, second).map(({ stage }) => [
        stageName(stage, texts.value, language.value, settings),
        ...cells(first.stages.find((row) => row.stage === stage)?.felt.all),
        ...cells(second.stages.find((row) => row.stage === stage)?.felt.all),
      ]),
    ],
  };
};
