import type { StageWords, Words } from '../words.js';

/** The eight levels in French; a narrow no-break space stands before “!” and “?”. */
export const words: Words = {
  loathing: { name: 'Je déteste', sentence: 'Je déteste ! Plus jamais ça.' },
  'not-again': { name: 'Encore !', sentence: 'Encore ! Ça ne me plaît pas. (deux fois ou plus)' },
  ugh: { name: 'Pas terrible', sentence: 'Aïe, ça ne m’a pas plu. (une fois environ)' },
  'run-of-the-mill': { name: 'Sans plus', sentence: 'Bof, rien de spécial.' },
  functional: { name: 'Ça fonctionne', sentence: 'Ça fait ce qu’il faut !' },
  efficient: { name: 'Très efficace', sentence: 'C’est vraiment très efficace !' },
  enjoyable: { name: 'J’adore', sentence: 'J’aime vraiment beaucoup !' },
  zen: { name: 'Indispensable', sentence: 'Je ne pourrais pas m’en passer !' },
};

/** The built-in stages in French. */
export const stages: StageWords = {
  awareness: 'Découverte',
  search: 'Recherche',
  consideration: 'Réflexion',
  purchase: 'Achat',
  delivery: 'Livraison',
  installation: 'Installation',
  use: 'Utilisation',
  'after-service': 'Après-vente',
  disposal: 'Fin de vie',
  'information-gathering': 'Recherche d’informations',
  'decision-making': 'Prise de décision',
  buy: 'Achat',
  service: 'Service',
};
