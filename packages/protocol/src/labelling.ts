import type { Explanation } from './explanation.js';
import type { Question } from './question.js';
import type { PageSettings } from './settings.js';

/**
 * What stands after the `#` of an address to be labelled, before the token. The sdk takes the token out of the
 * address, keeps it under `LABEL_KEY` in this tab's `sessionStorage`, and loads the labeller.
 */
export const LABEL_FRAGMENT = 'wayfelt-label=';
export const LABEL_KEY = 'wayfelt:label';

/** What the page gives the labeller; it knows nothing else of the page's Wayfelt. */
export interface LabelHost {
  site: string;
  /** The collector's address, without a slash at the end. */
  collector: string;
  token: string;
  /** BCP 47: the page's language. */
  locale: string;
  /** For `<style nonce>` where constructed style sheets are refused. */
  nonce?: string;
  explain(): Promise<Explanation>;
  /** Shows the question for this touchpoint as a visitor would see it; records nothing. Resolves when it closes. */
  preview(question: Pick<Question, 'touchpoint' | 'stage'>): Promise<void>;
  /** From now on this page follows these settings, whatever else arrives, until `leave` or the next page view. */
  use(settings: PageSettings): void;
  /** Calls back when the stage, the route or the touchpoints may have changed; returns the function that stops it. */
  onLook(listener: () => void): () => void;
  /** The team member ends labelling: forget the token, record again. */
  leave(): void;
}

/** A labeller that is open. */
export interface Labelling {
  stop(): void;
}
