import { createContext, type RefObject } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How wide a screen's content was when the page was drawn first, in CSS pixels. Default: that of a desktop. */
export const ContentWidth = createContext(1040);

/** While a page is laid out for paper a place may be narrower than its drawing's margins. */
const NARROWEST = 240;

/**
 * The width of an element in CSS pixels, followed; charts are drawn in real pixels so that text keeps its size.
 * At first it is that of the screen: where its place is narrower, the drawing is made twice, but painted once.
 */
export const useWidth = (): [RefObject<HTMLDivElement | null>, number] => {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(useContext(ContentWidth));
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      if (element.clientWidth > 0) setWidth(Math.max(NARROWEST, element.clientWidth));
    };
    // it tells the first width too, before anything is painted
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
};
