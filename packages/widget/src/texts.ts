import type { Intent, Kept, QuestionTexts, Words } from '@wayfelt/protocol';

/**
 * The widget's own words in one language: what the site may replace (`QuestionTexts`), the three intents, and
 * the honest thanks for an answer that is not delivered yet (`kept`, `memory`) or could not be kept (`lost`).
 */
export interface Texts extends QuestionTexts, Record<Intent | Exclude<Kept, 'delivered'>, string> {
  /** Below the comment: optional, and not the place for names. */
  hint: string;
  send: string;
  notNow: string;
  never: string;
  close: string;
  minimise: string;
  /** On the side tab and on the minimised question. */
  open: string;
  /** Above the reason chips. */
  reasons: string;
  /** Above the three intents. */
  intent: string;
  /** The consent to be contacted, and the field that it opens. */
  mayContact: string;
  contact: string;
  retry: string;
  /** Said when the question is closed after a face was chosen. */
  stays: string;
  takeBack: string;
  takenBack: string;
}

/** What one `words/<language>.ts` exports. */
export interface LanguageFile {
  levels: Words;
  texts: Texts;
}
