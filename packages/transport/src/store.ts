import { promisifyRequest } from 'idb-keyval';

const RECORDS = 'records';
/** What takes longer has met one of the ways in which IndexedDB hangs. */
const HUNG_MS = 4_000;

/**
 * One durable transaction: resolves with the requests' results when all of them are on disk. Rejects where the
 * database refuses, or answers nothing for four seconds; the next one opens it anew.
 */
export type Log = (use: (store: IDBObjectStore) => IDBRequest[]) => Promise<unknown[]>;

/**
 * An append-only log in IndexedDB: keys are numbers that the database gives out, so the order is the order of
 * `add` in all tabs, whatever the clock says. Nothing is overwritten: a revision is one more row, and removing
 * an older row can never take a newer one with it.
 */
export const openLog = (name: string): Log => {
  let database: IDBDatabase | undefined;
  let opening: Promise<void> | undefined;

  const open = async () => {
    // No version: whatever an older or newer script has made is opened as it is.
    const request = indexedDB.open(name);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(RECORDS, { autoIncrement: true });
    database = await promisifyRequest(request);
    // Another tab may want to delete the database; a closed one is opened again below.
    database.onversionchange = () => database?.close();
  };
  const begin = () =>
    (database as IDBDatabase).transaction(RECORDS, 'readwrite', { durability: 'strict' });

  const run: Log = async (use) => {
    let transaction: IDBTransaction;
    try {
      // In this very task: the page may be going away.
      transaction = begin();
    } catch {
      // Never opened, or closed since: by us, by Safari on its own account, by clearing site data.
      await (opening ??= open().finally(() => (opening = undefined)));
      transaction = begin();
    }
    const requests = use(transaction.objectStore(RECORDS));
    // Without this, a record made right before a navigation is lost with the page in most runs.
    transaction.commit?.();
    await promisifyRequest(transaction);
    return requests.map(({ result }) => result);
  };
  return (use) =>
    Promise.race([
      run(use),
      new Promise<never>((_, reject) => setTimeout(() => reject((opening = undefined)), HUNG_MS)),
    ]);
};
