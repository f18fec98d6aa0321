/**
 * What is looked at lives in the address, after the hash, so that a link shows the same view:
 * `#/touchpoints?days=28&standing=prospect&stage=search`.
 */
import { DEVICES, STANDINGS, type Device, type Standing } from '@wayfelt/protocol';

/** The screens by their first part of the path, in the order of the navigation. */
export const SCREENS = [
  'journey',
  'touchpoints',
  'gap',
  'outcomes',
  'voices',
  'compare',
  'settings',
] as const;
/** `nowhere`: the address names no screen. */
export type ScreenId = (typeof SCREENS)[number] | 'touchpoint' | 'nowhere';

/** Where the reader is: a screen, what of it (`/voices/<id>`, `/touchpoint/<id>`), and the view's parameters. */
export interface Address {
  screen: ScreenId;
  /** The rest of the path, decoded: a touchpoint's id, a settings page. `''` when there is none. */
  rest: string;
  params: Params;
}

/** Filters and the screens' own choices. Absent means the default. */
export type Params = { readonly [name: string]: string };

/** The parameters that say which answers are looked at; they stay when the screen changes. */
export const FILTERS = [
  'site',
  'days',
  'from',
  'to',
  'standing',
  'stage',
  'touchpoint',
  'locale',
  'device',
  'source',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** Periods that can be chosen by name, in days. */
export const PERIODS = [7, 28, 90, 365] as const;
export const DEFAULT_DAYS = 28;

const isScreen = (name: string): name is ScreenId =>
  name === 'touchpoint' || SCREENS.some((screen) => screen === name);

/** Reads `location.hash`. One without a path (none, or a sign-in link's token) is the journey. */
export const parseAddress = (hash: string): Address => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', ...rest] = path.split('/');
  const params: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) if (value) params[name] = value;
  if (first === '' || !hash.startsWith('#/')) return { screen: 'journey', rest: '', params };
  return isScreen(first)
    ? { screen: first, rest: rest.map(decoded).join('/'), params }
    : { screen: 'nowhere', rest: path, params };
};

/** The hash of an address; parameters in a fixed order, so that equal views have equal links. */
export const formatAddress = ({ screen, rest, params }: Address): string => {
  const path = rest ? `${screen}/${rest.split('/').map(encodeURIComponent).join('/')}` : screen;
  const query = new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ).toString();
  return query ? `#/${path}?${query}` : `#/${path}`;
};

/** The same view on another screen: filters stay, the other screen's own choices go. */
export const filtersOf = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).filter(([name]) => FILTERS.some((filter) => filter === name)),
  );

/** Parameters with changes; an `undefined` or empty one is removed. */
export const changeParams = (
  params: Params,
  changes: { [name: string]: string | undefined },
): Params => {
  const next: Record<string, string> = { ...params };
  for (const [name, value] of Object.entries(changes)) {
    if (value) next[name] = value;
    else delete next[name];
  }
  return next;
};

/** A period as the parameters say it: a number of days up to now, or two dates. */
export type Period = { days: number } | { from: string; to: string };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (text: string): boolean => DATE.test(text) && !Number.isNaN(Date.parse(text));

const isDays = (days: string): boolean => /^[1-9]\d{0,3}$/.test(days) && Number(days) <= 3650;

export const periodOf = ({ days, from, to }: Params): Period => {
  if (from && to && isDate(from) && isDate(to) && from <= to) return { from, to };
  return { days: days && isDays(days) ? Number(days) : DEFAULT_DAYS };
};

export const standingOf = (params: Params): Standing | undefined =>
  STANDINGS.find((standing) => standing === params['standing']);

export const deviceOf = (params: Params): Device | undefined =>
  DEVICES.find((device) => device === params['device']);

/** A parameter that cannot be what it says, and is left out. */
export interface Misread {
  name: FilterName;
  value: string;
}

/** What the address says and nobody can follow; stages and sites are for those who know them. */
export const misreadOf = (params: Params): Misread[] => {
  const { days, from, to } = params;
  const own = 'from' in periodOf(params);
  const wrong: { [name in FilterName]?: boolean } = {
    days: days !== undefined && !own && !isDays(days),
    from: from !== undefined && !own,
    to: to !== undefined && !own,
    standing: standingOf(params) === undefined,
    device: deviceOf(params) === undefined,
  };
  return FILTERS.flatMap((name) => {
    const value = params[name];
    return value !== undefined && wrong[name] ? { name, value } : [];
  });
};

/** A part that is not valid percent-encoding is taken as it stands. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
