import { alone } from './lock.js';
import { post } from './post.js';
import { openLog } from './store.js';
import type { Item, Outbox, OutboxOptions, Trouble } from './types.js';

/** What happens within this time shares one request. */
const GATHER_MS = 3_000;
/** As many records as 64 KB hold (a rating has about 285 bytes). */
const MAX_RECORDS = 200;
/** In one task, and while the page goes away, uncompressed. */
const MAX_URGENT = 50;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
/** No Retry-After is believed beyond this: a clock that jumped back must not silence us for years. */
const LONGEST_SILENCE_MS = 86_400_000;
/** So many tries without any answer, and only an event (online, visible, a new record) makes another. */
const BLOCKED_AFTER = 8;
/** A write that takes longer has met one of the ways in which IndexedDB hangs. */
const HUNG_MS = 4_000;
/** After so many records of this page the bounds are checked again, when delivery fails. */
const CHECK_EVERY = 100;

/** The place of a record that memory alone held, once it has arrived. */
const DELIVERED = -1;

/**
 * An outbox: what is added is in IndexedDB when `add` resolves, and leaves it only on the receiver's own word.
 * Every record arrives at least once; the receiver keeps each id once.
 */
export const createOutbox = <R extends Item>(options: OutboxOptions): Outbox<R> => {
  const { site, onDelivered, onRefused, onError } = options;
  let { persist = true } = options;
  const name = `wayfelt:${site}`;
  const log = openLog(name);
  const listening = new AbortController();

  /** What this page has not tried to send yet, and what only memory holds. */
  let fresh: R[] = [];
  /** Where in storage a record is: a promise while it is being written, nothing or 0 when only memory holds it. */
  const places = new WeakMap<R, number | Promise<number>>();
  let added = CHECK_EVERY;
  let limit = MAX_RECORDS;
  /** Up to this key rows were tried alone and not taken; others get their turn first. */
  let skip = 0;
  let tries = 0;
  let waitMs = 0;
  let silentUntil = 0;
  let reason: Trouble | undefined;
  let timer: unknown;
  let draining: Promise<void> | undefined;
  /** What was sent at once; nobody else sends it meanwhile. */
  let flying: Promise<unknown> | undefined;
  /** What the last `clear` spared. */
  let spared: ((record: R) => boolean) | undefined;

  /** Retry-After holds for all tabs and over reloads, or where storage is refused for this page. */
  const silentMs = () => {
    try {
      if (persist) {
        const shared = +(localStorage[name] ?? 0);
        if (silentUntil > shared) localStorage[name] = silentUntil;
        else silentUntil = shared;
      }
    } catch {
      // Storage is blocked or full: then this page alone knows.
    }
    const ms = silentUntil - Date.now();
    return ms > 0 && ms < LONGEST_SILENCE_MS ? ms : 0;
  };

  const rest = () => {
    clearTimeout(timer as number);
    timer = 0;
  };
  const wake = () => {
    timer ||= setTimeout(drain, Math.max(GATHER_MS, waitMs, silentMs()));
  };

  const isInMemory = (record: R) => !places.get(record);
  /** NaN while it is being written. */
  const keyOf = (record: R) => Number(places.get(record));
  const written = (records: R[]) => Promise.all(records.map((record) => places.get(record)));

  const write = (record: R) => {
    const place = Promise.race([
      log((store) => [store.add(record)]),
      new Promise<[]>((_, reject) => setTimeout(reject, HUNG_MS)),
    ])
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
  /** The oldest after a key. */
  const read = async (after = 0, count?: number): Promise<R[]> => {
    if (!persist) return [];
    const range = IDBKeyRange.lowerBound(after, true);
    const [keys, records] = (await log((store) => [
      store.getAllKeys(range, count),
      store.getAll(range, count),
    ]).catch(() => [[], []])) as [number[], R[]];
    records.forEach((record, i) => places.set(record, keys[i] ?? 0));
    return records;
  };
  const isStored = (record: R) => keyOf(record) > 0;
  /** Touches no database where none of them is stored: nothing may be made there without consent. */
  const remove = async (records: R[]) => {
    const stored = records.filter(isStored);
    if (stored[0]) await log((store) => stored.map((record) => store.delete(keyOf(record))));
  };

  /** Sends one request and acts on the answer. True: go on at once. */
  const send = async (batch: R[], urgent: boolean) => {
    const sparedBefore = spared;
    const { status, rejected, retryAfter } = await post(options, batch, urgent);
    await written(batch);
    if (rejected) {
      tries = waitMs = 0;
      reason = undefined;
      limit = Math.min(limit * 2, MAX_RECORDS);
      onDelivered?.(
        batch.map(({ id }) => id).filter((id) => rejected.every((refusal) => refusal.id !== id)),
      );
      if (rejected[0]) onRefused?.(rejected);
      await remove(batch);
      for (const record of batch) if (isInMemory(record)) places.set(record, DELIVERED);
      return true;
    }
    // Told so by somebody who does not speak for the receiver: let the next one have its turn.
    const isOdd = !batch[1] && status > 399 && status < 501;
    if (isOdd) skip = Math.max(...batch.map(keyOf));
    fresh[isOdd ? 'push' : 'unshift'](
      ...batch.filter(
        (record) => isInMemory(record) && (spared === sparedBefore || spared?.(record)),
      ),
    );
    limit = Math.ceil(batch.length / 2);
    if (status === 413 && batch[1]) return true;
    if (retryAfter) {
      silentUntil = +retryAfter ? Date.now() + +retryAfter * 1_000 : Date.parse(retryAfter);
    }
    waitMs = Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries++);
    reason = status || (tries < BLOCKED_AFTER ? 'network' : 'blocked');
    onError?.(reason);
    rest();
    if (reason !== 'blocked') wake();
  };

  /** Delivery failed. Loaded only then, since bounds are reached where something is wrong for long. */
  const keepBounds = async () => {
    if (added < CHECK_EVERY || !options.room) return;
    added = 0;
    const makeRoom = await options.room();
    const { gone, loss } = await makeRoom(persist ? log : undefined, fresh.filter(isInMemory));
    fresh = [...fresh.filter((record) => !gone.includes(record)), ...loss];
  };

  /** Sends the oldest that wait, in one request. True: there may be more. */
  const step = async () => {
    if (silentMs()) {
      reason = 'silenced';
      return wake();
    }
    await written(fresh);
    const batch = [...(await read(skip, limit)), ...fresh.filter(isInMemory)].slice(0, limit);
    // What is stored needs no second place in memory.
    fresh = fresh.filter((record) => !isStored(record) && !batch.includes(record));
    if (batch[0]) return (await send(batch, false)) || keepBounds();
    if (skip) wake();
    skip = 0;
  };

  const drain = () => {
    rest();
    return (draining ??= (async () => {
      try {
        do await flying;
        while (await alone(name, step));
      } catch (cause) {
        // Delivered, but storage would not let go of it: it is sent again later and the receiver knows the id.
        onError?.('storage', cause);
      }
      draining = undefined;
    })());
  };

  /** In this very task, what this page has not tried yet; storage may not even have answered. */
  const sendNow = async () => {
    if (!fresh[0] || silentMs()) return wake();
    flying = send(fresh.splice(-MAX_URGENT), true).catch(() => true);
    if (await flying) {
      rest();
      wake();
    }
  };

  const hurry = ({ type }: Event) => {
    if (document.hidden || type === 'pagehide') return sendNow();
    waitMs = 0;
    return drain();
  };
  for (const type of ['online', 'pagehide', 'visibilitychange']) {
    addEventListener(type, hurry, listening);
  }
  wake();

  return {
    async add(record, { urgent } = {}) {
      added++;
      fresh.push(record);
      if (persist) write(record);
      // In a hidden page there may be no later, but what happens in one task still shares a request.
      const sent = urgent ? sendNow() : document.hidden ? Promise.resolve().then(sendNow) : wake();
      if (await places.get(record)) return 'kept';
      await sent;
      return isInMemory(record) ? 'memory' : 'delivered';
    },
    async flush() {
      waitMs = 0;
      await draining;
      await drain();
      const waiting = (await read()).length + fresh.filter(isInMemory).length;
      return waiting ? { waiting, reason: String(reason) } : { waiting };
    },
    async clear(keep = () => false) {
      spared = keep;
      fresh = fresh.filter(keep);
      await remove((await read()).filter((record) => !keep(record))).catch(() => 0);
    },
    async setPersist(wanted) {
      const stored = await read();
      persist = wanted;
      await written(fresh);
      fresh = fresh.filter((record) => !isStored(record));
      if (wanted) fresh.filter(isInMemory).forEach(write);
      else {
        await remove(stored).catch(() => 0);
        stored.forEach((record) => places.delete(record));
        fresh.unshift(...stored);
      }
    },
    stop() {
      listening.abort();
      rest();
    },
  };
};
