import { StoreError } from '../../store.js';
import { inTransaction, type Database } from './database.js';

/** Long enough for requests that come at once to share one flush of the disk, too short to be felt. */
const GATHER_MS = 3;

interface Waiting {
  work: () => unknown;
  resolve: (value: never) => void;
  reject: (cause: StoreError) => void;
}

export interface GroupCommitOptions {
  db: Database;
  /** Called inside the transaction, before each commit. */
  beforeCommit: () => void;
  /** Called after a roll-back: what was remembered of the transaction is wrong. */
  rolledBack: () => void;
}

/**
 * Runs pieces of work in shared transactions. Each resolves only after the commit that holds it. Where a group
 * fails, its pieces are tried one by one, so that none suffers from its neighbour; one that fails alone is
 * rejected with `StoreError`, and nothing of it is stored.
 */
export function createGroupCommit({ db, beforeCommit, rolledBack }: GroupCommitOptions) {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const commit = (group: readonly Waiting[]): unknown[] => {
    try {
      return inTransaction(db, () => {
        const results = group.map(({ work }) => work());
        beforeCommit();
        return results;
      });
    } catch (cause) {
      rolledBack();
      throw cause;
    }
  };

  const settle = (group: readonly Waiting[]) => {
    try {
      const results = commit(group);
      group.forEach(({ resolve }, i) => resolve(results[i] as never));
    } catch (cause) {
      if (group.length === 1) group[0]?.reject(new StoreError(cause));
      else for (const one of group) settle([one]);
    }
  };

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    if (group.length > 0) settle(group);
  };

  return {
    /** Runs `work` inside the next transaction. */
    run<T>(work: () => T): Promise<T> {
      return new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        timer ??= setTimeout(flush, GATHER_MS);
      });
    },
    /** Commits what waits, now. */
    flush,
  };
}
