import type { Kept, Refusal } from '@wayfelt/protocol';
import type { createCourier } from './courier.js';
import type { Log } from './store.js';

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
}

export interface LightOptions extends OutboxOptions {
  /** Brings `createCourier`: called when something waits that was not delivered at the first try. */
  courier(): Promise<typeof createCourier>;
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
}

/** What one request came to. */
export interface Answer {
  /** Absent: none at all; offline, blocked, cut off or timed out, a page cannot tell which. */
  response?: Response;
  /** What the body said in JSON; absent where it was none, so where somebody else than the receiver spoke. */
  word?: unknown;
  /** There was a receipt: the receiver has every record of the request but these. */
  rejected?: Refusal[];
}

/** What the outbox's two halves share. */
export interface Inside<R extends Item> {
  name: string;
  options: LightOptions;
  log: Log;
  /** Where in storage a record is: a promise while it is being written, nothing or 0 when only memory holds it. */
  places: WeakMap<R, number | Promise<number>>;
  /** What this page has not tried to send yet, and what only memory holds. */
  fresh: R[];
  persist: boolean;
  /** What was sent at once; nobody else sends it meanwhile. */
  flying?: Promise<Answer>;
  /** One request. Removes what the receipt covers, and takes back into `fresh` what only memory holds. */
  send(
    batch: R[],
    keepalive: boolean,
    pack?: (text: string) => Promise<string | Blob>,
  ): Promise<Answer>;
  /** The oldest after a key; all where no count is given. */
  read(after?: number, count?: number): Promise<R[]>;
  remove(records: R[]): Promise<void>;
  /** The receiver has spoken on each of these. */
  settle(batch: R[], rejected: Refusal[]): Promise<void>;
}

export interface Courier {
  silentMs(): number;
  /** Sees to it that there is a next try. */
  wake(): void;
  /** Tries now, whatever the waiting time. */
  hurry(): void;
  judge(batch: Item[], answer: Answer): Promise<boolean>;
  flush: Outbox['flush'];
}
