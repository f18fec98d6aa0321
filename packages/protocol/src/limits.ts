/** The numeric limits of the wire, in one place. Bytes are UTF-8 bytes, times are milliseconds. */
export const LIMITS = {
  /** A request body, before any compression; also what a browser lets one keepalive request carry. */
  batchBytes: 65_536,
  idLength: 36,
  siteLength: 64,
  nameLength: 64,
  touchpointLength: 200,
  pageLength: 512,
  localeLength: 35,
  sourceLength: 64,
  visitorLength: 64,
  commentLength: 1_000,
  contactLength: 200,
  reasons: 12,
  keyLength: 128,
  /** Larger outcome values are a unit mistake (won given as cents of won, a timestamp as a price). */
  outcomeValue: 1e12,
  /** No page is looked at for longer than a day in one go. */
  dwellMs: 86_400_000,
  sequence: 2_147_483_647,
  revision: 1_000,
  handoverMs: 30 * 86_400_000,
} as const;

/** Of fewer answers no share is shown, as a number or as a picture: they say little, and might be recognised. */
export const FEWEST_SHOWN = 5;

/**
 * Answers of one visitor that follow each other faster than a person can give them: from `answers` on, each at most
 * `apartMs` after the one before, they are kept but count in no figure. Only answers to our own question are meant:
 * a page's own form (`form: 'own'`) and an import (no form) may send several at once.
 */
export const BURST = { answers: 5, apartMs: 300 } as const;
