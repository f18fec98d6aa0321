import { openLog } from './store.js';
import type { Answer, Courier, Inside, Item, LightOptions, Outbox } from './types.js';

/** What happens within this time shares one request. */
const GATHER_MS = 3_000;
/** In one task, and while the page goes away. */
const MAX_AT_ONCE = 50;
/** Longer than a slow phone network needs for 64 KB, shorter than anyone's patience with a hung server. */
const TIMEOUT_MS = 20_000;
/** Who could not be downloaded is called again after this. */
const RELOAD_MS = 30_000;
/** The place of a record that memory alone held, once it has arrived. */
const DELIVERED = -1;

/**
 * The half of an outbox that every page needs: it stores, and sends once. What does not arrive at the first try, and
 * what an earlier page left, is the courier's, who is downloaded then.
 */
export const createLightOutbox = <R extends Item>(options: LightOptions): Outbox<R> => {
  const { endpoint, site, sdk, onDelivered, onRefused, onError } = options;
  const name = `wayfelt:${site}`;
  const log = openLog(name);
  const places = new WeakMap<R, number | Promise<number>>();
  let timer: unknown;
  let hired: Promise<unknown> | undefined;
  let courier: Courier | undefined;
  /** Whether an earlier page has left something. */
  let isKnown = false;
  /** What the last `clear` spared. */
  let spared: ((record: R) => boolean) | undefined;

  const isInMemory = (record: R) => !places.get(record);

  const write = (record: R) => {
    const place = log((store) => [store.add(record)])
      .catch((cause) => {
        onError?.('storage', cause);
        return [0];
      })
      .then(([key]) => {
        places.set(record, key as number);
        return key as number;
      });
    places.set(record, place);
  };

  const inside: Inside<R> = {
    name,
    options,
    log,
    places,
    fresh: [],
    persist: options.persist !== false,

    /** One POST, a simple request, so no preflight. Without `pack` it goes out in this very task. */
    async send(batch, keepalive, pack) {
      const answer: Answer = {};
      const sparedBefore = spared;
      try {
        const text = JSON.stringify({ site, sdk, sentAt: Date.now(), records: batch });
        answer.response = await fetch(endpoint, {
          method: 'POST',
          body: pack ? await pack(text) : text,
          keepalive,
          credentials: 'omit',
          signal: AbortSignal.timeout?.(TIMEOUT_MS),
        });
        // Every body is read: on Chromium an unread one keeps its share of the keepalive quota.
        const word = (answer.word = JSON.parse(await answer.response.text()));
        // One sum checks the shape too: anything that is no receipt makes it NaN or text, or throws.
        if (word.accepted + word.duplicates + word.rejected.length === batch.length) {
          answer.rejected = word.rejected;
        }
      } catch {
        // Then there is no receipt, and the records stay.
      }
      await Promise.all(batch.map((record) => places.get(record)));
      if (answer.rejected) await inside.settle(batch, answer.rejected);
      else {
        const isErased = (record: R) => spared !== sparedBefore && !spared?.(record);
        inside.fresh.unshift(...batch.filter((record) => isInMemory(record) && !isErased(record)));
      }
      return answer;
    },

    async read(after = 0, count) {
      if (!inside.persist) return [];
      const range = IDBKeyRange.lowerBound(after, true);
      const [keys, records] = (await log((store) => [
        store.getAllKeys(range, count),
        store.getAll(range, count),
      ]).catch(() => [[], []])) as [number[], R[]];
      records.forEach((record, i) => places.set(record, keys[i] as number));
      return records;
    },
    /** Touches no database where none of them is stored: nothing may be made there without consent. */
    async remove(records) {
      // Looked up now: where they are may be forgotten before the database is open.
      const keys = records.map((record) => places.get(record) as number).filter(Boolean);
      if (keys[0]) await log((store) => keys.map((key) => store.delete(key)));
    },
    async settle(batch, rejected) {
      await inside.remove(batch);
      for (const record of batch) if (isInMemory(record)) places.set(record, DELIVERED);
      const ids = batch.map(({ id }) => id);
      onDelivered?.(ids.filter((id) => rejected.every((refusal) => refusal.id !== id)));
      if (rejected[0]) onRefused?.(rejected);
    },
  };

  const hire = () =>
    (hired ??= options.courier().then(
      (create) => (courier = create(inside as unknown as Inside<Item>)),
      () => {
        hired = undefined;
        isKnown = false;
        timer ??= setTimeout(look, RELOAD_MS);
      },
    ));
  const wake = () => {
    if (courier) courier.wake();
    else timer ??= setTimeout(look, GATHER_MS);
  };

  /** In this very task, what this page has not tried yet; storage may not even have answered. */
  const sendNow = async () => {
    if (!inside.fresh[0]) return;
    if (isSilent()) return hire().then(wake);
    const batch = inside.fresh.splice(-MAX_AT_ONCE);
    const answer = await (inside.flying = inside.send(batch, true).catch((): Answer => ({})));
    if (courier || !answer.rejected) {
      await hire();
      courier?.judge(batch, answer).catch(() => 0);
    }
  };

  const isSilent = () => {
    try {
      return courier ? courier.silentMs() : inside.persist && localStorage[name] > Date.now();
    } catch {
      return false; // storage is blocked, so nobody has left a note
    }
  };

  const look = async () => {
    timer = undefined;
    await (inside.fresh[MAX_AT_ONCE] ? hire() : sendNow());
    if (!inside.persist || isKnown) return;
    isKnown = true;
    const [left] = await log((store) => [store.count(IDBKeyRange.lowerBound(1))]).catch(() => []);
    if (left) await hire();
  };

  const hurry = ({ type }: Event) => {
    if (document.hidden || type === 'pagehide') return sendNow();
    return courier ? courier.hurry() : look();
  };
  for (const type of ['online', 'pagehide', 'visibilitychange']) {
    addEventListener(type, hurry);
  }
  wake();

  return {
    async add(record, { urgent } = {}) {
      inside.fresh.push(record);
      if (inside.persist) write(record);
      // In a hidden page there may be no later, but what happens in one task still shares a request.
      const sent = urgent ? sendNow() : document.hidden ? Promise.resolve().then(sendNow) : wake();
      if (await places.get(record)) return 'kept';
      await sent;
      return isInMemory(record) ? 'memory' : 'delivered';
    },
    async flush() {
      await hire();
      if (courier) return courier.flush();
      const waiting = (await inside.read()).length + inside.fresh.filter(isInMemory).length;
      return { waiting, reason: 'network' };
    },
    async clear(keep = () => false) {
      const isErased = (record: R) => !keep(record);
      spared = keep;
      inside.fresh = inside.fresh.filter(keep);
      await inside.remove((await inside.read()).filter(isErased)).catch(() => 0);
    },
    async setPersist(persist) {
      // Begun while storage may be read, and after all writes; what is added from here on goes where it now belongs.
      const reading = inside.read();
      inside.persist = persist;
      const stored = await reading;
      // It may have been changed again meanwhile.
      if (inside.persist) inside.fresh.filter(isInMemory).forEach(write);
      else {
        // What memory holds of the stored ones was read with them.
        inside.fresh = [...stored, ...inside.fresh.filter(isInMemory)];
        void inside.remove(stored).catch(() => 0);
        // At once: the courier drops from memory what it takes for stored.
        stored.map((record) => places.delete(record));
      }
      wake();
    },
  };
};
