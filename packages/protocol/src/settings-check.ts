/**
 * Settings at the door: checked with errors that name the field, imported and exported, made small for pages,
 * compared and merged. An entry of its own, so that no page downloads it.
 *
 *     const checked = checkSettings(await request.json());
 *     if (!checked.ok) return refuse(checked.faults); // [{ field: 'touchpoints[3].ask.delayMs', expected: '…' }]
 */
export {
  SETTINGS_LIMITS,
  checkSettings,
  exportSettings,
  importSettings,
  type SettingsCheck,
} from './settings/check.js';
export { shown, type SettingsFault } from './settings/kit.js';
export { toPageSettings } from './settings/page.js';
export {
  mergeSettings,
  settingsChanges,
  takeTheirs,
  type SettingsChange,
  type SettingsConflict,
  type SettingsMerge,
} from './settings/changes.js';
export {
  changeInWords,
  faultInWords,
  fieldInWords,
  valueInWords,
  type SettingsWords,
} from './settings/in-words.js';
export { generalPattern, patternsFor } from './settings/patterns.js';
export { likelyStage } from './settings/likely-stage.js';
export { nearestName } from './settings/nearest.js';
export type {
  Coverage,
  CoverageGap,
  PageVisits,
  PastChange,
  PastMove,
  PastPreview,
  UndefinedName,
} from './settings/coverage.js';
export { freeId, idOfName, withRule, withStage, withTouchpoint } from './settings/edits.js';
