import type { StageWords, Words } from '../words.js';

/** The eight levels in Portuguese as in Brazil. */
export const words: Words = {
  loathing: { name: 'Detestei', sentence: 'Detestei! Nunca mais quero passar por isso.' },
  'not-again': { name: 'De novo, não', sentence: 'De novo! Não gosto disso. (duas vezes ou mais)' },
  ugh: { name: 'Não gostei', sentence: 'Ah, não gostei disso. (mais ou menos uma vez)' },
  'run-of-the-mill': { name: 'Mais ou menos', sentence: 'Mais ou menos. Nada de especial.' },
  functional: { name: 'Funciona', sentence: 'Isso funciona!' },
  efficient: { name: 'Muito eficiente', sentence: 'Isso funciona muito bem mesmo!' },
  enjoyable: { name: 'Adorei', sentence: 'Gostei demais disso!' },
  zen: { name: 'Indispensável', sentence: 'Não fico mais sem isso!' },
};

/** The built-in stages in Portuguese as in Brazil. */
export const stages: StageWords = {
  awareness: 'Descoberta',
  search: 'Busca',
  consideration: 'Consideração',
  purchase: 'Compra',
  delivery: 'Entrega',
  installation: 'Instalação',
  use: 'Uso',
  'after-service': 'Pós-venda',
  disposal: 'Descarte',
  'information-gathering': 'Busca de informações',
  'decision-making': 'Tomada de decisão',
  buy: 'Compra',
  service: 'Atendimento',
};
