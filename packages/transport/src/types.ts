import type { Kept, Refusal } from '@wayfelt/protocol';
import type { makeRoom } from './room.js';

export type MakeRoom = typeof makeRoom;

/** What the outbox carries: anything with an id. Further fields are the receiver's business. */
export interface Item {
  /** Made once, when the thing happened; the receiver keeps each id once. */
  id: string;
  /** Decides what is dropped first when the outbox is full. */
  type?: string;
  /** The same id again with a higher revision replaces what the receiver has. */
  revision?: number;
}

/**
 * Why records wait. `storage`: the browser refused to store, so only memory holds them. `network`: no answer.
 * `blocked`: still none after eight tries (an ad blocker, mostly): no timer tries again, only an event does.
 * `silenced`: the receiver asked to be left alone. A number: the status of an answer that is no receipt.
 */
export type Trouble = 'storage' | 'network' | 'blocked' | 'silenced' | number;

export interface OutboxOptions {
  /** Takes `POST` of `{site, sdk, sentAt, records}` and answers with a receipt. */
  endpoint: string;
  /** Names the database too: outboxes of the same site in the same origin share what waits. */
  site: string;
  /** The sender's version. */
  sdk: string;
  /** Default true. False stores nothing: what waits lives in memory. */
  persist?: boolean;
  /** The receiver has these ids; told by the page that sent them, to that page. */
  onDelivered?(ids: string[]): void;
  /** The receiver will never take these; they were removed. */
  onRefused?(refused: Refusal[]): void;
  /** Something did not work and will be tried again; nothing is lost by it. */
  onError?(code: Trouble, cause?: unknown): void;
  /**
   * Gives `makeRoom`, which keeps the outbox within bounds; asked for when delivery fails:
   * `() => Promise.resolve(makeRoom)`, or an `import()` of it. Without it what waits is bounded only by the browser.
   */
  room?(): Promise<MakeRoom>;
}

export interface Outbox<R extends Item = Item> {
  /** Resolves when the record is durable, or says where it is instead; never rejects. `urgent` is sent at once too. */
  add(record: R, options?: { urgent?: boolean }): Promise<Kept>;
  /** Tries now. Resolves with how many records still wait and why. */
  flush(): Promise<{ waiting: number; reason?: string }>;
  /** Erases what waits, here and in storage, except what `keep` says must still arrive. */
  clear(keep?: (record: R) => boolean): Promise<void>;
  /** Moves what waits into storage, or out of it. */
  setPersist(persist: boolean): Promise<void>;
  /** Ends listening and timers; what is stored stays for the next page. */
  stop(): void;
}
