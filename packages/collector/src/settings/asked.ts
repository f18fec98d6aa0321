import type { Context } from 'hono';
import { SETTINGS_LIMITS, shown } from '@wayfelt/protocol/settings-check';
import { jsonObjectOf } from '../body.js';
import { Problem } from '../problem.js';
import { askOf, siteOf as siteIn } from '../slice.js';
import type { SettingsStore, SettingsVersion } from './store.js';

const DEFAULT_DAYS = 28;
const MOST_DAYS = 760;
/** A file may be written with spaces for people; what counts against the limit is written without. */
const MOST_BYTES = 4 * SETTINGS_LIMITS.bytes;

/** What a request about the settings names. Each throws `Problem` with the field and what was expected there. */
export const siteOf = (c: Context): string => siteIn(askOf(c.req.url));

export const bodyOf = (c: Context): Promise<Record<string, unknown>> =>
  jsonObjectOf(c.req.raw, MOST_BYTES);

export const wrong = (field: string, expected: string, given: unknown, status: 400 | 404 = 400) =>
  new Problem(status, `${field}: expected ${expected}, got ${shown(given)}`);

/** How far back; a number, or what a query has for one. */
export const daysOf = (given: unknown): number => {
  if (given === undefined) return DEFAULT_DAYS;
  const isWhole = Number.isInteger(given) && Number(given) >= 1 && Number(given) <= MOST_DAYS;
  if (!isWhole) throw wrong('days', `a whole number from 1 to ${MOST_DAYS}`, given);
  return Number(given);
};

/** A query's number as a number, so that what is none is shown as it was written. */
export const numberIn = (given: string | undefined): unknown =>
  given !== undefined && /^\d{1,15}$/.test(given) ? Number(given) : given;

/** The version that a field names. */
export const versionOf = async (
  settings: SettingsStore,
  site: string,
  { field, given }: { field: string; given: unknown },
): Promise<SettingsVersion> => {
  const version = typeof given === 'number' ? await settings.version(site, given) : undefined;
  if (!version)
    throw wrong(field, 'a version of this site', given, typeof given === 'number' ? 404 : 400);
  return version;
};

/** The number of the version that was edited. */
export const baseOf = (given: unknown): number => {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0) return given;
  throw wrong('base', 'the number of the version that was edited', given);
};
