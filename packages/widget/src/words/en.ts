import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/en';

/** The question in English. */
export const texts: Texts = {
  question: 'How did this step feel?',
  followUpPositive: 'What made it great?',
  followUpIndifferent: 'What was missing?',
  followUpNegative: 'What went wrong?',
  hint: 'Optional. Please leave out names and numbers.',
  reasons: 'What was it about?',
  intent: 'Where are you right now?',
  looking: 'Just looking',
  comparing: 'Comparing',
  ready: 'Ready to decide',
  mayContact: 'You may contact me about this answer',
  contact: 'E-mail or phone',
  send: 'Send',
  notNow: 'Not now',
  never: 'Don’t ask again',
  close: 'Close',
  minimise: 'Minimise',
  open: 'How did it feel?',
  thanks: 'Thank you. It goes to the team that runs this step.',
  kept: 'Thank you. Your answer is safe on this device and is sent as soon as there is a connection.',
  memory:
    'Thank you. This browser stores nothing, so please leave the page open until you are online.',
  lost: 'Sorry, your answer could not be kept.',
  retry: 'Try again',
  stays: 'We kept the face you chose.',
  takeBack: 'Take it back',
  takenBack: 'Taken back. Your answer no longer counts.',
};
