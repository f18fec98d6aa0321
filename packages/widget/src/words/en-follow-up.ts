import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in English. */
export const texts: FollowUpTexts = {
  followUpPositive: 'What made it great?',
  followUpIndifferent: 'What was missing?',
  followUpNegative: 'What went wrong?',
  all: 'Show all eight',
  hint: 'Optional. Please leave out names and numbers.',
  reasons: 'What was it about?',
  intent: 'Where are you right now?',
  looking: 'Just looking',
  comparing: 'Comparing',
  ready: 'Ready to decide',
  mayContact: 'You may contact me about this answer',
  contact: 'E-mail or phone',
  stays: 'We kept the face you chose.',
  takeBack: 'Take it back',
  takenBack: 'Taken back. Your answer no longer counts.',
  memory: 'Thank you. Please keep this page open until you are online: nothing can be stored here.',
};
