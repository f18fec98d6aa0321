/**
 * Half of an element, and ever smaller shares for elements so tall that half a viewport of them is little: down to
 * 1/750 of their height.
 */
export const SHARES = [...Array(24).keys()].map((step) => 0.5 * 0.75 ** step);

/** At least half of the element, or of the viewport, is this element in view. */
export const isInView = ({
  intersectionRatio,
  intersectionRect,
}: Pick<IntersectionObserverEntry, 'intersectionRatio' | 'intersectionRect'>): boolean =>
  intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2;
