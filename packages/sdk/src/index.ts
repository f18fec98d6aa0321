/**
 * Wayfelt for bundlers: the same object that the script tag puts at `window.wayfelt`.
 *
 *     import { createWayfelt } from 'wayfelt';
 *     const wayfelt = createWayfelt({ site: 'shop', collector: 'https://feedback.example.com' });
 *     wayfelt.stage('consideration');
 */
export { createWayfelt } from './create.js';
export type {
  Asked,
  AskEntry,
  Explanation,
  Found,
  Handover,
  NotAsked,
  OutcomeDetails,
  Rating,
  Refusal,
  Wayfelt,
  WayfeltError,
  WayfeltEvents,
  WayfeltOptions,
  WhyNot,
} from './types.js';
export type { Level, PageSettings, Standing } from '@wayfelt/protocol';
