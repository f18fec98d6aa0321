/** Attributes of `<wayfelt-rating>`, for the JSX typings of any framework. */
export interface WayfeltRatingAttributes {
  /** Where the visitor is: `checkout/payment`. */
  touchpoint?: string;
  stage?: string;
}

/** What the sdk does when an element is put on the page: returns what takes the question away again. */
export type StartRating = (element: HTMLElement & WayfeltRatingAttributes) => () => void;
