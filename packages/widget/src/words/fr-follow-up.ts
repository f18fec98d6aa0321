import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in French; a narrow no-break space stands before “!” and “?”. */
export const texts: FollowUpTexts = {
  followUpPositive: 'Qu’est-ce qui vous a plu ?',
  followUpIndifferent: 'Que manquait-il ?',
  followUpNegative: 'Qu’est-ce qui n’allait pas ?',
  all: 'Afficher les huit',
  hint: 'Facultatif. N’indiquez ni nom ni numéro.',
  reasons: 'De quoi s’agissait-il ?',
  intent: 'Où en êtes-vous ?',
  looking: 'Je regarde',
  comparing: 'Je compare',
  ready: 'Prêt à décider',
  mayContact: 'J’accepte d’être contacté au sujet de cette réponse',
  contact: 'E-mail ou téléphone',
  stays: 'Le visage choisi est gardé.',
  takeBack: 'Retirer',
  takenBack: 'Retirée. Votre réponse ne compte plus.',
  memory:
    'Merci. Rien ne peut être gardé ici : laissez la page ouverte jusqu’au retour de la connexion.',
};
