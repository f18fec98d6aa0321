import type { StageWords, Words } from '../words.js';

/** The eight levels in German. */
export const words: Words = {
  loathing: { name: 'Furchtbar', sentence: 'Ganz furchtbar! Das will ich nie wieder.' },
  'not-again': {
    name: 'Nicht schon wieder',
    sentence: 'Schon wieder! Das gefällt mir nicht. (zweimal oder öfter)',
  },
  ugh: { name: 'Nicht so toll', sentence: 'Das gefällt mir nicht. (etwa einmal)' },
  'run-of-the-mill': { name: 'Geht so', sentence: 'Geht so. Nichts Besonderes.' },
  functional: { name: 'Erfüllt den Zweck', sentence: 'Das funktioniert!' },
  efficient: { name: 'Klappt bestens', sentence: 'Das funktioniert wirklich gut!' },
  enjoyable: { name: 'Begeistert mich', sentence: 'Das gefällt mir richtig gut!' },
  zen: { name: 'Unverzichtbar', sentence: 'Ohne das geht es nicht mehr!' },
};

/** The built-in stages in German. */
export const stages: StageWords = {
  awareness: 'Aufmerksamkeit',
  search: 'Suche',
  consideration: 'Abwägung',
  purchase: 'Kauf',
  delivery: 'Lieferung',
  installation: 'Einrichtung',
  use: 'Nutzung',
  'after-service': 'Kundendienst',
  disposal: 'Entsorgung',
  'information-gathering': 'Informationssuche',
  'decision-making': 'Entscheidung',
  buy: 'Kauf',
  service: 'Service',
};
