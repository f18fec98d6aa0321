import type { Kept, Refusal } from '@wayfelt/protocol';

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
 * What went wrong, for `onError`; nothing is lost by any of them.
 * `storage`: the browser refused to store, memory holds it. `network`: no answer. `blocked`: never an answer in
 * this page, so no timer tries again (an ad blocker, mostly). `status`: an answer that is no receipt.
 */
export type OutboxError = 'storage' | 'network' | 'blocked' | 'status';

export interface OutboxOptions {
  /** Takes `POST` of `{site, sdk, sentAt, records}` and answers with a receipt. */
  endpoint: string;
  /** Names the database too: outboxes of the same site share what waits. */
  site: string;
  /** The sender's version. */
  sdk: string;
  /** Default true. False stores nothing: what waits lives in memory. */
  persist?: boolean;
  /** The receiver has these ids, each told once by the page that sent them. */
  onDelivered?(ids: string[]): void;
  /** The receiver will never take these; they were removed. */
  onRefused?(refused: Refusal[]): void;
  onError?(code: OutboxError, cause?: unknown): void;
  /** Everything of the browser that the outbox uses; default `globalThis`. For tests and for workers. */
  page?: Page;
}

/** The part of `window` that the outbox uses. */
export interface Page {
  fetch(url: string, init: RequestInit): Promise<Response>;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(timer: never): void;
  addEventListener?(type: string, listener: () => void, options?: { signal: AbortSignal }): void;
  readonly Date: { now(): number; parse(text: string): number };
  readonly Math: { random(): number };
  readonly document?: { readonly visibilityState: string };
  readonly indexedDB?: IDBFactory;
  readonly localStorage?: Record<string, string>;
  readonly navigator?: { readonly locks?: LockManager };
  readonly CompressionStream?: typeof CompressionStream;
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
