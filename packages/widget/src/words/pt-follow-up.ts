import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Portuguese as in Brazil. */
export const texts: FollowUpTexts = {
  followUpPositive: 'O que foi tão bom?',
  followUpIndifferent: 'O que faltou?',
  followUpNegative: 'O que deu errado?',
  all: 'Ver as oito',
  hint: 'Opcional. Não escreva nomes nem números.',
  reasons: 'Sobre o que foi?',
  intent: 'Em que ponto você está?',
  looking: 'Só olhando',
  comparing: 'Comparando',
  ready: 'Quase decidindo',
  mayContact: 'Podem entrar em contato sobre esta resposta',
  contact: 'E-mail ou telefone',
  stays: 'Guardamos a carinha que você escolheu.',
  takeBack: 'Desfazer',
  takenBack: 'Desfeito. Sua resposta não conta mais.',
  memory: 'Obrigado. Aqui não dá para guardar nada: deixe a página aberta até a conexão voltar.',
};
