/**
 * Whether, when and how a visitor is asked. Downloaded only on pages where someone may be asked.
 *
 *     mayAsk({ touchpoint, now, asking, history, standing, tier, session, draw })   // { may: true, probability: 1 }
 */
export { chanceOf, mayAsk, type Occasion, type Refused, type Verdict } from './asking/may-ask.js';
