import type { Query } from './api.js';
import { deviceOf, periodOf, standingOf, type Params, type ScreenId } from '../address.js';

const DAY_MS = 86_400_000;

/** The bounds of the chosen period, epoch milliseconds, [from, to): whole days of this browser's calendar. */
export const boundsOf = (params: Params, now: number): { from: number; to: number } => {
  const period = periodOf(params);
  if ('days' in period) return { from: startOfDay(now) - (period.days - 1) * DAY_MS, to: endOfDay(now) };
  return {
    from: new Date(`${period.from}T00:00:00`).getTime(),
    to: new Date(`${period.to}T00:00:00`).getTime() + DAY_MS,
  };
};

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
const endOfDay = (at: number): number => startOfDay(at) + DAY_MS;

/** The slice that the address names, as the collector's query. */
export const sliceQuery = (params: Params, site: string, now: number): Query => {
  const { from, to } = boundsOf(params, now);
  return {
    site,
    from,
    to,
    standing: standingOf(params),
    stage: params['stage'],
    touchpoint: params['touchpoint'],
    locale: params['locale'],
    device: deviceOf(params),
    source: params['source'],
  };
};

/** What a screen draws of a report: the parts that are counted, and of those the figures that are answered. */
export interface Drawn {
  parts: string;
  fields: readonly string[];
}

const under = (path: string, ...names: string[]): string[] => names.map((name) => `${path}.${name}`);
const ofEach = (path: string, ...names: string[]): string[] =>
  ['all', 'prospects', 'customers'].flatMap((group) => under(`${path}.${group}`, ...names));

/** How many answers, and in how many stages: the filters and the foot of every picture say it. */
const FRAME = ['total.felt.all.n', 'stages.felt.all.n'];
/** What a stage's values for other tools are, beside what is drawn. */
const STAGE_VALUES = [
  ...ofEach('stages.felt', 'n', 'levels', 'positive', 'indifferent', 'negative', 'emotional'),
  ...ofEach('stages.felt', 'rational', 'net', 'mean', 'median'),
  ...ofEach('stages.funnel', 'met', 'seen', 'rated'),
];
const FRAME_WITH_VALUES = [...FRAME, ...STAGE_VALUES];

/** What is drawn of one slice of two. */
const SLICE = [
  ...under('total.felt.all', 'n', 'enough', 'missing', 'levels', 'positive', 'negative', 'emotional'),
  ...under('stages.felt.all', 'n', 'enough', 'levels', 'positive', 'negative'),
];

const DRAWN: { readonly [screen in ScreenId]?: Drawn } = {
  journey: {
    parts: 'stages',
    fields: [
      ...FRAME_WITH_VALUES,
      ...ofEach('stages.felt', 'enough', 'missing'),
      ...ofEach('total.felt', 'positive'),
      ...ofEach('total.funnel', 'response'),
    ],
  },
  touchpoints: {
    parts: 'touchpoints',
    fields: [
      ...FRAME_WITH_VALUES,
      ...ofEach('touchpoints.felt', 'positive', 'negative'),
      ...under('touchpoints.felt.all', 'n', 'levels'),
      ...under('touchpoints.standard.all', 'below', 'asExpected', 'beyondExpectation'),
      'touchpoints.funnel.prospects.met',
      ...under('touchpoints.prospectsAgainstCustomers', 'verdict', 'strength'),
      'ranking',
    ],
  },
  touchpoint: { parts: 'stages', fields: FRAME_WITH_VALUES },
  gap: { parts: 'touchpoints', fields: [...FRAME_WITH_VALUES, 'gaps'] },
  outcomes: {
    parts: 'touchpoints,outcomes,paths,repeats',
    fields: [
      ...FRAME_WITH_VALUES,
      'settings',
      'outcomes.total',
      'moments',
      'paired',
      'peakEnd',
      'lastWords',
      'repeats',
    ],
  },
  voices: { parts: 'stages', fields: FRAME_WITH_VALUES },
  compare: { parts: 'stages', fields: [...FRAME_WITH_VALUES, ...SLICE] },
};

/** What the sentence that matters most is chosen from. */
export const SAID: Drawn = { parts: 'touchpoints,groups,previous,periods,outcomes', fields: ['sentences'] };
/** One slice of two. */
export const SECOND: Drawn = { parts: 'stages', fields: SLICE };
/** One touchpoint read closely. */
export const TOUCHPOINT: Drawn = {
  parts: 'touchpoints,periods,groups,delivery,reasons,aside',
  fields: ['touchpoints', 'trend', 'changes', 'marks', 'reasons', 'response', 'delivery', 'setAside'],
};
/** Whether anybody has ever answered. */
export const EVER: Drawn = { parts: 'stages', fields: ['total.felt.all.n'] };
/** What may be chosen in the filters. */
export const CHOICES: Drawn = { parts: 'touchpoints,groups', fields: ['touchpoints.touchpoint', 'response'] };

/** The part of a query that names what is drawn. */
export const asked = ({ parts, fields }: Drawn): Query => ({ parts, fields: [...new Set(fields)].join() });

/** What a screen asks of `/v1/report`; undefined where it draws none. */
export const reportQuery = (
  screen: ScreenId,
  params: Params,
  site: string,
  now: number,
): Query | undefined => {
  const drawn = DRAWN[screen];
  return drawn && { ...sliceQuery(params, site, now), ...asked(drawn) };
};
