import { createCourier } from './courier.js';
import { createLightOutbox } from './outbox.js';
import type { Item, Outbox, OutboxOptions } from './types.js';

/**
 * An outbox: what is added is in IndexedDB when `add` resolves, and leaves it only on the receiver's own word.
 * Every record arrives at least once; the receiver keeps each id once.
 */
export const createOutbox = <R extends Item>(options: OutboxOptions): Outbox<R> =>
  createLightOutbox({ ...options, courier: async () => createCourier });
