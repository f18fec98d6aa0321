/**
 * Journeys to begin with, in English and Korean: each has stages, a crossing and named steps, and is a draft that a
 * team makes its own. An entry of its own, so that no page downloads it.
 */
export { STARTERS, withStarter } from './starters/starters.js';
export type { Starter } from './starters/starter.js';
