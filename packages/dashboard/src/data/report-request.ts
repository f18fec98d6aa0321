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

/** The parts of a report that each screen draws, beside its stages; settings draw none. */
const PARTS: { readonly [screen in ScreenId]?: string } = {
  journey: 'stages',
  touchpoints: 'touchpoints,groups',
  touchpoint: 'touchpoints,groups',
  gap: 'touchpoints,groups',
  outcomes: 'touchpoints,groups,outcomes,paths,repeats',
  voices: 'touchpoints,groups',
  compare: 'touchpoints,groups',
};

/** What a screen asks of `/v1/report`; undefined where it draws none. */
export const reportQuery = (
  screen: ScreenId,
  params: Params,
  site: string,
  now: number,
): Query | undefined => {
  const parts = PARTS[screen];
  return parts === undefined ? undefined : { ...sliceQuery(params, site, now), parts };
};
