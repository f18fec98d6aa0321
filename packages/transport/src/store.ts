import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Item, Page } from './types.js';

const RECORDS = 'records';

/**
 * An append-only log in IndexedDB: keys are numbers that the database gives out, so the order is the order of
 * `add` in all tabs, whatever the clock says. Nothing is overwritten: a revision is one more row, and removing
 * an older row can never take a newer one with it.
 */
export const openLog = (name: string, page: Page): UseStore => {
  let opening: Promise<IDBDatabase> | undefined;
  const reset = () => (opening = undefined);

  const open = async (): Promise<IDBDatabase> => {
    if (!page.indexedDB) throw new Error('no IndexedDB');
    // No version: whatever an older or newer script has made is opened as it is.
    const request = page.indexedDB.open(name);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(RECORDS, { autoIncrement: true });
    const database = await promisifyRequest(request);
    // Safari closes connections by itself; another tab may want to delete the database.
    database.addEventListener('close', reset);
    database.addEventListener('versionchange', () => {
      reset();
      database.close();
    });
    return database;
  };
  const transact = async (mode: IDBTransactionMode) => {
    opening ??= open();
    const database = await opening.catch((cause: unknown) => {
      reset();
      throw cause;
    });
    return database.transaction(RECORDS, mode, { durability: 'strict' });
  };

  return async (mode, use) => {
    const transaction = await transact(mode).catch(() => {
      reset();
      return transact(mode);
    });
    return use(transaction.objectStore(RECORDS));
  };
};

/** Resolves with the row's key when the record is on disk. */
export const append = (log: UseStore, record: Item): Promise<number> =>
  log('readwrite', (store) => {
    const request = store.add(record);
    // Without this, a record made right before a navigation is lost with the page in most runs.
    store.transaction.commit?.();
    return promisifyRequest(store.transaction).then(() => Number(request.result));
  });

/** The oldest rows after a key. */
export const read = (log: UseStore, after: number, limit: number): Promise<[number[], Item[]]> =>
  log('readonly', (store) => {
    const range = IDBKeyRange.lowerBound(after, true);
    return Promise.all([
      promisifyRequest(store.getAllKeys(range, limit) as IDBRequest<number[]>),
      promisifyRequest(store.getAll(range, limit) as IDBRequest<Item[]>),
    ]);
  });

/** Removes every row that is not to be kept, in one transaction. */
export const erase = (log: UseStore, keep: (record: Item) => boolean): Promise<unknown> =>
  log('readwrite', (store) => {
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (!keep(cursor.value)) cursor.delete();
      cursor.continue();
    };
    return promisifyRequest(store.transaction);
  });
