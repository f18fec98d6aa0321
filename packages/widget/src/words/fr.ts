import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/fr';

/** The question in French; a narrow no-break space stands before “!” and “?”. */
export const texts: Texts = {
  question: 'Comment avez-vous vécu cette étape ?',
  followUpPositive: 'Qu’est-ce qui vous a plu ?',
  followUpIndifferent: 'Que manquait-il ?',
  followUpNegative: 'Qu’est-ce qui n’allait pas ?',
  hint: 'Facultatif. N’indiquez ni nom ni numéro.',
  reasons: 'De quoi s’agissait-il ?',
  intent: 'Où en êtes-vous ?',
  looking: 'Je regarde',
  comparing: 'Je compare',
  ready: 'Prêt à décider',
  mayContact: 'J’accepte d’être contacté au sujet de cette réponse',
  contact: 'E-mail ou téléphone',
  send: 'Envoyer',
  notNow: 'Pas maintenant',
  never: 'Ne plus demander',
  close: 'Fermer',
  minimise: 'Réduire',
  open: 'Votre ressenti ?',
  thanks: 'Merci. Votre réponse va à l’équipe chargée de cette étape.',
  kept: 'Merci. Votre réponse est en sécurité sur cet appareil et partira dès que la connexion reviendra.',
  memory:
    'Merci. Ce navigateur n’enregistre rien : laissez la page ouverte jusqu’au retour de la connexion.',
  lost: 'Désolé, votre réponse n’a pas pu être conservée.',
  retry: 'Réessayer',
  stays: 'Le visage choisi est conservé.',
  takeBack: 'Retirer',
  takenBack: 'Retirée. Votre réponse ne compte plus.',
};
