import type { AskEntry } from '@wayfelt/core';

/** So long after it was written, what one tab wrote to storage is read by the next. */
const SETTLE_MS = 60;
const pause = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

export interface OneTab {
  /** Runs `decide` while no other tab of this site does, so that two tabs never both ask. */
  alone<T>(decide: () => T): Promise<T>;
  /** Tells tabs with a memory of their own what was asked here. */
  tell(entry: AskEntry): void;
}

/**
 * Web Locks, and where there are none (pages without https) a claim in storage: the last to write it goes on.
 *
 * @param heard what another tab asked
 */
export const createOneTab = (
  name: string,
  history: () => readonly AskEntry[],
  heard: (entries: readonly AskEntry[]) => void,
): OneTab => {
  // Safari before 15.4 has none; what localStorage shares is shared there all the same.
  const tabs = window.BroadcastChannel ? new BroadcastChannel(name) : undefined;
  tabs?.addEventListener('message', ({ data }: MessageEvent<readonly AskEntry[] | 'hello'>) => {
    if (data === 'hello') {
      if (history().length > 0) tabs?.postMessage(history());
    } else heard(data);
  });
  tabs?.postMessage('hello');
  // Answers to the greeting are in before anything is decided.
  const greeted = pause();

  const settled = async <T>(decide: () => T): Promise<T> => {
    const result = decide();
    await pause();
    return result;
  };
  const claimed = async <T>(decide: () => T): Promise<T> => {
    const me = `${Math.random()}`;
    try {
      localStorage[name] = me;
      await pause();
      while (localStorage[name] && localStorage[name] !== me) await pause();
      return await settled(decide);
    } finally {
      if (localStorage[name] === me) delete localStorage[name];
    }
  };
  return {
    async alone(decide) {
      await greeted;
      return navigator.locks
        ? navigator.locks.request(name, () => settled(decide))
        : claimed(decide).catch(() => decide());
    },
    tell: (entry) => tabs?.postMessage([entry]),
  };
};
