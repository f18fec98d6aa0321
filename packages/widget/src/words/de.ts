import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/de';

/** The question in German. */
export const texts: Texts = {
  question: 'Wie fühlte sich dieser Schritt an?',
  followUpPositive: 'Was war besonders gut?',
  followUpIndifferent: 'Was hat gefehlt?',
  followUpNegative: 'Was ging schief?',
  hint: 'Freiwillig. Bitte keine Namen oder Nummern.',
  reasons: 'Worum ging es?',
  intent: 'Wo stehen Sie gerade?',
  looking: 'Ich schaue nur',
  comparing: 'Ich vergleiche',
  ready: 'Kurz vor der Wahl',
  mayContact: 'Sie dürfen mich zu dieser Antwort kontaktieren',
  contact: 'E-Mail oder Telefon',
  send: 'Senden',
  notNow: 'Jetzt nicht',
  never: 'Nicht mehr fragen',
  close: 'Schließen',
  minimise: 'Verkleinern',
  open: 'Wie war’s?',
  thanks: 'Danke. Es geht an das Team, das diesen Schritt betreut.',
  kept: 'Danke. Ihre Antwort ist auf diesem Gerät sicher und wird gesendet, sobald eine Verbindung besteht.',
  memory:
    'Danke. Dieser Browser speichert nichts. Bitte lassen Sie die Seite offen, bis Sie wieder online sind.',
  lost: 'Ihre Antwort konnte leider nicht gesichert werden.',
  retry: 'Noch einmal',
  stays: 'Ihre Wahl ist gesichert.',
  takeBack: 'Zurücknehmen',
  takenBack: 'Zurückgenommen. Ihre Antwort zählt nicht mehr.',
};
