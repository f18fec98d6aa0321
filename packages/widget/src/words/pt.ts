import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/pt';

/** The question in Portuguese as in Brazil. */
export const texts: Texts = {
  question: 'Como foi esta etapa para você?',
  followUpPositive: 'O que foi tão bom?',
  followUpIndifferent: 'O que faltou?',
  followUpNegative: 'O que deu errado?',
  hint: 'Opcional. Não escreva nomes nem números.',
  reasons: 'Sobre o que foi?',
  intent: 'Em que ponto você está?',
  looking: 'Só olhando',
  comparing: 'Comparando',
  ready: 'Quase decidindo',
  mayContact: 'Podem entrar em contato sobre esta resposta',
  contact: 'E-mail ou telefone',
  send: 'Enviar',
  notNow: 'Agora não',
  never: 'Não perguntar mais',
  close: 'Fechar',
  minimise: 'Minimizar',
  open: 'Como foi?',
  thanks: 'Obrigado. Vai para a equipe que cuida desta etapa.',
  kept: 'Obrigado. Sua resposta está segura neste aparelho e será enviada assim que houver conexão.',
  memory: 'Obrigado. Este navegador não guarda nada: deixe a página aberta até a conexão voltar.',
  lost: 'Desculpe, não foi possível guardar sua resposta.',
  retry: 'Tentar de novo',
  stays: 'Guardamos a carinha que você escolheu.',
  takeBack: 'Desfazer',
  takenBack: 'Desfeito. Sua resposta não conta mais.',
};
