/** Verbs that few pages use, downloaded when they are called. */
export { nearest } from '@wayfelt/core/more';
