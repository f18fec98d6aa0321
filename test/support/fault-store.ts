import type { Item } from '@wayfelt/transport';
import type { Reply } from './fault-world.js';

/** What a collector's store does with ids, in memory: each once, the highest revision stays. */
export interface IdStore {
  rows: Map<string, Item>;
  /** Ids in the order in which they arrived first. */
  order: string[];
  /** Copies that arrived again. */
  duplicates: number;
  take(records: Item[]): Reply;
}

/** @param refuses which records it will never take, and says so one by one */
export function createIdStore(refuses: (record: Item) => boolean = () => false): IdStore {
  const rows = new Map<string, Item>();
  const order: string[] = [];
  const store: IdStore = {
    rows,
    order,
    duplicates: 0,
    take(records) {
      const rejected = records.filter(refuses).map(({ id }) => ({ id, reason: 'level: 1 to 8' }));
      let accepted = 0;
      for (const record of records) {
        if (refuses(record)) continue;
        const known = rows.get(record.id);
        if (known && (known.revision ?? 0) >= (record.revision ?? 0)) continue;
        if (!known) order.push(record.id);
        rows.set(record.id, record);
        accepted++;
      }
      const duplicates = records.length - rejected.length - accepted;
      store.duplicates += duplicates;
      return { status: 200, body: JSON.stringify({ accepted, duplicates, rejected }) };
    },
  };
  return store;
}
