import {
  feelingOf,
  type Answer,
  type Intent,
  type Kept,
  type Level,
  type QuestionTexts,
} from '@wayfelt/protocol';

/** Shown as the comment's limit. The wire takes more, for sites that rate with their own interface. */
export const COMMENT_LENGTH = 500;

/**
 * `asking` → `sending` → `thanked`; or, closed after a face was chosen, `stays` (kept, and may be taken back) →
 * `taken`. A state that is `folded` shows only its tab.
 */
export interface State {
  phase: 'asking' | 'sending' | 'thanked' | 'stays' | 'taken';
  folded: boolean;
  level?: Level;
  reasons: string[];
  intent?: Intent;
  comment: string;
  /** Consent to be contacted; without it `contact` is not sent. */
  mayContact: boolean;
  contact: string;
  /** Where the answer was when it was sent. */
  kept?: Kept;
}

export const START: State = {
  phase: 'asking',
  folded: false,
  reasons: [],
  comment: '',
  mayContact: false,
  contact: '',
};

/**
 * What is handed over. Taps are kept at once; what is written goes only with Send (`final`), because nobody
 * means to publish half a sentence.
 */
export const answerOf = (state: State, level: Level, final: boolean): Answer => {
  const comment = final && state.comment.trim();
  const contact = final && state.mayContact && state.contact.trim();
  return {
    level,
    ...(state.reasons.length > 0 && { reasons: state.reasons }),
    ...(state.intent && { intent: state.intent }),
    ...(comment && { comment }),
    ...(contact && { contact }),
  };
};

const FOLLOW_UPS = {
  positive: 'followUpPositive',
  indifferent: 'followUpIndifferent',
  negative: 'followUpNegative',
} as const;

/** Which follow-up question fits the face. */
export const followUpOf = (level: Level): keyof QuestionTexts => FOLLOW_UPS[feelingOf(level)];
