import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/pt';

/** The question in Portuguese as in Brazil. */
export const texts: AskedTexts = {
  question: 'Como foi esta etapa para você?',
  send: 'Enviar',
  notNow: 'Agora não',
  never: 'Não perguntar mais',
  close: 'Fechar',
  minimise: 'Minimizar',
  open: 'Como foi?',
  thanks: 'Obrigado. Vai para a equipe que cuida desta etapa.',
  kept: 'Obrigado. Sua resposta está guardada aqui e será enviada assim que houver conexão.',
  lost: 'Desculpe, não foi possível guardar sua resposta.',
  retry: 'Tentar de novo',
};

export const followUp = (): Promise<FollowUpPart> => import('./pt-follow-up.js');
