import type { Standing } from '@wayfelt/protocol';
import type { AskEntry } from './asking/history.js';

/**
 * What may be kept of a visitor. 0, nothing: no id, nothing stored. 1, session: ids live for the visit, in
 * sessionStorage. 2, persistent: they survive visits, in localStorage.
 */
export type Tier = 0 | 1 | 2;

export interface Who {
  visitor?: string;
  session?: string;
  seq?: number;
  /** Where this session came from. */
  source?: string;
  standing?: Standing | undefined;
}

/** What this browser remembers of its visitor; all of it is erased together. */
export interface Remembered {
  /** The tier that the page asked for by a call; absent: nobody said. */
  consent?: Tier;
  /** What is stamped on every record as it is. */
  who?: Who;
  /** Last record of this session, epoch milliseconds. */
  at?: number;
  /** What counts once: outcomes by name and key, hand-over codes that were used. */
  once?: string[];
  /** The visitor's own random number, 0 to 1, by which samples are drawn; drawn once. */
  draw?: number;
  asked?: AskEntry[];
}

export interface Memory {
  tier(): Tier;
  /** Going down erases what was kept, save the standing for as long as this page lives. */
  setTier(next: Tier): void;
  /** Reads what this and other tabs wrote; with `edit` changes it and writes it back. */
  me(edit?: ((me: Remembered) => void) | 0): Remembered;
}

/**
 * @param key `wayfelt:` and the site; the outbox keeps what it must share between tabs under the bare key.
 * @param first the tier where nobody has asked for another one in this browser
 * @param fail told where the browser refuses storage; this page's memory goes on
 */
export const createMemory = (
  key: string,
  first: Tier,
  fail: (code: 'storage', cause: unknown) => void,
): Memory => {
  const name = `${key}:me`;
  let tier: Tier;
  let store: Record<string, string> = {};

  const open = (of: Tier) => {
    tier = of;
    store = {};
    try {
      // Browsers throw on the mere mention of storage where they refuse it.
      if (of) store = of > 1 ? localStorage : sessionStorage;
    } catch (cause) {
      fail('storage', cause);
    }
  };
  const me: Memory['me'] = (edit) => {
    let me: Remembered = {};
    try {
      me = JSON.parse(store[name] as string) ?? me;
    } catch {
      // Nothing is stored yet, or nothing of ours.
    }
    if (edit) {
      edit(me);
      const text = JSON.stringify(me);
      try {
        store[name] = text;
      } catch (cause) {
        store = { [name]: text };
        fail('storage', cause);
      }
    }
    return me;
  };
  const setTier = (next: Tier) => {
    let before = me();
    if (next < tier) {
      before = { who: { standing: before.who?.standing } };
      for (const of of TIERS) {
        open(of);
        delete store[key];
        delete store[name];
      }
    }
    open(next);
    me((me) => Object.assign(me, { ...before, ...me, who: { ...before.who, ...me.who } }));
  };

  for (const of of TIERS) {
    open(of);
    first = me().consent ?? first;
  }
  open(0);
  setTier(first);
  return { tier: () => tier, setTier, me };
};

/** Those that store. */
const TIERS = [1, 2] as const;
