import type { SiteSettings } from '@wayfelt/protocol';
import type { Comparison, Report, SlicesCompared } from '@wayfelt/report';
import { periodOf, type Params } from '../address.js';
import type { Table } from '../charts/chart.js';
import { NO_POINT, pointOf, shareAxis, type CurveModel } from '../charts/journey-model.js';
import type { Query } from '../data/api.js';
import { shareText } from '../components/figures.js';
import { languageName } from '../components/rare-filters.js';
import { stageName } from '../names.js';
import { asked, SECOND } from '../data/report-request.js';
import type { Dashboard } from '../state.js';
import type { Texts } from '../texts/en.js';

const OTHERWISE = ['standing', 'stage', 'device', 'locale', 'source'] as const;

/** What the collector answers about two slices; null where an answer may be in both. */
export interface Compared {
  overlaps: boolean;
  compared: SlicesCompared | null;
}

/** The period before is meant, unless something else differs or the same one was chosen. */
export const isBefore = (params: Params): boolean =>
  params['vs'] === undefined
    ? OTHERWISE.every((name) => !params[`vs-${name}`])
    : params['vs'] === 'before';

/** What the second slice has otherwise. */
const differingIn = (first: Query, params: Params): Query => {
  const from = Number(first['from']);
  const to = Number(first['to']);
  return {
    ...(isBefore(params) ? { from: from - (to - from), to: from } : {}),
    ...Object.fromEntries(
      OTHERWISE.flatMap((name) => {
        const value = params[`vs-${name}`];
        return value ? [[name, value]] : [];
      }),
    ),
  };
};

/** The second slice alone. */
export const secondQuery = (first: Query, params: Params): Query => ({
  ...first,
  ...differingIn(first, params),
  ...asked(SECOND),
});

/** Both, for the test of one against the other. */
export const bothQuery = (first: Query, params: Params): Query => ({
  ...first,
  ...Object.fromEntries(
    Object.entries(differingIn(first, params)).map(([name, value]) => [`vs-${name}`, value]),
  ),
});

const placesOf = (first: Report, second: Report): Report['stages'] => [
  ...first.stages,
  ...second.stages.filter((row) => first.stages.every(({ stage }) => stage !== row.stage)),
];

/** The two slices in the words by which they differ, and those that they share. */
export const slicesInWords = (
  params: Params,
  { texts, language }: Dashboard,
  settings: SiteSettings,
): { first: string; second: string } => {
  const { shell, compare } = texts.value;
  const standings: { [id: string]: string } = shell.standing;
  const devices: { [id: string]: string } = shell.devices;
  const wordOf: { [name in (typeof OTHERWISE)[number]]: (id: string) => string } = {
    standing: (id) => standings[id] ?? id,
    stage: (id) => stageName(id, texts.value, language.value, settings),
    device: (id) => devices[id] ?? id,
    locale: (id) => languageName(id, language.value),
    source: (id) => shell.sources[id] ?? id,
  };
  const period = periodOf(params);
  const named = 'days' in period ? shell.days(period.days) : `${period.from} – ${period.to}`;
  const words = (when: string, valueOf: (name: (typeof OTHERWISE)[number]) => string | undefined) =>
    [
      when,
      ...OTHERWISE.flatMap((name) => {
        const value = valueOf(name);
        return value ? wordOf[name](value) : [];
      }),
    ].join(' · ');
  return {
    first: words(named, (name) => params[name]),
    second: words(
      isBefore(params) ? compare.periods.before : named,
      (name) => params[`vs-${name}`] ?? params[name],
    ),
  };
};

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
      return place ? pointOf(place.felt.all, 'positive', formats.value) : NO_POINT;
    }),
  });
  const said = (report: Report, stage: string | undefined): string => {
    const place = report.stages.find((row) => row.stage === stage);
    return place ? shareText(place.felt.all.positive, formats.value, texts.value) : '–';
  };
  return {
    axis: shareAxis(formats.value),
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

export const tableOfTwo = (
  first: Report,
  second: Report,
  compared: SlicesCompared | null,
  { texts, formats, language }: Dashboard,
  settings: SiteSettings,
): Table => {
  const { compare, shell } = texts.value;
  const verdictOf = (stage: string | undefined): string => {
    const found = compared?.stages.find((row) => row.stage === stage);
    return found ? verdictText(found.comparison, compare) : '–';
  };
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
      compare.verdict,
    ],
    rows: [
      [
        compare.whole,
        ...cells(first.total.felt.all),
        ...cells(second.total.felt.all),
        compared ? verdictText(compared.total, compare) : '–',
      ],
      ...placesOf(first, second).map(({ stage }) => [
        stageName(stage, texts.value, language.value, settings),
        ...cells(first.stages.find((row) => row.stage === stage)?.felt.all),
        ...cells(second.stages.find((row) => row.stage === stage)?.felt.all),
        verdictOf(stage),
      ]),
    ],
  };
};

/** A test's result as a sentence. */
export const verdictText = (
  { verdict, strength }: Comparison,
  { verdicts }: Texts['compare'],
): string =>
  verdict === 'worse' || verdict === 'better'
    ? verdicts[verdict](strength ?? 'slightly')
    : verdicts[verdict];
