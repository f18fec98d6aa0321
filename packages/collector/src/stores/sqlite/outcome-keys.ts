import type { Statement } from './database.js';

/**
 * Of several outcomes with one name and key the earliest counts, so that neither the order of arrival nor who was
 * erased later matters. Call after one of them came or went; answers which one counts now.
 */
export const createOutcomeKeys =
  (sql: (name: string) => Statement) =>
  (site: number, outcome: string, key: string): Uint8Array | undefined => {
    const first = sql('firstOfKey').get(site, outcome, key) as { id: Uint8Array } | undefined;
    if (!first) return undefined;
    sql('countOnly').run(first.id, site, outcome, key, first.id);
    return first.id;
  };
export type OutcomeKeys = ReturnType<typeof createOutcomeKeys>;
