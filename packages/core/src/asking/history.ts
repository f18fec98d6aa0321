import type { AskEnd } from '@wayfelt/protocol';

/** One question that this browser showed. */
export interface AskEntry {
  touchpoint: string;
  /** When it was shown or, once it ended, when it ended; epoch milliseconds. */
  at: number;
  /** The session in which it was shown. */
  session: string;
  /** `shown` as long as it is open, and where the tab was closed over it. */
  how: AskEnd | 'shown';
}

/** The entries of what is stored: storage is the page's too, and anything may have been written there. */
export const entriesIn = (stored: unknown): AskEntry[] =>
  Array.isArray(stored)
    ? stored.filter(
        (entry) =>
          typeof entry?.touchpoint === 'string' &&
          typeof entry.how === 'string' &&
          Number.isFinite(entry.at),
      )
    : [];

/** More than any sensible cap a year; the oldest go first, except "don't ask me again". */
const MOST = 60;

/** The history with this entry in it; an entry of the same touchpoint and session that was open has ended with it. */
export const withEntry = (history: readonly AskEntry[], entry: AskEntry): AskEntry[] => {
  const others = history.filter(
    ({ touchpoint, session, how }) =>
      how !== 'shown' || touchpoint !== entry.touchpoint || session !== entry.session,
  );
  const never = others.filter(({ how }) => how === 'never').slice(-1);
  return [...never, ...others.filter(({ how }) => how !== 'never').slice(-MOST), entry];
};

/** A number from 0 to 1 that is this visitor's own for this touchpoint: the same at every visit. */
export const drawFor = (draw: number, touchpoint: string): number => {
  // FNV-1a over the name, started from the visitor's draw, then mixed (murmur3's finaliser).
  let hash = Math.floor(draw * 0xffffffff) ^ 0x811c9dc5;
  for (const letter of touchpoint)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
};
