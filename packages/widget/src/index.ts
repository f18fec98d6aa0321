/**
 * The question: eight faces in words, what may follow, and honest thanks, in Preact, in one shadow root. It knows
 * nothing of storage, network, or when to ask; the sdk loads it when someone is asked, and is told by a listener.
 * Inline questions: `@wayfelt/widget/element`.
 *
 *     const open = await ask(question, listener);
 */
export { ask } from './ask.js';
