import type { Answer, Kept, Level } from '@wayfelt/protocol';
import type { AskedTexts, FollowUpTexts } from './texts.js';

/**
 * `asking`, `sending`, and then what is said, named by its text: thanks by what became of the answer, or, when the
 * question is closed after a face was chosen, that it `stays` until it is `takenBack`.
 */
export type Phase = 'asking' | 'sending' | Said;
export type Said = keyof Pick<
  AskedTexts & FollowUpTexts,
  'thanks' | 'kept' | 'memory' | 'lost' | 'stays' | 'takenBack'
>;

export interface State {
  phase: Phase;
  /** Only the tab is shown. */
  folded: boolean;
  /** How many faces are drawn so far: all of them at once would be one long task. */
  rows: number;
  /** The live region has said that there is a question. */
  announced?: boolean;
  level?: Level;
  /** What was tapped after the face; kept at once, like the face. */
  tapped: Pick<Answer, 'reasons' | 'intent'>;
  /** What is written goes only with Send, because nobody means to publish half a sentence. */
  comment?: string;
  contact?: string;
  /** Consent to be contacted; without it `contact` is not sent. */
  mayContact?: boolean;
}

export const thanksFor = (kept: Kept): Said => (kept === 'delivered' ? 'thanks' : kept);

/** What was written, as it is sent: trimmed, and the contact only with consent. */
export const written = (state: State): Pick<Answer, 'comment' | 'contact'> => {
  const comment = state.comment?.trim();
  const contact = state.mayContact && state.contact?.trim();
  return { ...(comment && { comment }), ...(contact && { contact }) };
};
