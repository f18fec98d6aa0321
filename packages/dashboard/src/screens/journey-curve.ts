import { LEVELS, type SiteSettings, type Standing } from '@wayfelt/protocol';
import type { Felt, Report } from '@wayfelt/report';
import { standingOf } from '../address.js';
import type { Table } from '../charts/chart.js';
import {
  feltFor,
  lineOf,
  pointOf,
  shareAxis,
  standingsShown,
  type Axis,
  type CurveModel,
  type Measure,
} from '../charts/journey-model.js';
import { shareText } from '../components/figures.js';
import { stageName } from '../names.js';
import type { Dashboard } from '../state.js';

/** What the curve shows of a report, in the reader's language. */
export const curveOf = (
  report: Report,
  measure: Measure,
  dashboard: Dashboard,
  settings: Pick<SiteSettings, 'journey'>,
): CurveModel => {
  const { address, texts, language, href } = dashboard;
  const shown = standingsShown(standingOf(address.value.params));
  const only = address.value.params['stage'];
  const stages = report.stages.filter(
    ({ stage, felt }) => (stage !== '' || felt.all.n > 0) && (!only || stage === only),
  );
  return {
    axis: axisOf(measure, dashboard),
    crossing: stages.findIndex(({ stage }) => stage === settings.journey.crossing),
    stages: stages.map((place) => ({
      id: place.stage ?? '',
      name: stageName(place.stage, texts.value, language.value, settings),
      href: href('touchpoints', '', { stage: place.stage || undefined }),
      spoken: [
        stageName(place.stage, texts.value, language.value, settings),
        ...shown.map((standing) => spokenOf(feltFor(place, standing), standing, dashboard)),
      ].join('. '),
    })),
    lines: shown.map((standing) => ({
      kind: lineOf(standing),
      label: texts.value.shell.standing[standing],
      points: stages.map((place) =>
        pointOf(feltFor(place, standing), measure, dashboard.formats.value),
      ),
    })),
  };
};

const spokenOf = (felt: Felt, standing: Standing, { texts, formats }: Dashboard): string => {
  const { journey, shell } = texts.value;
  const { percent, count } = formats.value;
  const who = shell.standing[standing];
  const { share, low, high } = felt.positive;
  if (felt.n === 0) return journey.sayNone(who);
  if (share === null || low === null || high === null) return journey.sayFew(who, count(felt.n));
  return journey.sayShare(who, percent(share), percent(low), percent(high), count(felt.n));
};

const axisOf = (measure: Measure, { texts, formats }: Dashboard): Axis => {
  const { journey, words } = texts.value;
  switch (measure) {
    case 'positive':
      return shareAxis(formats.value);
    case 'net':
      return {
        from: -1,
        to: 1,
        ticks: [-1, -0.5, 0, 0.5, 1].map((value) => ({
          value,
          text: formats.value.points(value),
          strong: value === 0,
        })),
      };
    case 'mean':
      return {
        from: 1,
        to: 8,
        ticks: LEVELS.map((id, index) => ({
          value: index + 1,
          text: index === 3 ? journey.neutral : String(index + 1),
          strong: words[id] === words['run-of-the-mill'],
        })),
      };
  }
};

/** The numbers behind the curve: one row per stage and standing, all eight levels in it. */
export const tableOf = (report: Report, dashboard: Dashboard, settings: SiteSettings): Table => {
  const { texts, formats, language, address } = dashboard;
  const { shell, words } = texts.value;
  const shown = standingsShown(standingOf(address.value.params));
  return {
    head: [
      shell.filter.stage,
      shell.filter.standing,
      'n',
      shell.positiveShare,
      shell.negativeShare,
      ...LEVELS.map((id) => words[id].name),
      shell.met,
    ],
    rows: report.stages.flatMap((place) =>
      shown.map((standing) => {
        const felt = feltFor(place, standing);
        const funnel = standing === 'prospect' ? place.funnel.prospects : place.funnel.customers;
        return [
          stageName(place.stage, texts.value, language.value, settings),
          shell.oneStanding[standing],
          formats.value.count(felt.n),
          shareText(felt.positive, formats.value, texts.value),
          shareText(felt.negative, formats.value, texts.value),
          ...felt.levels.map(formats.value.count),
          formats.value.count(funnel.met),
        ];
      }),
    ),
  };
};
