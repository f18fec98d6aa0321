/**
 * Whether, when and how a visitor is asked. Downloaded only on pages where someone may be asked.
 *
 *     mayAsk({ touchpoint, now, asking, history, standing, tier, session, draw })   // { may: true, probability: 1 }
 */
export {
  askRules,
  chanceOf,
  mayAsk,
  type Occasion,
  type Verdict,
  type WhyNot,
} from './asking/may-ask.js';
export { drawFor, entriesIn, withEntry } from './asking/history.js';
export { busyWith } from './asking/polite.js';
export { watchRule, type Waiting } from './asking/triggers.js';
export { explainMoment, withChange } from './asking/explain.js';
