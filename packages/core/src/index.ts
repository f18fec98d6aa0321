/**
 * Who the visitor is on this page: stage, touchpoints, standing, consent, and the records of what happens. Given
 * `record`, a clock and a window; knows neither network nor widget. Whether someone may be asked is an entry of its
 * own, `@wayfelt/core/asking`, since most page views ask nobody.
 *
 *     const core = createCore({ site: 'shop', page: window, record: outbox.add, … });
 *     core.stage('consideration');
 */
export { createCore, type Core, type CoreOptions } from './core.js';
export { createEvents } from './events.js';
export { type Memory, type Remembered, type Tier } from './memory.js';
export { type Found } from './stage.js';
export { type AskEntry } from './asking/history.js';
