import type { Intent, Kept, QuestionTexts, Words } from '@wayfelt/protocol';

/** What an answer that is not delivered yet (`kept`, `memory`) or could not be kept (`lost`) is thanked with, honestly. */
type ThanksLater = Record<Exclude<Kept, 'delivered'>, string>;

/** The widget's own words that are needed when someone is asked; `question` and `thanks` may be the site's own. */
export interface AskedTexts
  extends Pick<QuestionTexts, 'question' | 'thanks'>, Omit<ThanksLater, 'memory'> {
  send: string;
  notNow: string;
  never: string;
  close: string;
  minimise: string;
  /** On the side tab and on the minimised question. */
  open: string;
  retry: string;
}

/** The words of what follows a face; the three questions may be the site's own. */
export interface FollowUpTexts
  extends
    Omit<QuestionTexts, 'question' | 'thanks'>,
    Pick<ThanksLater, 'memory'>,
    Record<Intent, string> {
  /** Opens the folded rows again: the names and sentences of all eight. */
  all: string;
  /** Below the comment: optional, and not the place for names. */
  hint: string;
  /** Above the reason chips. */
  reasons: string;
  /** Above the three intents. */
  intent: string;
  /** The consent to be contacted, and the field that it opens. */
  mayContact: string;
  contact: string;
  /** Said when the question is closed after a face was chosen. */
  stays: string;
  takeBack: string;
  takenBack: string;
}

/** What one `words/<language>.ts` exports. */
export interface AskedWords {
  levels: Words;
  texts: AskedTexts;
  /** Rejects only when the file cannot be loaded. */
  followUp(): Promise<FollowUpPart>;
}

/** What one `words/<language>-follow-up.ts` exports: its words, and what shows them. */
export type FollowUpPart = typeof import('./words/en-follow-up.js');
