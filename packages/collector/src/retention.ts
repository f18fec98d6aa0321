import type { Removed, Store } from './store.js';

const DAY_MS = 86_400_000;

export interface RetentionOptions {
  store: Store;
  /** Epoch milliseconds. Default: the system's clock. */
  now?: () => number;
  /** Told of what should not happen. Default: the standard error output. */
  report?: (cause: unknown) => void;
}

export interface Retention {
  /** Removes what is too old now; resolves when nothing is left to do. Rejects with `StoreError`. Runs once at a time. */
  run(): Promise<Removed>;
  /** Ends after the piece under way; resolves when it has. */
  stop(): Promise<void>;
}

/**
 * Removes what is older than each site's live settings say, now and every day. A piece that fails is tried again the
 * next day: what is gone is gone, and what is left is found again.
 */
export function startRetention({
  store,
  now = Date.now,
  report = console.error,
}: RetentionOptions): Retention {
  const ending = new AbortController();
  let running: Promise<Removed> | undefined;

  const keep = async (site: string, sum: Removed) => {
    const { settings } = await store.settings.current(site);
    const { recordDays, commentDays } = settings.retention;
    const from = { records: now() - recordDays * DAY_MS, comments: now() - commentDays * DAY_MS };
    while (!ending.signal.aborted) {
      const { records, comments, others } = await store.removeOld(site, from);
      sum.records += records;
      sum.comments += comments;
      sum.others += others;
      if (records + comments + others === 0) return;
    }
  };
  const all = async (): Promise<Removed> => {
    const sum: Removed = { records: 0, comments: 0, others: 0 };
    for (const { site } of await store.sites()) await keep(site, sum);
    return sum;
  };
  const run = () => (running ??= all().finally(() => (running = undefined)));
  const daily = () => void run().catch(report);

  const timer = setInterval(daily, DAY_MS);
  timer.unref();
  daily();
  return {
    run,
    async stop() {
      ending.abort();
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
