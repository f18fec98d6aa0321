import { NINE_STAGE_JOURNEY } from './journeys.js';
import { EMOTIONAL_FROM } from './levels.js';
import type { AskingSettings, SiteSettings } from './settings.js';

const DAY_MS = 86_400_000;

/** One question a visit, two weeks between questions, four a year: seldom and kindly. */
export const DEFAULT_ASKING: AskingSettings = {
  perVisit: 1,
  betweenMs: 14 * DAY_MS,
  sameTouchpointMs: 90 * DAY_MS,
  snoozedMs: 30 * DAY_MS,
  dismissedMs: 30 * DAY_MS,
  ignoredMs: 14 * DAY_MS,
  perYear: 4,
  quietMs: 5_000,
  sample: 1,
  order: 'worst-first',
};

/** What a site that sets nothing has. */
export const DEFAULT_SETTINGS: SiteSettings = {
  journey: NINE_STAGE_JOURNEY,
  rules: [],
  touchpoints: [],
  asking: DEFAULT_ASKING,
  standard: { minimum: 5, beyond: 7 },
  emotionalFrom: EMOTIONAL_FROM,
  outcomeDays: 30,
  texts: {},
  theme: {},
  privacy: { consent: 'implied', comments: true },
  retention: { recordDays: 760, commentDays: 365 },
};
