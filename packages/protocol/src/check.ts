import { isLevel, LEVELS } from './levels.js';
import { LIMITS } from './limits.js';
import { STANDINGS } from './journeys.js';
import {
  ASK_EVENTS,
  ASK_FORMS,
  DEVICES,
  INTENTS,
  RECORD_TYPES,
  SCALE_ORDERS,
  STAGE_SOURCES,
  VISIT_EVENTS,
  type Batch,
  type RecordBase,
  type RecordType,
  type WayfeltRecord,
} from './records.js';

/** Says what was expected where a value does not fit, nothing where it does. */
type Rule = (value: unknown) => string | undefined;

/** `needed`: the field must be there. The other kind may be absent, but never null. */
interface Needed {
  needed: true;
  rule: Rule;
}
interface Optional {
  needed: false;
  rule: Rule;
}

/** One rule per field of a record type; a field without its rule does not compile. */
type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional : Needed;
};

const needed = (rule: Rule): Needed => ({ needed: true, rule });
const optional = (rule: Rule): Optional => ({ needed: false, rule });

const rule =
  (fits: (value: unknown) => boolean, expected: string): Rule =>
  (value) =>
    fits(value) ? undefined : expected;

const count = (value: number) => value.toLocaleString('en');

const wholeNumber = (from: number, to: number) =>
  rule(
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to,
    `a whole number from ${count(from)} to ${count(to)}`,
  );

/** Text of at most `most` UTF-16 units; names must not be empty. */
const text = (most: number, least = 1) =>
  rule(
    (value) => typeof value === 'string' && value.length >= least && value.length <= most,
    `text of ${least} to ${count(most)} characters`,
  );

const matching = (pattern: RegExp, expected: string) =>
  rule((value) => typeof value === 'string' && pattern.test(value), expected);

const oneOf = (allowed: readonly string[]) =>
  rule(
    (value) => typeof value === 'string' && allowed.includes(value),
    `one of ${allowed.join(', ')}`,
  );

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (most: number, each: Rule, what: string) =>
  rule(
    (value) => Array.isArray(value) && value.length <= most && value.every((item) => !each(item)),
    `a list of at most ${most} ${what}`,
  );

/** The widest range that a `Date` can hold; a wrong clock is corrected later, never refused. */
const time = rule(
  (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15,
  'epoch milliseconds, a whole number',
);

const name = text(LIMITS.nameLength);
const flag = rule((value) => typeof value === 'boolean', 'true or false');
const share = rule(
  (value) => typeof value === 'number' && value > 0 && value <= 1,
  'a number above 0 and up to 1',
);
const dropped = rule(
  (value) =>
    isObject(value) &&
    Object.entries(value).every(
      ([type, n]) =>
        RECORD_TYPES.includes(type as RecordType) && !wholeNumber(0, LIMITS.sequence)(n),
    ),
  'a count for each record type',
);

/** Shorter codes could be guessed. */
const CODE_LEAST = 8;

const BASE = {
  id: needed(
    matching(
      /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i,
      'a UUID of version 7',
    ),
  ),
  at: needed(time),
  visitor: optional(text(LIMITS.visitorLength)),
  session: optional(text(LIMITS.visitorLength)),
  seq: optional(wholeNumber(1, LIMITS.sequence)),
  standing: needed(oneOf(STANDINGS)),
  stage: optional(name),
  stageFrom: optional(oneOf(STAGE_SOURCES)),
  touchpoint: optional(text(LIMITS.touchpointLength)),
  page: optional(text(LIMITS.pageLength)),
  locale: optional(text(LIMITS.localeLength)),
  device: optional(oneOf(DEVICES)),
  source: optional(text(LIMITS.sourceLength)),
} satisfies Fields<RecordBase>;

const type = needed(oneOf(RECORD_TYPES));
const ask = {
  ask: optional(text(LIMITS.idLength)),
  form: optional(oneOf(ASK_FORMS)),
  probability: optional(share),
};

const FIELDS = {
  visit: {
    ...BASE,
    type,
    event: optional(oneOf(VISIT_EVENTS)),
    dwellMs: optional(wholeNumber(0, LIMITS.dwellMs)),
    alsoStages: optional(listOf(LIMITS.reasons, name, 'stage names')),
  },
  ask: { ...BASE, type, ...ask, event: needed(oneOf(ASK_EVENTS)) },
  rating: {
    ...BASE,
    type,
    ...ask,
    level: needed(rule(isLevel, `a whole number from 1 to ${LEVELS.length}`)),
    comment: optional(text(LIMITS.commentLength, 0)),
    reasons: optional(listOf(LIMITS.reasons, name, 'reason ids')),
    intent: optional(oneOf(INTENTS)),
    contact: optional(text(LIMITS.contactLength)),
    order: optional(oneOf(SCALE_ORDERS)),
    revision: optional(wholeNumber(0, LIMITS.revision)),
    retracted: optional(flag),
  },
  outcome: {
    ...BASE,
    type,
    outcome: needed(name),
    value: optional(
      rule(
        (value) =>
          typeof value === 'number' &&
          Number.isFinite(value) &&
          Math.abs(value) <= LIMITS.outcomeValue,
        `a number between -${count(LIMITS.outcomeValue)} and ${count(LIMITS.outcomeValue)}`,
      ),
    ),
    currency: optional(matching(/^[A-Z]{3}$/, 'a currency code of three capitals, as KRW')),
    key: optional(text(LIMITS.keyLength)),
  },
  handover: {
    ...BASE,
    type,
    event: needed(oneOf(['made', 'used'])),
    code: needed(text(LIMITS.keyLength, CODE_LEAST)),
    expires: optional(time),
  },
  forget: { ...BASE, type },
  loss: { ...BASE, type, dropped: needed(dropped) },
} satisfies { [T in RecordType]: Fields<Extract<WayfeltRecord, { type: T }>> };

/** A `Map`: an object would find rules for the type `constructor`. */
const RULES = new Map<unknown, [field: string, Needed | Optional][]>(
  Object.entries(FIELDS).map(([name, fields]) => [name, Object.entries(fields)]),
);

/** What one record's fields must be together. */
const faultBetween = (record: WayfeltRecord): string | undefined => {
  switch (record.type) {
    case 'outcome':
      return record.value !== undefined && record.currency === undefined
        ? 'currency: expected beside value'
        : undefined;
    case 'forget':
    case 'handover':
      return record.visitor === undefined
        ? `visitor: expected, since a ${record.type} is about one`
        : undefined;
    default:
      return undefined;
  }
};

const shown = (value: unknown): string => {
  const text = textOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const textOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // JSON itself never gives such a value; whoever calls this with one learns its kind
    return typeof value;
  }
};

const wrong = (field: string, expected: string, value: unknown) =>
  `${field}: expected ${expected}, got ${shown(value)}`;

/** Either what was asked for, holding only known fields, or the first fault in a sentence that names the field. */
export type Checked<T> = { ok: T; fault?: never } | { ok?: never; fault: string };

/** Checks one record of a batch. Never throws, whatever the value is. */
export function checkRecord(value: unknown): Checked<WayfeltRecord> {
  if (!isObject(value)) return { fault: wrong('record', 'an object', value) };
  const rules = RULES.get(value.type);
  if (!rules) return { fault: wrong('type', `one of ${RECORD_TYPES.join(', ')}`, value.type) };
  const known: Record<string, unknown> = {};
  for (const [field, { needed, rule }] of rules) {
    const given = Object.hasOwn(value, field) ? value[field] : undefined;
    if (given === undefined && !needed) continue;
    const expected = rule(given);
    if (expected) return { fault: wrong(field, expected, given) };
    known[field] = given;
  }
  // every field of this type has passed its rule
  const record = known as unknown as WayfeltRecord;
  const fault = faultBetween(record);
  return fault ? { fault } : { ok: record };
}

const site = rule(isSite, `1 to ${LIMITS.siteLength} characters, no spaces or slashes`);

/** Site names stand in addresses and in file names of exports. */
export function isSite(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LIMITS.siteLength &&
    /^[^\s\p{Cc}\p{Cs}/\\?#%"'<>]+$/u.test(value)
  );
}

const BATCH = {
  site: needed(site),
  sdk: needed(text(LIMITS.nameLength)),
  sentAt: needed(time),
  records: needed(rule(Array.isArray, 'a list of records')),
} satisfies Fields<Batch>;

/** A batch whose own fields are right; its records are still to be checked, one by one. */
export type OpenBatch = Omit<Batch, 'records'> & { records: unknown[] };

/** Checks the envelope of `POST /v1/records`. Never throws, whatever the value is. */
export function checkBatch(value: unknown): Checked<OpenBatch> {
  if (!isObject(value)) return { fault: wrong('body', 'an object', value) };
  for (const [field, { rule }] of Object.entries(BATCH)) {
    const given = Object.hasOwn(value, field) ? value[field] : undefined;
    const expected = rule(given);
    if (expected) return { fault: wrong(field, expected, given) };
  }
  const { site, sdk, sentAt, records } = value;
  return { ok: { site, sdk, sentAt, records } as OpenBatch };
}
