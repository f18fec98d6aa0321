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
  source?: string | undefined;
  standing?: Standing | undefined;
}

/** What this browser remembers of its visitor; all of it is erased together. */
export interface Remembered {
  /** The tier that the page asked for by a call; absent: nobody said. */
  consent?: Tier;
  /** What is stamped on every record as it is. */
  who: Who;
  /** Last record of this session, epoch milliseconds. */
  at?: number;
  /** Hand-over codes that were used; each counts once. */
  once?: string[];
  /** The visitor's own random number, 0 to 1, by which samples are drawn; drawn once. */
  draw?: number;
  asked?: AskEntry[];
}

export interface Memory {
  tier(): Tier;
  /**
   * Without a tier it stays. Going down erases what was kept, save the standing for as long as this page lives. `theirs`: what another tab
   * remembers; storage may not show it yet. Of two visitors that two tabs made, both keep the one that was made first.
   */
  setTier(next?: Tier, theirs?: Partial<Remembered>): void;
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
    let kept: Partial<Remembered> | undefined;
    try {
      kept = JSON.parse(store[name] as string);
    } catch {
      // Nothing is stored yet, or nothing of ours.
    }
    // Whatever somebody else wrote there has no such parts.
    const me: Remembered = { ...kept, who: { ...kept?.who } };
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
  const setTier: Memory['setTier'] = (next = tier, theirs = {}) => {
    let before = me();
    if (next < tier) {
      before = { who: { standing: before.who.standing } };
      for (const of of TIERS) {
        open(of);
        delete store[key];
        delete store[name];
      }
    }
    open(next);
    me((me) => {
      const who = { ...before.who, ...me.who };
      // Ids of version 7 sort by the time they were made. Only in localStorage tabs share one visitor.
      const isTheirs = next > 1 && !((who.visitor as string) <= (theirs.who?.visitor as string));
      Object.assign(me, {
        ...before,
        ...me,
        consent: theirs.consent ?? me.consent,
        who: { ...who, ...(isTheirs && theirs.who) },
      });
    });
  };

  for (const of of TIERS) {
    open(of);
    if (me().consent === of) first = of;
  }
  open(first);
  return { tier: () => tier, setTier, me };
};

/** Those that store. */
const TIERS = [1, 2] as const;
