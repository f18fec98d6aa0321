import { LIMITS, type Refusal } from '@wayfelt/protocol';
import { alone } from './lock.js';
import { makeRoom } from './room.js';
import type { Answer, Courier, Inside, Item, Trouble } from './types.js';

/** What happens within this time shares one request. */
const GATHER_MS = 3_000;
/** As many records as 64 KB hold (a rating has about 285 bytes). */
const MAX_RECORDS = 200;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 300_000;
/** No Retry-After is believed beyond this: a clock that jumped back must not silence us for years. */
const LONGEST_SILENCE_MS = 86_400_000;
/** So many tries without any answer, and only an event (online, visible, a new record) makes another. */
const BLOCKED_AFTER = 8;
/** Compressing less than about one network packet saves nothing. */
const GZIP_FROM = 1_400;
/** Failed tries between two looks at the bounds, which read all that waits. */
const BOUND_EVERY = 10;
/** Room for `site`, `sdk` and `sentAt` around the records. */
const HEAD_BYTES = 512;
/** Statuses by which the receiver says that the request itself is at fault. */
const CONDEMNING = [400, 413, 422];

/**
 * Takes over what did not arrive at the first try, from this page or an earlier one: reads from storage, sends, and
 * removes on the receiver's word, one tab at a time, for as long as it takes.
 */
export const createCourier = <R extends Item>(inside: Inside<R>): Courier => {
  const { name, options, log, places } = inside;
  let limit = MAX_RECORDS;
  /** Up to this key rows were tried alone and not taken; others get their turn first. */
  let skip = 0;
  let tries = 0;
  let waitMs = 0;
  let silentUntil = 0;
  let reason: Trouble | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let draining: Promise<void> | undefined;

  const isInMemory = (record: R) => !places.get(record);
  const isStored = (record: R) => Number(places.get(record)) > 0;

  /** Retry-After holds for all tabs and over reloads, or where storage is refused for this page. */
  const silentMs = () => {
    try {
      if (inside.persist) {
        const shared = Number(localStorage[name] ?? 0);
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
    clearTimeout(timer);
    timer = undefined;
  };
  const wake = () => {
    timer ??= setTimeout(drain, Math.max(GATHER_MS, waitMs, silentMs()));
  };

  /** True: go on at once. Else the next try is set. */
  const judge = async (batch: R[], { response, word, rejected }: Answer): Promise<boolean> => {
    const status = response?.status ?? 0;
    const isAlone = batch.length === 1;
    const isCondemned = CONDEMNING.includes(status);
    // Only the receiver itself may condemn a record: a portal or proxy on the way does not speak JSON.
    if (isAlone && isCondemned && word) {
      await inside.settle(batch, refusals(batch, status));
      inside.fresh = inside.fresh.filter((record) => !batch.includes(record));
      rejected = [];
    }
    if (rejected) {
      tries = 0;
      waitMs = 0;
      reason = undefined;
      limit = Math.min(limit * 2, MAX_RECORDS);
      rest();
      wake();
      return true;
    }
    limit = Math.ceil(batch.length / 2);
    if (!isAlone && (status === 413 || (isCondemned && word))) {
      wake();
      return true;
    }
    if (isAlone && status >= 400 && status <= 500) giveOthersTheirTurn(batch);
    const retryAfter = response?.headers.get('Retry-After');
    if (retryAfter) {
      const seconds = Number(retryAfter);
      silentUntil = seconds ? Date.now() + seconds * 1_000 : Date.parse(retryAfter);
    }
    const ceilingMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries++);
    waitMs = Math.random() * ceilingMs;
    reason = status || (tries <= BLOCKED_AFTER ? 'network' : 'blocked');
    options.onError?.(reason);
    rest();
    if (reason !== 'blocked') wake();
    return false;
  };

  /** Refused by somebody who does not speak for the receiver (a firewall that dislikes a word): never dropped for it. */
  const giveOthersTheirTurn = (batch: R[]) => {
    const [record] = batch;
    if (record && isStored(record)) skip = Number(places.get(record));
    else inside.fresh = [...inside.fresh.filter((other) => other !== record), ...batch];
  };

  /** Sends the oldest that wait, in one request. True: there may be more. */
  const step = async (): Promise<boolean> => {
    if (silentMs() > 0) {
      reason = 'silenced';
      wake();
      return false;
    }
    await Promise.all(inside.fresh.map((record) => places.get(record)));
    const stored = await inside.read(skip, limit);
    const batch = fitting([...stored, ...inside.fresh.filter(isInMemory)].slice(0, limit));
    // What is stored needs no second place in memory.
    inside.fresh = inside.fresh.filter((record) => !isStored(record) && !batch.includes(record));
    if (batch.length > 0)
      return (await judge(batch, await inside.send(batch, false, pack))) || bound();
    if (skip > 0) wake();
    skip = 0;
    return false;
  };

  const bound = async () => {
    if (tries % BOUND_EVERY !== 1) return false;
    const { gone, loss } = await makeRoom(
      inside.persist ? log : undefined,
      inside.fresh.filter(isInMemory),
    );
    inside.fresh = [...inside.fresh.filter((record) => !gone.includes(record)), ...loss];
    return false;
  };

  const drain = () => {
    rest();
    return (draining ??= (async () => {
      try {
        do await inside.flying;
        while (await alone(name, step));
      } catch (cause) {
        // Delivered, but storage would not let go of it: it is sent again later and the receiver knows the id.
        options.onError?.('storage', cause);
      }
      draining = undefined;
    })());
  };

  wake();
  return {
    silentMs,
    wake,
    judge,
    hurry() {
      waitMs = 0;
      skip = 0;
      void drain();
    },
    async flush() {
      waitMs = 0;
      skip = 0;
      await draining;
      await drain();
      const waiting = (await inside.read()).length + inside.fresh.filter(isInMemory).length;
      return waiting > 0 ? { waiting, reason: String(reason) } : { waiting };
    },
  };
};

/** As many of them as one request may carry, the first at least: whether that is too large, the receiver says. */
const fitting = <R extends Item>(batch: R[]): R[] => {
  let n = batch.length;
  const bytes = () => new Blob([JSON.stringify(batch.slice(0, n))]).size + HEAD_BYTES;
  while (n > 1 && bytes() > LIMITS.batchBytes) n = n >> 1;
  return batch.slice(0, n);
};

const refusals = (batch: Item[], status: number): Refusal[] =>
  batch.map(({ id }) => ({ id, reason: `status ${status}` }));

/** Compressed where it pays. No header says so, which would cost a preflight: gzip is known by its first bytes. */
const pack = async (text: string): Promise<string | Blob> =>
  text.length > GZIP_FROM && self.CompressionStream
    ? new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')), {
        headers: { 'Content-Type': 'text/plain' },
      }).blob()
    : text;
