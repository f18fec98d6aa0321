import type { AskCounts } from './counts.js';
import { shareOf, type Share } from './estimate.js';

/** met → might be asked → shown → seen → rated, and how the rest ended. */
export interface Funnel {
  met: number;
  eligible: number;
  shown: number;
  /** Half of it was visible for a second: the denominator of the response rate. */
  seen: number;
  rated: number;
  dismissed: number;
  snoozed: number;
  ignored: number;
  never: number;
  /** Rated by the question, of those who saw it. */
  response: Share;
  /** Rated, of everyone who met the place. */
  coverage: Share;
}

/** Answers may come without a question (the page's own faces), so `rated` may exceed `answered`. */
export function funnelOf(met: number, asks: AskCounts, rated: number): Funnel {
  const { eligible, shown, seen, dismissed, snoozed, ignored, never } = asks;
  return {
    met,
    eligible,
    shown,
    seen,
    rated,
    dismissed,
    snoozed,
    ignored,
    never,
    response: shareOf(Math.min(asks.answered, seen), seen),
    coverage: shareOf(Math.min(rated, met), met),
  };
}
