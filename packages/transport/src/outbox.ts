import { delMany, type UseStore } from 'idb-keyval';
import type { Kept, Refusal } from '@wayfelt/protocol';
import { alone } from './lock.js';
import { post, type Answer } from './post.js';
import { append, erase, openLog, read } from './store.js';
import type { Item, Outbox, OutboxError, OutboxOptions, Page } from './types.js';

/** What happened within this time shares one request. */
const GATHER_MS = 3_000;
/** As many records as 64 KB hold (a rating has about 285 bytes). */
const MAX_RECORDS = 200;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
/** So many tries without any answer at all, and only an event (online, visible, a new record) makes another. */
const BLOCKED_AFTER = 8;
/** A write that takes longer has met one of the ways in which IndexedDB hangs. */
const STORE_MS = 4_000;

/** A record that this page holds in memory: not tried yet, or refused by storage. */
interface Row<R> {
  record: R;
  /** Absent while being written, null when storage refused it. */
  key?: number | null;
  written?: Promise<unknown>;
}

/**
 * An outbox: what is added is in IndexedDB when `add` resolves, and leaves it only on the receiver's own word.
 * Every record arrives at least once; the receiver keeps each id once.
 */
export const createOutbox = <R extends Item>(options: OutboxOptions): Outbox<R> => {
  const page: Page = options.page ?? globalThis;
  const name = `wayfelt:${options.site}`;
  const log: UseStore = openLog(name, page);
  const listening = new AbortController();

  let persist = options.persist ?? true;
  /** What this page has not tried to send yet, and what only memory holds. */
  let fresh: Row<R>[] = [];
  let limit = MAX_RECORDS;
  let skipTo = 0;
  let tries = 0;
  let answered = false;
  let notBefore = 0;
  let silentUntil = 0;
  let reason: string | undefined;
  let timer: unknown;
  let timerAt = Infinity;
  let draining: Promise<void> | undefined;

  const now = () => page.Date.now();
  const tell = (code: OutboxError, cause?: unknown) => options.onError?.(code, cause);

  /** Told by the receiver (Retry-After); shared by all tabs and kept over reloads, where storage is allowed. */
  const silence = (until?: number): number => {
    try {
      const shared = page.localStorage;
      if (persist && shared) {
        if (until) shared[name] = String(until);
        silentUntil = Math.max(silentUntil, Number(shared[name] ?? 0));
      }
    } catch {
      // Storage is blocked: then this page alone knows.
    }
    return (silentUntil = Math.max(silentUntil, until ?? 0));
  };

  const wake = (afterMs: number) => {
    const at = Math.max(now() + afterMs, notBefore, silence());
    if (at >= timerAt || listening.signal.aborted) return;
    page.clearTimeout(timer as never);
    timerAt = at;
    timer = page.setTimeout(() => {
      timerAt = Infinity;
      void drain();
    }, at - now());
  };

  const write = (row: Row<R>): Promise<unknown> => {
    let hung: unknown;
    return Promise.race([
      append(log, row.record).then((key) => (row.key = key)),
      new Promise((_, reject) => {
        hung = page.setTimeout(() => reject(new Error('IndexedDB hangs')), STORE_MS);
      }),
    ])
      .catch((cause: unknown) => {
        row.key = null;
        tell('storage', cause);
      })
      .finally(() => page.clearTimeout(hung as never));
  };

  /** Acts on an answer. True: go on at once. */
  const settle = async (batch: Row<R>[], answer: Answer): Promise<boolean> => {
    const { status, receipt, own } = answer;
    const tooMuch = status === 413 || (own && (status === 400 || status === 422));
    let refused: Refusal[] | undefined = receipt?.rejected;
    if (own && tooMuch && batch.length === 1) {
      refused = batch.map(({ record: { id } }) => ({ id, reason: `status ${status}` }));
    }
    answered ||= status > 0;
    if (refused) {
      tries = 0;
      notBefore = 0;
      reason = undefined;
      limit = Math.min(limit * 2, MAX_RECORDS);
      await Promise.all(batch.map((row) => row.written));
      const keys = batch.flatMap(({ key }) => key ?? []);
      if (keys.length) await delMany(keys, log);
      const lost = new Set(refused.map(({ id }) => id));
      const ids = [...new Set(batch.map(({ record }) => record.id))].filter((id) => !lost.has(id));
      if (ids.length) options.onDelivered?.(ids);
      if (refused.length) options.onRefused?.(refused);
      return true;
    }
    fresh = [...batch.filter((row) => row.key === null), ...fresh];
    if (batch.length === 1 && status >= 400 && status <= 500) skipTo = batch[0]?.key ?? skipTo;
    limit = Math.max(1, batch.length >> 1);
    if (tooMuch && batch.length > 1) return true;
    reason = status ? `status ${status}` : 'network';
    if (answer.waitMs) silence(now() + answer.waitMs);
    tries++;
    notBefore = now() + page.Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
    const blocked = !answered && tries >= BLOCKED_AFTER;
    tell(blocked ? 'blocked' : status ? 'status' : 'network', status);
    if (!blocked) wake(0);
    return false;
  };

  /** Sends the oldest that wait, in one request. True: there may be more. */
  const step = async (): Promise<boolean> => {
    if (silence() > now()) {
      reason = 'silenced';
      wake(0);
      return false;
    }
    const [keys, stored] = persist
      ? await read(log, skipTo, limit).catch(() => [[], []])
      : [[], []];
    const taken = new Set(keys);
    const batch: Row<R>[] = [
      ...stored.map((record, i) => ({ record: record as R, key: keys[i] ?? 0 })),
      ...fresh.filter(({ key }) => key === null),
    ].slice(0, limit);
    fresh = fresh.filter((row) => !batch.includes(row) && !(row.key && taken.has(row.key)));
    if (batch.length)
      return settle(
        batch,
        await post(
          batch.map(({ record }) => record),
          false,
          options,
          page,
        ),
      );
    const again = skipTo > 0;
    skipTo = 0;
    if (again) wake(FIRST_WAIT_MS);
    return false;
  };

  const drain = (): Promise<void> =>
    (draining ??= (async () => {
      try {
        while (await alone(name, page, step));
      } catch (cause) {
        // Delivered, but storage would not remove it: it is sent again later and the receiver knows the id.
        tell('storage', cause);
      }
      draining = undefined;
    })());

  /** In this very task, with what this page has not tried yet, before storage has answered. */
  const sendNow = async () => {
    if (silence() > now() || !fresh.length) return;
    const batch = fresh;
    fresh = [];
    const answer = await post(
      batch.map(({ record }) => record),
      true,
      options,
      page,
    );
    await Promise.all(batch.map((row) => row.written));
    if (await settle(batch, answer).catch(() => false)) wake(0);
  };

  const hurry = () => {
    if (page.document?.visibilityState === 'hidden') return void sendNow();
    notBefore = 0;
    void drain();
  };
  const on = (type: string, target: Page['addEventListener']) =>
    target?.(type, hurry, { signal: listening.signal });
  on('online', page.addEventListener?.bind(page));
  on('pagehide', page.addEventListener?.bind(page));
  on('visibilitychange', page.addEventListener?.bind(page));
  wake(GATHER_MS);

  return {
    async add(record, { urgent } = {}): Promise<Kept> {
      const row: Row<R> = { record };
      fresh.push(row);
      if (persist) row.written = write(row);
      else row.key = null;
      const sent =
        urgent || page.document?.visibilityState === 'hidden' ? sendNow() : wake(GATHER_MS);
      await row.written;
      if (row.key) return 'kept';
      await sent;
      return fresh.includes(row) ? 'memory' : 'delivered';
    },
    async flush() {
      await Promise.all(fresh.map((row) => row.written));
      notBefore = 0;
      await draining;
      await drain();
      const [keys] = persist ? await read(log, 0, 1e6).catch(() => [[]]) : [[]];
      const waiting = keys.length + fresh.filter(({ key }) => key === null).length;
      return waiting ? { waiting, reason: reason ?? 'waiting' } : { waiting };
    },
    async clear(keep = () => false) {
      fresh = fresh.filter(({ record }) => keep(record));
      await erase(log, keep as (record: Item) => boolean).catch(() => undefined);
    },
    async setPersist(wanted) {
      if (wanted === persist) return;
      persist = wanted;
      if (wanted) {
        await Promise.all(fresh.map((row) => (row.written = write(row))));
      } else {
        const [, stored] = await read(log, 0, 1e6).catch(() => [[], []]);
        fresh = stored.map((record) => ({ record: record as R, key: null }));
        await erase(log, () => false).catch(() => undefined);
      }
    },
    stop() {
      listening.abort();
      page.clearTimeout(timer as never);
    },
  };
};
