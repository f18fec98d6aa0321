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
