/**
 * `<wayfelt-rating touchpoint="checkout/payment">`: a question that stands in the page. The element itself knows only
 * when it came and went; whoever defines it asks. So it weighs next to nothing, and shares the widget's one Preact.
 *
 *     defineRating((element) => {
 *       const open = ask({ …, form: 'inline', touchpoint: element.touchpoint }, listener, element);
 *       return () => open.then((question) => question.close());
 *     });
 */

import type { HTMLAttributes } from 'preact';

/** The element's attributes, for the JSX typings of any framework. */
export interface WayfeltRatingAttributes {
  /** Where the visitor is: `checkout/payment`. Another one asks anew. */
  touchpoint?: string;
  /** The stage; absent: the one that the page is in. */
  stage?: string;
}

/** The element on the page. */
export interface WayfeltRating extends HTMLElement, WayfeltRatingAttributes {}

/** Called for each element that is put on a page; returns what ends its question when it goes. */
export type StartRating = (element: WayfeltRating) => () => void;

declare global {
  interface HTMLElementTagNameMap {
    'wayfelt-rating': WayfeltRating;
  }
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'wayfelt-rating': WayfeltRatingAttributes & HTMLAttributes<WayfeltRating>;
    }
  }
}

/** Defines the element, once per page; a second call changes nothing. */
export function defineRating(start: StartRating): void {
  if (customElements.get('wayfelt-rating')) return;
  customElements.define(
    'wayfelt-rating',
    class extends HTMLElement implements WayfeltRating {
      static observedAttributes = ['touchpoint', 'stage'];
      #stop: (() => void) | undefined;

      get touchpoint(): string {
        return this.getAttribute('touchpoint') ?? '';
      }
      set touchpoint(value: string) {
        this.setAttribute('touchpoint', value);
      }
      get stage(): string {
        return this.getAttribute('stage') ?? '';
      }
      set stage(value: string) {
        this.setAttribute('stage', value);
      }
      connectedCallback(): void {
        this.#stop ??= start(this);
      }
      /** Moving an element disconnects it for a moment; only one that stays away ends its question. */
      disconnectedCallback(): void {
        queueMicrotask(() => this.isConnected || this.#end());
      }
      attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
        if (before === now || !this.#stop) return;
        this.#end();
        this.connectedCallback();
      }
      #end(): void {
        this.#stop?.();
        this.#stop = undefined;
      }
    },
  );
}
