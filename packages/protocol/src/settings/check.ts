import { DEFAULT_ASKING, DEFAULT_SETTINGS } from '../defaults.js';
import { STANDINGS, type Journey, type Stage } from '../journeys.js';
import { LEVELS, type Level } from '../levels.js';
import { LIMITS } from '../limits.js';
import { SCALE_ORDERS } from '../records.js';
import {
  CORNERS,
  BELIEF_SHARES,
  THEME_MODES,
  type AskRule,
  type AskingSettings,
  type Belief,
  type PageRule,
  type PrivacySettings,
  type QuestionTexts,
  type RetentionSettings,
  type SiteSettings,
  type Standard,
  type Theme,
  type TouchpointPlace,
  type TouchpointSettings,
} from '../settings.js';
import type { LocalizedText } from '../words.js';
import {
  also,
  flag,
  idList,
  isDeeperThan,
  isObject,
  list,
  MOST_LEVELS,
  number,
  object,
  oneOf,
  optional,
  otherwise,
  record,
  shown,
  text,
  type Check,
  type SettingsFault,
} from './kit.js';
import { repeatedField } from './repeated.js';

/** How much a site may set: far more than a site needs, little enough that a page can carry it. */
export const SETTINGS_LIMITS = {
  stages: 40,
  rules: 1_000,
  touchpoints: 1_000,
  places: 10,
  beliefs: 50,
  languages: 40,
  textLength: 300,
  selectorLength: 500,
  /** UTF-8 bytes of the whole as JSON. */
  bytes: 524_288,
} as const;

export type SettingsCheck =
  | { ok: true; settings: SiteSettings }
  | { ok: false; faults: SettingsFault[] };

/** Whole settings from anything: what is absent takes its default; what is wrong is named, all of it at once. */
export const checkSettings = (value: unknown): SettingsCheck => {
  const faults: SettingsFault[] = [];
  const deep = tooDeep(value);
  if (deep) return { ok: false, faults: [deep] };
  const bytes = new TextEncoder().encode(JSON.stringify(value) ?? '').length;
  if (bytes > SETTINGS_LIMITS.bytes)
    return {
      ok: false,
      faults: [
        {
          field: '',
          expected: `at most ${SETTINGS_LIMITS.bytes} bytes of JSON`,
          given: `${bytes} bytes`,
        },
      ],
    };
  const settings = siteSettings(value, '', faults);
  return settings && faults.length === 0
    ? { ok: true, settings }
    : { ok: false, faults: firstOf(faults) };
};

/** Nobody reads more at once, and an answer must not grow with what was sent. */
const FAULTS = 100;

const firstOf = (faults: SettingsFault[]): SettingsFault[] => {
  const left = faults.length - FAULTS;
  if (left <= 0) return faults;
  const rest = { field: '', expected: `at most ${FAULTS} faults`, given: `${left} more` };
  return [...faults.slice(0, FAULTS), rest];
};

/** What is nested deeper than any settings is looked at no further: whatever walks it would run out of stack. */
const tooDeep = (value: unknown): SettingsFault | undefined => {
  if (!isDeeperThan(value, MOST_LEVELS)) return undefined;
  const parts = isObject(value) ? Object.entries(value) : [];
  const [field = ''] = parts.find(([, part]) => isDeeperThan(part, MOST_LEVELS - 1)) ?? [];
  return {
    field,
    expected: `at most ${MOST_LEVELS} levels of lists and objects in each other`,
    given: 'more levels',
  };
};

/** Settings from a file that `exportSettings` (or a person) wrote. */
export const importSettings = (json: string): SettingsCheck => {
  try {
    const value: unknown = JSON.parse(json);
    const field = repeatedField(json);
    if (field === undefined) return checkSettings(value);
    const fault = { field, expected: 'this field only once', given: 'the same field again' };
    return { ok: false, faults: [fault] };
  } catch (cause) {
    const given = cause instanceof Error ? cause.message : shown(cause);
    return { ok: false, faults: [{ field: '', expected: 'a JSON file', given }] };
  }
};

/** The settings as a file: the same order of fields every time, so that two files can be compared. */
export const exportSettings = (settings: SiteSettings): string =>
  `${JSON.stringify(settings, null, 2)}\n`;

const STAGE_ID = {
  max: LIMITS.nameLength,
  pattern: {
    test: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    says: `an id of small letters, digits and single hyphens, at most ${LIMITS.nameLength} characters`,
  },
};
const TOUCHPOINT_ID = {
  max: LIMITS.touchpointLength,
  pattern: {
    test: /^[^\s/]+(\/[^\s/]+)*$/,
    says: `a path like search/results, without spaces, at most ${LIMITS.touchpointLength} characters`,
  },
};
const LOCALE = {
  max: LIMITS.localeLength,
  pattern: {
    test: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    says: 'a language tag like en or zh-Hans',
  },
};
/** More wildcards than this in one pattern could make matching slow, and nobody can read it. */
const PAGE_PATTERN = {
  max: LIMITS.pageLength,
  pattern: {
    test: /^[/*](?!(?:[^*]*\*){6})[^\s#]*$/,
    says: 'a path like /products/:id or /help/*, beginning with a slash, with at most five *',
  },
};
const SELECTOR = { max: SETTINGS_LIMITS.selectorLength };
const NAME = { max: LIMITS.nameLength };
/** Nothing that could end a declaration or fetch something. */
const COLOUR = {
  max: 64,
  pattern: {
    test: /^(#[0-9a-f]{3,8}|[a-z]+|(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([\d\s.,%/a-z+-]*\))$/i,
    says: 'a CSS colour like #14532d or oklch(60% 0.1 150)',
  },
};
const LENGTH = {
  max: 16,
  pattern: { test: /^(0|\d*\.?\d+(px|rem|em))$/, says: 'a CSS length like 12px or 0.75rem' },
};
const FONT = {
  max: 200,
  pattern: { test: /^[\p{L}\d\s,'"-]+$/u, says: 'font names separated by commas' },
};
const ADDRESS = {
  max: LIMITS.pageLength,
  pattern: { test: /^https?:\/\/[^\s]+$/, says: 'an address like https://shop.example/' },
};

const YEAR_MS = 366 * 86_400_000;
const share = number({ min: 0, max: 1 });
const wait = number({ min: 0, max: 5 * YEAR_MS, whole: true, unit: 'milliseconds' });
const level = number({ min: 1, max: LEVELS.length, whole: true }) as Check<Level>;
const sentence = text({ max: SETTINGS_LIMITS.textLength });
const localized: Check<LocalizedText> = record(LOCALE, sentence, SETTINGS_LIMITS.languages);

const stage = object<Stage>({ id: text(STAGE_ID), name: optional(localized) });

const journey = also(
  object<Journey>({
    id: text(NAME),
    stages: idList(stage, SETTINGS_LIMITS.stages),
    crossing: text(STAGE_ID),
  }),
  ({ stages, crossing }, report) => {
    if (stages.length < 2) report('stages', 'at least two stages', stages.length);
    if (!stages.some(({ id }) => id === crossing))
      report('crossing', "the id of one of the journey's stages", crossing);
  },
);

const rule = object<PageRule>({
  id: text(NAME),
  match: text(PAGE_PATTERN),
  stage: text(STAGE_ID),
  touchpoint: optional(text(TOUCHPOINT_ID)),
});

const places = {
  page: object<TouchpointPlace & { by: 'page' }>({ by: oneOf('page'), match: text(PAGE_PATTERN) }),
  selector: object<TouchpointPlace & { by: 'selector' }>({
    by: oneOf('selector'),
    selector: text(SELECTOR),
    match: optional(text(PAGE_PATTERN)),
  }),
  call: object<TouchpointPlace & { by: 'call' }>({ by: oneOf('call') }),
};
const place: Check<TouchpointPlace> = (value, field, faults) => {
  const inner: SettingsFault[] = [];
  const by = oneOf('page', 'selector', 'call')(
    isObject(value) ? value['by'] : undefined,
    `${field}.by`,
    inner,
  );
  faults.push(...inner);
  return by && places[by](value, field, faults);
};

const askRule = object<AskRule>({
  on: flag,
  delayMs: optional(wait),
  scroll: optional(share),
  exit: optional(flag),
  seen: optional(text(SELECTOR)),
  event: optional(text(NAME)),
  sample: optional(share),
  standing: optional(oneOf(...STANDINGS)),
});

const standard = also(object<Standard>({ minimum: level, beyond: level }), (value, report) => {
  if (value.beyond <= value.minimum)
    report('beyond', `a level above the minimum (${value.minimum})`, value.beyond);
});

const belief = object<Belief>({
  share,
  of: optional(oneOf(...BELIEF_SHARES)),
  asked: optional(number({ min: 1, max: 1e9, whole: true, unit: 'people' })),
  by: text({ max: LIMITS.contactLength }),
  at: number({ min: 0, max: 8.64e15, whole: true, unit: 'milliseconds since 1970' }),
});

const questionTexts = object<Partial<QuestionTexts>>({
  question: optional(sentence),
  followUpPositive: optional(sentence),
  followUpIndifferent: optional(sentence),
  followUpNegative: optional(sentence),
  thanks: optional(sentence),
});
const texts = record(LOCALE, questionTexts, SETTINGS_LIMITS.languages);

const touchpoint = object<TouchpointSettings>({
  id: text(TOUCHPOINT_ID),
  stage: text(STAGE_ID),
  name: optional(localized),
  places: optional(list(place, SETTINGS_LIMITS.places)),
  ask: optional(askRule),
  standard: optional(standard),
  beliefs: optional(list(belief, SETTINGS_LIMITS.beliefs)),
  texts: optional(texts),
  reasons: optional(
    idList(
      object<{ id: string; text: LocalizedText }>({ id: text(NAME), text: localized }),
      LIMITS.reasons,
    ),
  ),
  intent: optional(flag),
  contact: optional(flag),
  wanted: optional(share),
});

const asking: Check<AskingSettings> = object<AskingSettings>({
  perVisit: otherwise(number({ min: 0, max: 20, whole: true }), DEFAULT_ASKING.perVisit),
  betweenMs: otherwise(wait, DEFAULT_ASKING.betweenMs),
  sameTouchpointMs: otherwise(wait, DEFAULT_ASKING.sameTouchpointMs),
  snoozedMs: otherwise(wait, DEFAULT_ASKING.snoozedMs),
  dismissedMs: otherwise(wait, DEFAULT_ASKING.dismissedMs),
  ignoredMs: otherwise(wait, DEFAULT_ASKING.ignoredMs),
  perYear: otherwise(number({ min: 0, max: 366, whole: true }), DEFAULT_ASKING.perYear),
  quietMs: otherwise(wait, DEFAULT_ASKING.quietMs),
  sample: otherwise(share, DEFAULT_ASKING.sample),
  order: otherwise(oneOf(...SCALE_ORDERS), DEFAULT_ASKING.order),
});

const theme = object<Theme>({
  mode: optional(oneOf(...THEME_MODES)),
  accent: optional(text(COLOUR)),
  surface: optional(text(COLOUR)),
  text: optional(text(COLOUR)),
  radius: optional(text(LENGTH)),
  font: optional(text(FONT)),
  corner: optional(oneOf(...CORNERS)),
  offsetX: optional(number({ min: 0, max: 500, unit: 'CSS pixels' })),
  offsetY: optional(number({ min: 0, max: 500, unit: 'CSS pixels' })),
  tab: optional(flag),
});

const days = number({ min: 1, max: 3_650, whole: true, unit: 'days' });
const { privacy, retention } = DEFAULT_SETTINGS;

const siteSettings = also(
  object<SiteSettings>({
    home: optional(text(ADDRESS)),
    journey: otherwise(journey, DEFAULT_SETTINGS.journey),
    rules: otherwise(idList(rule, SETTINGS_LIMITS.rules), []),
    touchpoints: otherwise(idList(touchpoint, SETTINGS_LIMITS.touchpoints), []),
    asking: otherwise(asking, DEFAULT_ASKING),
    standard: otherwise(standard, DEFAULT_SETTINGS.standard),
    emotionalFrom: otherwise(level, DEFAULT_SETTINGS.emotionalFrom),
    outcomeDays: otherwise(days, DEFAULT_SETTINGS.outcomeDays),
    texts: otherwise(texts, {}),
    theme: otherwise(theme, {}),
    privacy: otherwise(
      object<PrivacySettings>({
        consent: otherwise(oneOf('required', 'implied'), privacy.consent),
        comments: otherwise(flag, privacy.comments),
      }),
      privacy,
    ),
    retention: otherwise(
      object<RetentionSettings>({
        recordDays: otherwise(days, retention.recordDays),
        commentDays: otherwise(days, retention.commentDays),
      }),
      retention,
    ),
  }),
  (settings, report) => {
    const stages = new Set(settings.journey.stages.map(({ id }) => id));
    const known = "the id of one of the journey's stages";
    settings.rules.forEach(({ stage }, index) => {
      if (!stages.has(stage)) report(`rules[${index}].stage`, known, stage);
    });
    settings.touchpoints.forEach(({ stage }, index) => {
      if (!stages.has(stage)) report(`touchpoints[${index}].stage`, known, stage);
    });
  },
);
