import type { FollowUpTexts } from '../texts.js';

export { FollowUp, css, liftAboveKeyboard, onceLeft, written } from '../follow-up.js';

/** What follows a face, in Spanish. */
export const texts: FollowUpTexts = {
  followUpPositive: '¿Qué fue lo mejor?',
  followUpIndifferent: '¿Qué faltó?',
  followUpNegative: '¿Qué salió mal?',
  all: 'Ver las ocho',
  hint: 'Opcional. No escribas nombres ni números.',
  reasons: '¿De qué se trata?',
  intent: '¿En qué punto estás?',
  looking: 'Solo miro',
  comparing: 'Estoy comparando',
  ready: 'A punto de decidir',
  mayContact: 'Pueden contactarme por esta respuesta',
  contact: 'Correo o teléfono',
  stays: 'Hemos guardado la cara que elegiste.',
  takeBack: 'Retirarla',
  takenBack: 'Retirada. Tu respuesta ya no cuenta.',
  memory: 'Gracias. Aquí no se puede guardar nada: deja la página abierta hasta que haya conexión.',
};
