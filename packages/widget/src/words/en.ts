import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/en';

/** The question in English. */
export const texts: AskedTexts = {
  question: 'How did this step feel?',
  send: 'Send',
  notNow: 'Not now',
  never: 'Don’t ask again',
  close: 'Close',
  minimise: 'Minimise',
  open: 'How did it feel?',
  thanks: 'Thank you. It goes to the team that runs this step.',
  kept: 'Thank you. Your answer is safe here and is sent as soon as you are online.',
  lost: 'Sorry, your answer could not be kept.',
  retry: 'Try again',
};

export const followUp = (): Promise<FollowUpPart> => import('./en-follow-up.js');
