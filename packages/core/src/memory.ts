import type { Standing } from '@wayfelt/protocol';
import type { AskEntry } from './asking/history.js';

/**
 * What may be kept of a visitor: `nothing` (no id, nothing stored), `session` (ids live for the visit, in
 * sessionStorage), `persistent` (they survive visits, in localStorage).
 */
export type Tier = 'nothing' | 'session' | 'persistent';

/** What this browser remembers of its visitor; all of it is erased together. */
export interface Remembered {
  /** The tier that the page asked for by a call; absent: nobody said. */
  consent?: Tier;
  visitor?: string;
  session?: string;
  /** Last record of this session, epoch milliseconds. */
  activeAt?: number;
  seq?: number;
  /** Where this session came from. */
  source?: string;
  standing?: Standing;
  /** What counts once: outcomes by name and key, hand-over codes that were used. */
  once?: string[];
  /** The visitor's own random number, 0 to 1, by which samples are drawn; drawn once. */
  draw?: number;
  asked?: AskEntry[];
}

export interface Memory {
  tier(): Tier;
  /** The tier that was asked for explicitly in this browser, or nothing. */
  said(): Tier | undefined;
  /** Erases what the new tier may not keep; what it may keep goes on. */
  setTier(next: Tier): void;
  read(): Remembered;
  /** Reads what other tabs wrote, lets `edit` change it, and writes it back. */
  change(edit: (remembered: Remembered) => void): void;
  /** The text kept beside, such as the site's settings; erased with the rest. */
  note(text?: string): string | null | undefined;
}

/**
 * @param key `wayfelt:` and the site; the outbox keeps what it must share between tabs under the bare key.
 * @param vanished called when what was kept is gone though this page did not erase it: another tab went down, or
 *   the visitor cleared this site.
 */
export const createMemory = (
  page: Window,
  key: string,
  vanished: () => void,
  fail: (cause: unknown) => void,
): Memory => {
  let tier: Tier = 'nothing';
  let remembered: Remembered = {};
  let written = false;

  /** Browsers throw on the mere mention of storage where they refuse it. */
  const storage = <T>(of: Tier, use: (storage: Storage) => T): T | undefined => {
    try {
      if (of === 'persistent') return use(page.localStorage);
      if (of === 'session') return use(page.sessionStorage);
    } catch (cause) {
      fail(cause);
    }
    return undefined;
  };

  const stored = (of: Tier): Remembered | null | undefined =>
    storage(of, (storage) => JSON.parse(storage.getItem(`${key}:visitor`) ?? 'null'));

  const read = () => {
    const found = stored(tier);
    if (found) remembered = found;
    else if (found === null && written) {
      written = false;
      remembered = {};
      vanished();
    }
    return remembered;
  };

  const write = () =>
    storage(tier, (storage) => {
      storage.setItem(`${key}:visitor`, JSON.stringify(remembered));
      written = true;
    });

  return {
    tier: () => tier,
    said: () => stored('persistent')?.consent ?? stored('session')?.consent,
    setTier(next) {
      const before = read();
      const down = tier === 'persistent' || next === 'nothing';
      for (const of of ['persistent', 'session'] as const) {
        if (of !== next) {
          storage(of, (storage) => {
            for (const part of ['', ':visitor', ':settings']) storage.removeItem(key + part);
          });
        }
      }
      written = false;
      // Ids of a higher tier are not carried down: whoever withdraws is someone new.
      if (tier !== next) remembered = down ? keepStanding(before) : before;
      tier = next;
      const found = stored(tier);
      if (found) remembered = found;
    },
    read,
    change(edit) {
      edit(read());
      write();
    },
    note: (text) =>
      storage(tier, (storage) => {
        if (text) storage.setItem(`${key}:settings`, text);
        return storage.getItem(`${key}:settings`);
      }),
  };
};

const keepStanding = ({ standing }: Remembered): Remembered => (standing ? { standing } : {});
