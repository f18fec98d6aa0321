/**
 * The overlay in which a product team names the stage of the page it is looking at, and its touchpoints. Loaded
 * only with a label token; see `LabelHost` in `@wayfelt/protocol` for what the page gives it.
 *
 *     const { start } = await import('@wayfelt/labeller');
 *     const labelling = start(host);
 */
export { start } from './start.js';
