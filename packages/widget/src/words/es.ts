import type { Texts } from '../texts.js';

export { words as levels } from '@wayfelt/protocol/words/es';

/** The question in Spanish. */
export const texts: Texts = {
  question: '¿Qué te ha parecido este paso?',
  followUpPositive: '¿Qué fue lo mejor?',
  followUpIndifferent: '¿Qué faltó?',
  followUpNegative: '¿Qué salió mal?',
  hint: 'Opcional. No escribas nombres ni números.',
  reasons: '¿De qué se trata?',
  intent: '¿En qué punto estás?',
  looking: 'Solo miro',
  comparing: 'Estoy comparando',
  ready: 'A punto de decidir',
  mayContact: 'Pueden contactarme por esta respuesta',
  contact: 'Correo o teléfono',
  send: 'Enviar',
  notNow: 'Ahora no',
  never: 'No volver a preguntar',
  close: 'Cerrar',
  minimise: 'Minimizar',
  open: '¿Qué te ha parecido?',
  thanks: 'Gracias. Llegará al equipo que se ocupa de este paso.',
  kept: 'Gracias. Tu respuesta está a salvo en este dispositivo y se enviará en cuanto haya conexión.',
  memory: 'Gracias. Este navegador no guarda nada: deja la página abierta hasta que haya conexión.',
  lost: 'Lo sentimos, no se pudo guardar tu respuesta.',
  retry: 'Reintentar',
  stays: 'Hemos guardado la cara que elegiste.',
  takeBack: 'Retirarla',
  takenBack: 'Retirada. Tu respuesta ya no cuenta.',
};
