import type { StageWords, Words } from '../words.js';

/** The eight levels in Spanish. */
export const words: Words = {
  loathing: { name: 'Lo detesto', sentence: '¡Lo detesto! No quiero volver a pasar por esto.' },
  'not-again': { name: 'Otra vez no', sentence: '¡Otra vez! No me gusta esto. (dos veces o más)' },
  ugh: { name: 'No me gustó', sentence: 'Uf, esto no me gustó. (más o menos una vez)' },
  'run-of-the-mill': { name: 'Normal', sentence: 'Normal, nada especial.' },
  functional: { name: 'Cumple', sentence: '¡Esto funciona!' },
  efficient: { name: 'Muy eficaz', sentence: '¡Esto funciona realmente bien!' },
  enjoyable: { name: 'Me encanta', sentence: '¡Esto me gusta de verdad!' },
  zen: { name: 'Imprescindible', sentence: '¡No podría estar sin esto!' },
};

/** The built-in stages in Spanish. */
export const stages: StageWords = {
  awareness: 'Descubrimiento',
  search: 'Búsqueda',
  consideration: 'Consideración',
  purchase: 'Compra',
  delivery: 'Entrega',
  installation: 'Instalación',
  use: 'Uso',
  'after-service': 'Posventa',
  disposal: 'Desecho',
  'information-gathering': 'Búsqueda de información',
  'decision-making': 'Toma de decisión',
  buy: 'Compra',
  service: 'Servicio',
};
