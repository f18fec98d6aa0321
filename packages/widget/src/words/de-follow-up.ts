import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in German. */
export const texts: FollowUpTexts = {
  followUpPositive: 'Was war besonders gut?',
  followUpIndifferent: 'Was hat gefehlt?',
  followUpNegative: 'Was ging schief?',
  all: 'Alle acht zeigen',
  hint: 'Freiwillig. Bitte keine Namen oder Nummern.',
  reasons: 'Worum ging es?',
  intent: 'Wo stehen Sie gerade?',
  looking: 'Ich schaue nur',
  comparing: 'Ich vergleiche',
  ready: 'Kurz vor der Wahl',
  mayContact: 'Sie dürfen mich zu dieser Antwort kontaktieren',
  contact: 'E-Mail oder Telefon',
  stays: 'Ihre Wahl ist gesichert.',
  takeBack: 'Zurücknehmen',
  takenBack: 'Zurückgenommen. Ihre Antwort zählt nicht mehr.',
  memory:
    'Danke. Hier lässt sich nichts speichern: Bitte lassen Sie die Seite offen, bis Sie online sind.',
};
