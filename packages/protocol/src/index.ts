/**
 * The words on the wire: levels, journeys, record types, limits, settings. Imports nothing, holds no logic
 * beyond what a level or a stage means. Everybody imports it; checks and translations are entries of their own:
 * `@wayfelt/protocol/check`, `@wayfelt/protocol/words/en`.
 *
 *     import { LEVELS, isPositive, type RatingRecord } from '@wayfelt/protocol';
 */
export {
  LEVELS,
  NEUTRAL,
  EMOTIONAL_FROM,
  isLevel,
  levelId,
  levelOf,
  isPositive,
  isNegative,
  feelingOf,
  loyaltyOf,
  type Level,
  type LevelId,
  type LevelCounts,
  type Feeling,
} from './levels.js';
export {
  STANDINGS,
  NINE_STAGES,
  SIX_STEPS,
  NINE_STAGE_JOURNEY,
  SIX_STEP_JOURNEY,
  type Standing,
  type Stage,
  type Journey,
  type BuiltInStage,
} from './journeys.js';
export { BURST, FEWEST_SHOWN, LIMITS } from './limits.js';
export { matchesPage } from './match.js';
export {
  RECORD_TYPES,
  STAGE_SOURCES,
  DEVICES,
  SOURCE_CLASSES,
  VISIT_EVENTS,
  ASK_EVENTS,
  ASK_FORMS,
  SCALE_ORDERS,
  INTENTS,
  OUTCOMES,
  GROWING_OUTCOMES,
  LEAVING_OUTCOMES,
  type RecordType,
  type StageSource,
  type Device,
  type SourceClass,
  type RecordBase,
  type VisitRecord,
  type AskRecord,
  type AskEvent,
  type AskForm,
  type ScaleOrder,
  type RatingRecord,
  type Intent,
  type OutcomeRecord,
  type KnownOutcome,
  type HandoverRecord,
  type ForgetRecord,
  type LossRecord,
  type WayfeltRecord,
  type Batch,
  type Refusal,
  type Receipt,
} from './records.js';
export type { Voice, Voices, PathStep } from './voices.js';
export {
  LANGUAGES,
  type Language,
  type LocalizedText,
  type LevelWords,
  type Words,
  type StageWords,
} from './words.js';
export type {
  PageRule,
  TouchpointPlace,
  Standard,
  Belief,
  BeliefShare,
  ReasonChip,
  AskRule,
  AskingSettings,
  QuestionTexts,
  TouchpointSettings,
  Theme,
  PrivacySettings,
  RetentionSettings,
  SiteSettings,
  PageSettings,
} from './settings.js';
export { BELIEF_SHARES, THEME_MODES, CORNERS } from './settings.js';
export { DEFAULT_ASKING, DEFAULT_SETTINGS } from './defaults.js';
export type { Question, Answer, Kept, AskEnd, QuestionListener, OpenQuestion } from './question.js';
export type { Explanation, ExplainedRule, ExplainedTouchpoint, MomentRule } from './explanation.js';
export {
  DASHBOARD_LANGUAGES,
  APPEARANCES,
  READER_CHOICES,
  choiceCookie,
  type DashboardLanguage,
  type Appearance,
  type ReaderChoice,
} from './reader.js';
export { LABEL_FRAGMENT, LABEL_KEY, type LabelHost, type Labelling } from './labelling.js';
