import type { AskEntry, Found } from '@wayfelt/core';
import type { WhyNot } from '@wayfelt/core/asking';
import type {
  Answer,
  AskEnd,
  AskRecord,
  Explanation,
  Intent,
  Kept,
  Level,
  PageSettings,
  RatingRecord,
  Refusal,
  Standing,
} from '@wayfelt/protocol';

/** How Wayfelt is set up on a page; the script tag takes the same by `data-…` attributes. */
export interface WayfeltOptions {
  /** The site's id in the collector. `data-site`. */
  site: string;
  /** Address of the collector. `data-collector`; default of the script tag: where the script came from. */
  collector: string;
  /** This page's stage. `data-stage`. */
  stage?: string | undefined;
  /** A touchpoint that this page is. `data-touchpoint`. */
  touchpoint?: string | undefined;
  /** `required`: nothing is kept or counted before `consent('granted')`. Default `implied`. `data-consent`. */
  consent?: 'required' | 'implied' | undefined;
  /** BCP 47; default: the page's `lang`, then the browser's language. `data-locale`. */
  locale?: string | undefined;
  /** For the question's style where the page's policy wants a nonce. `data-nonce`. */
  nonce?: string | undefined;
  /**
   * The site's settings, given inline, as they are or in JSON; then none are fetched.
   * `<script type="application/json" id="wayfelt-settings">`.
   */
  settings?: PageSettings | string | undefined;
}

/** A rating from the page's own controls. */
export interface Rating {
  /** 1 (loathing) to 8 (zen). */
  level: Level;
  touchpoint?: string;
  /** Default: the stage of the page. */
  stage?: string;
  /** At most 1,000 characters; the rest is cut off. */
  comment?: string;
  reasons?: string[];
  intent?: Intent;
  contact?: string;
}

export interface OutcomeDetails {
  /** In units of `currency`, which must be given with it. */
  value?: number;
  /** ISO 4217, as `KRW`. */
  currency?: string;
  /** The site's own key, an order number: the same outcome with the same key counts once. */
  key?: string;
}

/**
 * Why a question was not asked: one of the asking rules; `open`: another question is open; `left`: the visitor went
 * to another page before it was a good moment; `load`: its files could not be loaded; `labelling`: this tab labels pages.
 */
export type NotAsked = WhyNot | 'open' | 'left' | 'load' | 'labelling';

/** What came of asking. */
export type Asked =
  | { asked: true; how: AskEnd; answer?: Answer }
  | { asked: false; why: NotAsked; until?: number };

/** Something went wrong, or was said wrongly; nothing of it reaches the page otherwise. */
export interface WayfeltError {
  code: string;
  /** What was thrown, or what was given. */
  cause?: unknown;
  /** The name that nobody defined. */
  name?: string;
  /** The known name that looks most like it. */
  nearest?: string | undefined;
}

export interface WayfeltEvents {
  rating: RatingRecord;
  stage: Found;
  asked: AskRecord;
  /** Ids that the collector has. */
  delivered: string[];
  error: WayfeltError;
}

export interface Wayfelt {
  /** The visitor is in this stage now, until the next route; without a name the other sources speak again. */
  stage(name?: string): void;
  /** The visitor met this touchpoint; once per page view. */
  touchpoint(name: string): void;
  /** Asks now, if asking is allowed. */
  ask(touchpoint?: string): Promise<Asked>;
  /** Takes a rating from the page's own controls. Resolves with where it is now. */
  rate(rating: Rating): Promise<Kept>;
  /** The visitor did this: `purchase`, `cancel`, or a name of your own. */
  outcome(name: string, details?: OutcomeDetails): Promise<Kept>;
  /** The page knows whether this visitor has bought before. */
  standing(standing: Standing): void;
  /** `granted` keeps ids over visits, `session` for this visit, `denied` none; at once, in all tabs. */
  consent(choice: 'granted' | 'session' | 'denied'): void;
  /** Returns the function that stops listening. */
  on<E extends keyof WayfeltEvents>(
    event: E,
    listener: (value: WayfeltEvents[E]) => void,
  ): () => void;
  /** Resolves when everything recorded so far was delivered or refused, or with what still waits and why. */
  flush(): Promise<{ waiting: number; reason?: string }>;
  /** Erases this visitor here and in the collector; offline too. */
  forget(): Promise<void>;
  /** A code for a link in a mail: arriving with it, on any device, continues this visitor's journey. */
  handover(options?: { days?: number }): Promise<Handover | undefined>;
  /** Why this page is what it is to Wayfelt, and why its touchpoints ask or do not. */
  explain(): Promise<Explanation | undefined>;
}

export interface Handover {
  code: string;
  /** Append it to the address that the visitor will open: `https://shop.example/track?wayfelt-code=…`. */
  parameter: string;
  /** Epoch milliseconds. */
  expires: number;
}

export type { AskEntry, Explanation, Found, Refusal, WhyNot };
