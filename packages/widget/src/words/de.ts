import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/de';

/** The question in German. */
export const texts: AskedTexts = {
  question: 'Wie fühlte sich dieser Schritt an?',
  send: 'Senden',
  notNow: 'Jetzt nicht',
  never: 'Nicht mehr fragen',
  close: 'Schließen',
  minimise: 'Verkleinern',
  open: 'Wie war’s?',
  thanks: 'Danke. Es geht an das Team, das diesen Schritt betreut.',
  kept: 'Danke. Ihre Antwort ist hier sicher und wird gesendet, sobald Sie online sind.',
  lost: 'Ihre Antwort konnte leider nicht gesichert werden.',
  retry: 'Noch einmal',
};

export const followUp = (): Promise<FollowUpPart> => import('./de-follow-up.js');
