/**
 * Who the visitor is on this page: stage, touchpoints, standing, consent, and the records of what happens. Given
 * `record`, a clock and a guard; knows neither network nor widget. What only some pages need are entries of their
 * own: `@wayfelt/core/page` (elements and rules that name touchpoints), `@wayfelt/core/asking` (whom to ask).
 *
 *     const core = createCore({ site: 'shop', record: outbox.add, … });
 *     core.stage('consideration');
 */
export { createCore, type Core, type CoreOptions, type Fields } from './core.js';
export { createEvents } from './events.js';
export { type Memory, type Remembered, type Tier } from './memory.js';
export { type Found, STAGE, TOUCHPOINT } from './stage.js';
export { type AskEntry } from './asking/history.js';
