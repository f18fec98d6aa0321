/**
 * The server: receives records, checks each, stores it once, answers after the commit; makes reports of what it
 * counted. `createCollector` is a plain function from request to response; `npx @wayfelt/collector` puts it on a port.
 *
 *     const collector = createCollector({ store: openSqliteStore('wayfelt.db'), token });
 *     const response = await collector(new Request('http://localhost/v1/records', { method: 'POST', body }));
 */
export { createCollector, type Collector, type CollectorOptions, type Edge } from './collector.js';
export { createFiguresThread, FiguresError, type FiguresThread } from './figures-thread.js';
export { type Figures, type Question } from './figures.js';
export { openSqliteStore } from './stores/sqlite/sqlite.js';
export {
  StoreError,
  type Arrival,
  type Fate,
  type SiteRow,
  type Store,
  type VoiceQuery,
} from './store.js';
