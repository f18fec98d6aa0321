import type { AskedTexts, FollowUpPart } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/es';

/** The question in Spanish. */
export const texts: AskedTexts = {
  question: '¿Qué te ha parecido este paso?',
  send: 'Enviar',
  notNow: 'Ahora no',
  never: 'No volver a preguntar',
  close: 'Cerrar',
  minimise: 'Minimizar',
  open: '¿Qué te ha parecido?',
  thanks: 'Gracias. Llegará al equipo que se ocupa de este paso.',
  kept: 'Gracias. Tu respuesta está a salvo aquí y se enviará en cuanto haya conexión.',
  lost: 'Lo sentimos, no se pudo guardar tu respuesta.',
  retry: 'Reintentar',
};

export const followUp = (): Promise<FollowUpPart> => import('./es-follow-up.js');
