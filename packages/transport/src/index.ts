/**
 * An outbox that loses nothing and doubles nothing: what is added is in IndexedDB, and leaves it only on the
 * receiver's own word for that id. Knows any record with an id and any endpoint; knows nothing of stages or asking.
 *
 *     const outbox = createOutbox({ endpoint: '/v1/records', site: 'shop', sdk: '1.0.0' });
 *     await outbox.add({ id: newId(), type: 'rating', level: 7 }, { urgent: true });
 */
export { createOutbox } from './complete.js';
export { createLightOutbox } from './outbox.js';
export { createCourier } from './courier.js';
export type { Courier, Item, LightOptions, Outbox, OutboxOptions, Trouble } from './types.js';
