import { DEVICES, LIMITS, STANDINGS, type Device, type Standing } from '@wayfelt/protocol';
import { isSite } from '@wayfelt/protocol/check';
import type { Slice } from '@wayfelt/report';
import { Problem } from './problem.js';
import { sourceClassOf } from './source-class.js';

/** A named value of a query, or nothing where it is absent or empty. */
export type Ask = (name: string) => string | undefined;

export const askOf =
  (url: string): Ask =>
  (name) =>
    new URL(url).searchParams.get(name) || undefined;

const wrong = (name: string, expected: string, given: string) =>
  new Problem(400, `${name}: expected ${expected}, got ${JSON.stringify(given.slice(0, 60))}`);

/** The site that a request is about. Throws `Problem` where it is missing or no site's name. */
export function siteOf(ask: Ask): string {
  const site = ask('site');
  if (site === undefined) throw new Problem(400, 'site: expected the name of a site, got nothing');
  if (!isSite(site)) throw wrong('site', 'the name of a site', site);
  return site;
}

/** Epoch milliseconds, or a date or time as ISO 8601 (without a zone: UTC). */
export function timeOf(ask: Ask, name: string): number | undefined {
  const given = ask(name);
  if (given === undefined) return undefined;
  const time = /^\d{1,16}$/.test(given) ? Number(given) : Date.parse(zoned(given));
  if (!Number.isFinite(time) || time > 8.64e15)
    throw wrong(name, 'epoch milliseconds or a date like 2026-03-01', given);
  return time;
}

const zoned = (text: string): string => {
  const [, year, month, day = '1'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T.*)?$/.exec(text) ?? [];
  // `Date` takes the 30th of February for the 2nd of March
  if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day))
    return 'none';
  return /T[\d:.]+$/.test(text) ? `${text}Z` : text;
};

export function choiceOf<T extends string>(
  ask: Ask,
  name: string,
  choices: readonly T[],
): T | undefined {
  const given = ask(name);
  if (given === undefined) return undefined;
  const choice = choices.find((one) => one === given);
  if (choice === undefined) throw wrong(name, `one of ${choices.join(', ')}`, given);
  return choice;
}

export function wholeNumberOf(
  ask: Ask,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): number {
  const given = ask(name);
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most)
    throw wrong(name, `a whole number from ${least} to ${most}`, given);
  return number;
}

const textOf = (ask: Ask, name: string, most: number): string | undefined => {
  const given = ask(name);
  if (given !== undefined && given.length > most)
    throw wrong(name, `at most ${most} characters`, given);
  return given;
};

/** Which part of the answers is asked for. Without `from` and `to`: everything so far. */
export function sliceOf(ask: Ask, now: number): Slice {
  const from = timeOf(ask, 'from') ?? 0;
  const to = timeOf(ask, 'to') ?? now + 1;
  if (from >= to) throw new Problem(400, 'from: expected a time before to');
  const filters: { [K in keyof Slice]?: Slice[K] | undefined } = {
    standing: choiceOf<Standing>(ask, 'standing', STANDINGS),
    stage: textOf(ask, 'stage', LIMITS.nameLength),
    touchpoint: textOf(ask, 'touchpoint', LIMITS.touchpointLength),
    locale: textOf(ask, 'locale', LIMITS.localeLength),
    device: choiceOf<Device>(ask, 'device', DEVICES),
    source: textOf(ask, 'source', LIMITS.sourceLength),
  };
  const given = Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== undefined),
  );
  return { site: siteOf(ask), from, to, ...given };
}

const SECOND = 'vs-';

/**
 * The slice that a first one is compared with: the same, but for what `vs-from`, `vs-to`, `vs-standing` and so on name.
 */
export function secondSliceOf(ask: Ask, now: number): Slice {
  try {
    return sliceOf((name) => (name === 'site' ? undefined : ask(SECOND + name)) ?? ask(name), now);
  } catch (cause) {
    // a sentence begins with the name of what is wrong: say which of the two it was
    const name = cause instanceof Problem ? cause.message.split(':')[0] : undefined;
    if (!(cause instanceof Problem) || !name || ask(SECOND + name) === undefined) throw cause;
    throw new Problem(cause.status, SECOND + cause.message);
  }
}

/** A source is named by itself or by its kind, so two names may mean the same visits. */
const sourcesMeet = (first: string | undefined, second: string | undefined): boolean =>
  first === undefined ||
  second === undefined ||
  first === second ||
  sourceClassOf(first) === second ||
  sourceClassOf(second) === first;

/** Whether one answer may be in both: then neither is a sample apart from the other. */
export const overlap = (first: Slice, second: Slice): boolean =>
  first.from < second.to &&
  second.from < first.to &&
  sourcesMeet(first.source, second.source) &&
  (['standing', 'stage', 'touchpoint', 'locale', 'device'] as const).every(
    (name) =>
      first[name] === undefined || second[name] === undefined || first[name] === second[name],
  );
