import { setImmediate as turn } from 'node:timers/promises';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type {
  createCourier,
  createLightOutbox,
  Item,
  Outbox,
  OutboxOptions,
} from '@wayfelt/transport';

/** What the outbox's bundle gives. */
interface Bundle {
  createLightOutbox: typeof createLightOutbox;
  createCourier: typeof createCourier;
}

export interface Reply {
  status: number;
  body?: string;
  headers?: Record<string, string>;
  /** How long it takes, virtual milliseconds. */
  afterMs?: number;
  /** The connection breaks instead of an answer. */
  broken?: boolean;
}
export type Handler = (records: Item[], text: string) => Reply;

type Callback = () => void;

/**
 * A browser in a box: virtual time, tabs that can be hidden, frozen, closed and killed, one IndexedDB (a real
 * implementation, in memory), one localStorage, one lock manager. Any fault at any moment, thousands of times a second.
 */
export interface World {
  now(): number;
  /** What every clock of the visitor's machine shows beside the true time. */
  jumpClock(ms: number): void;
  openTab(options?: Partial<OutboxOptions>): Tab;
  /** Lets virtual time pass, and everything happen that is due. */
  pass(ms: number): Promise<void>;
  /** In this share of cases the outbox's second half cannot be downloaded. */
  loseDownloads(share: number): void;
  /** Every write is refused, as on a full disk. */
  refuseWrites(refused: boolean): void;
  /** The database answers nothing any more, as Safari's does at times; or it answers again. */
  hangStorage(isHung: boolean): void;
  /** Closes all connections, as Safari does on its own account. */
  closeConnections(): void;
  databases: IDBFactory;
  requests: { at: number; tab: number; ids: string[] }[];
}

export interface Tab {
  outbox: Outbox;
  readonly alive: boolean;
  hide(): void;
  show(): void;
  freeze(): void;
  thaw(): void;
  /** As closing a tab or following a link: the page gets to say good-bye. */
  close(): void;
  /** As a crash: nothing more of it happens, and unfinished transactions may be gone. */
  kill(): void;
  online(): void;
}

const START = Date.UTC(2026, 10, 22);
/** Turns of the event loop in which IndexedDB and promises come to rest. */
const TURNS = 40;

export function createWorld(
  code: string,
  handle: Handler,
  random: () => number = Math.random,
): World {
  let time = START;
  let clockOffset = 0;
  let tabs = 0;
  let writesRefused = false;
  let hung = false;
  let missing = 0;
  const due: { at: number; order: number; run: Callback; tab: TabState }[] = [];
  let order = 0;
  const databases = new IDBFactory();
  const storage: Record<string, unknown> = {};
  const connections = new Set<IDBDatabase>();
  const locks = createLocks();
  const requests: World['requests'] = [];

  const now = () => time + clockOffset;

  const later = (tab: TabState, run: Callback, ms: number) => {
    const event = { at: time + Math.max(0, Math.min(ms, 2 ** 31)), order: order++, run, tab };
    due.push(event);
    return event;
  };

  const rest = async () => {
    for (let i = 0; i < TURNS; i++) await turn();
  };

  const openTab: World['openTab'] = (options = {}) => {
    const tab: TabState = {
      number: ++tabs,
      alive: true,
      frozen: false,
      waiting: [],
      hidden: false,
    };
    const target = new EventTarget();
    const transactions = new Set<IDBTransaction>();
    /** Runs now, or after thawing, or never. */
    const enter = (run: Callback) => {
      if (!tab.alive) return;
      if (tab.frozen) tab.waiting.push(run);
      else run();
    };
    const indexedDB = {
      open(name: string) {
        if (hung) return new EventTarget();
        const request = databases.open(name);
        request.addEventListener('success', () => {
          const database = request.result;
          connections.add(database);
          const begin = database.transaction.bind(database);
          database.transaction = (...args: Parameters<typeof begin>) => {
            if (!tab.alive) throw new DOMException('The tab is gone.', 'InvalidStateError');
            const transaction = begin(...args);
            transactions.add(transaction);
            transaction.addEventListener('complete', () => transactions.delete(transaction));
            if (writesRefused) refuse(transaction);
            return transaction;
          };
        });
        return request;
      },
    };
    const abortSignal = {
      timeout(ms: number) {
        const controller = new AbortController();
        later(tab, () => enter(() => controller.abort(timedOut())), ms);
        return controller.signal;
      },
    };
    const fetch = (_url: string, { body, signal }: { body: string; signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        const { records } = JSON.parse(body) as { records: Item[] };
        requests.push({ at: time, tab: tab.number, ids: records.map(({ id }) => id) });
        const reply = handle(records, body);
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        if (reply.status === 0 && !reply.broken) return; // hangs
        later(
          tab,
          () =>
            enter(() => {
              if (reply.broken) return reject(new TypeError('network error'));
              resolve({
                status: reply.status,
                headers: new Headers(reply.headers),
                text: async () => reply.body ?? '',
              });
            }),
          reply.afterMs ?? 20,
        );
      });
    const globals = {
      fetch,
      indexedDB,
      IDBKeyRange,
      localStorage: storage,
      document: tab,
      navigator: { locks: locks.of(tab, enter) },
      addEventListener: target.addEventListener.bind(target),
      AbortSignal: abortSignal,
      Date: Object.assign(() => '', { now, parse: Date.parse }),
      Math: Object.assign(Object.create(Math), { random }),
      setTimeout: (run: Callback, ms: number) => later(tab, () => enter(run), ms),
      clearTimeout: (event?: { run: Callback }) => {
        if (event) event.run = () => undefined;
      },
      self: {},
    };
    const bundle = load(code, globals);
    const outbox = bundle.createLightOutbox({
      endpoint: '/v1/records',
      site: 'shop',
      sdk: '1.0.0',
      async courier() {
        if (random() < missing) throw new TypeError('Failed to fetch dynamically imported module');
        return bundle.createCourier;
      },
      ...options,
    });
    const tell = (type: string) => enter(() => target.dispatchEvent(new Event(type)));
    const die = () => {
      tab.alive = false;
      locks.release(tab);
    };
    return {
      outbox,
      get alive() {
        return tab.alive;
      },
      hide() {
        tab.hidden = true;
        tell('visibilitychange');
      },
      show() {
        tab.hidden = false;
        tell('visibilitychange');
      },
      freeze() {
        tab.frozen = true;
      },
      thaw() {
        tab.frozen = false;
        for (const run of tab.waiting.splice(0)) enter(run);
      },
      close() {
        tab.frozen = false;
        tell('pagehide');
        tab.hidden = true;
        tell('visibilitychange');
        die();
      },
      kill() {
        die();
        for (const transaction of transactions) {
          if (random() < 0.5) abort(transaction);
        }
      },
      online: () => tell('online'),
    };
  };

  return {
    now,
    databases,
    requests,
    openTab,
    jumpClock(ms) {
      clockOffset += ms;
    },
    loseDownloads(share) {
      missing = share;
    },
    refuseWrites(refused) {
      writesRefused = refused;
    },
    hangStorage(isHung) {
      hung = isHung;
      for (const connection of connections) connection.close();
    },
    closeConnections() {
      for (const connection of connections) connection.close();
      connections.clear();
    },
    async pass(ms) {
      const end = time + ms;
      await rest();
      for (;;) {
        due.sort((one, other) => one.at - other.at || one.order - other.order);
        const [next] = due;
        if (!next || next.at > end) break;
        due.shift();
        time = next.at;
        next.run();
        await rest();
      }
      time = end;
    },
  };
}

interface TabState {
  number: number;
  alive: boolean;
  frozen: boolean;
  hidden: boolean;
  waiting: Callback[];
}

const timedOut = () => new DOMException('The operation timed out.', 'TimeoutError');

/** Runs the bundle with these globals in place of Node's. */
const load = (code: string, globals: Record<string, unknown>): Bundle =>
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- a page's script, in a page of our own making
  new Function(...Object.keys(globals), `${code};return wayfeltOutbox`)(
    ...Object.values(globals),
  ) as Bundle;

const abort = (transaction: IDBTransaction) => {
  try {
    transaction.abort();
  } catch {
    // It had been committed: then its records are safe.
  }
};

const refuse = (transaction: IDBTransaction) => {
  const store = transaction.objectStore('records');
  transaction.objectStore = () => store;
  store.add = () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
};

/** Web Locks of one browser, with `steal` and `signal`. */
function createLocks() {
  interface Wish {
    tab: TabState;
    start(): void;
    end(): void;
  }
  let holder: Wish | undefined;
  let queue: Wish[] = [];
  const next = () => {
    if (holder) return;
    holder = queue.shift();
    holder?.start();
  };
  const request = (
    tab: TabState,
    enter: (run: Callback) => void,
    { signal, steal }: { signal?: AbortSignal; steal?: boolean },
    work: () => Promise<unknown>,
  ) =>
    new Promise((resolve, reject) => {
      const wish: Wish = {
        tab,
        start() {
          const finish = (settle: Callback) => {
            if (holder !== wish) return;
            holder = undefined;
            settle();
            next();
          };
          enter(() => {
            work().then(
              (value) => finish(() => resolve(value)),
              (cause) => finish(() => reject(cause as Error)),
            );
          });
        },
        end: () => enter(() => reject(new DOMException('Stolen.', 'AbortError'))),
      };
      if (steal) {
        holder?.end();
        holder = wish;
        wish.start();
        return;
      }
      signal?.addEventListener('abort', () => {
        if (!queue.includes(wish)) return;
        queue = queue.filter((other) => other !== wish);
        reject(signal.reason as Error);
      });
      queue.push(wish);
      next();
    });
  return {
    of: (tab: TabState, enter: (run: Callback) => void) => ({
      request: (
        _name: string,
        options: { signal?: AbortSignal; steal?: boolean },
        work: () => Promise<unknown>,
      ) => request(tab, enter, options, work),
    }),
    release(tab: TabState) {
      queue = queue.filter((wish) => wish.tab !== tab);
      if (holder?.tab === tab) {
        holder = undefined;
        next();
      }
    },
  };
}
