import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/fr';

/** The question in French; a narrow no-break space stands before “!” and “?”. */
export const texts: AskedTexts = {
  question: 'Comment avez-vous vécu cette étape ?',
  send: 'Envoyer',
  notNow: 'Pas maintenant',
  never: 'Ne plus demander',
  close: 'Fermer',
  minimise: 'Réduire',
  open: 'Votre ressenti ?',
  thanks: 'Merci. Votre réponse va à l’équipe chargée de cette étape.',
  kept: 'Merci. Votre réponse est gardée ici et partira dès que possible.',
  lost: 'Votre réponse n’a pas pu être gardée.',
  retry: 'Réessayer',
};

export const followUp = (): Promise<FollowUpPart> => import('./fr-follow-up.js');
