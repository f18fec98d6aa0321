import { effect, signal, untracked, type ReadonlySignal } from '@preact/signals';
import { ApiError } from './api.js';

/**
 * What a screen knows of something that the collector has. `value` stays while it is fetched again, so that
 * figures are replaced and never flicker; `stale` says that what is shown belongs to other filters.
 */
export interface Loaded<T> {
  value: T | undefined;
  loading: boolean;
  stale: boolean;
  error: ApiError | undefined;
}

export interface Resource<T> {
  state: ReadonlySignal<Loaded<T>>;
  /** Fetches again without a sign of it until the answer is there. */
  refresh(): void;
  stop(): void;
}

const NOTHING = { value: undefined, loading: true, stale: false, error: undefined };

/**
 * Fetches when `key` changes and whenever `refresh` is called. `key` is read in an effect: it follows the signals
 * that it reads. A slower, older answer never replaces a newer one. `kind` says what an answer has in it: one of another
 * kind is not shown meanwhile, since what draws the new one would miss something.
 */
export const createResource = <T>(
  key: () => string | undefined,
  fetchIt: (signal: AbortSignal) => Promise<T>,
  kind: () => unknown = () => undefined,
): Resource<T> => {
  const state = signal<Loaded<T>>(NOTHING);
  let shownFor: string | undefined;
  let shownKind = kind();
  let abort: AbortController | undefined;

  const load = async (wanted: string): Promise<void> => {
    abort?.abort();
    const mine = new AbortController();
    abort = mine;
    if (shownKind !== kind()) state.value = NOTHING;
    shownKind = kind();
    const before = state.peek();
    const other = wanted !== shownFor;
    if (other) state.value = { ...before, loading: true, stale: before.value !== undefined };
    try {
      const value = await fetchIt(mine.signal);
      if (mine.signal.aborted) return;
      shownFor = wanted;
      state.value = { value, loading: false, stale: false, error: undefined };
    } catch (cause) {
      if (mine.signal.aborted) return;
      const error = cause instanceof ApiError ? cause : new ApiError('broken', String(cause));
      // A failed background refresh keeps the figures; other filters must not show the old ones as theirs.
      state.value = { value: other ? undefined : before.value, loading: false, stale: false, error };
    }
  };

  let current: string | undefined;
  const stop = effect(() => {
    current = key();
    // what an answer has in it is no reason to fetch
    untracked(() => {
      if (current !== undefined) void load(current);
    });
  });
  return {
    state,
    refresh: () => void (current !== undefined && load(current)),
    stop: () => {
      abort?.abort();
      stop();
    },
  };
};
