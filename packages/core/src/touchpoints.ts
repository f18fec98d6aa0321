import type { PageSettings } from '@wayfelt/protocol';
import { isOn, TOUCHPOINT } from './stage.js';

/** An element counts as met when it was in view for so long. */
const MET_AFTER_MS = 1_000;

/**
 * Half of the element, and ever smaller shares for elements so tall that half a viewport of them is little:
 * down to 1/750 of their height.
 */
const SHARES = [...Array(24).keys()].map((step) => 0.5 * 0.75 ** step);

export interface Touchpoints {
  /** Looks for touchpoints that are not watched yet, and lets go of those that left the page. */
  scan(settings: PageSettings): void;
  /** The tab is hidden or the page view is over: what was in view a moment ago no longer counts. */
  stop(): void;
}

/**
 * Watches the page's touchpoints, by attribute and by the selectors of the settings, and tells each that was in
 * view for a second.
 *
 * @param wanted whether this touchpoint is still to be met in this page view
 */
export const watchTouchpoints = (
  page: Window & typeof globalThis,
  wanted: (name: string) => boolean,
  meet: (name: string, element?: Element) => void,
  fail: (selector: string, cause: unknown) => void,
): Touchpoints => {
  let names = new Map<Element, Set<string>>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const leave = (element: Element) => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  const observer = new page.IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect: shown, rootBounds } of entries) {
        const half = rootBounds ? (rootBounds.width * rootBounds.height) / 2 : Infinity;
        if (intersectionRatio < 0.5 && shown.width * shown.height < half) leave(target);
        else if (!timers.has(target)) {
          timers.set(
            target,
            setTimeout(() => {
              observer.unobserve(target);
              for (const name of names.get(target) ?? []) meet(name, target);
            }, MET_AFTER_MS),
          );
        }
      }
    },
    { threshold: SHARES },
  );

  return {
    scan({ touchpoints = [] }) {
      const before = names;
      names = new Map();
      const find = (selector: string, nameOf: (element: Element) => string | null) => {
        for (const element of page.document.querySelectorAll(selector)) {
          const name = nameOf(element);
          if (name && wanted(name)) {
            const all = names.get(element) ?? new Set();
            names.set(element, all.add(name));
          }
        }
      };
      find(`[${TOUCHPOINT}]`, (element) => element.getAttribute(TOUCHPOINT));
      for (const { id, places = [] } of touchpoints) {
        for (const place of places) {
          if (place.by === 'call' || (place.match && !isOn(page, place.match))) continue;
          if (place.by === 'page') meet(id);
          else {
            try {
              find(place.selector, () => id);
            } catch (cause) {
              fail(place.selector, cause);
            }
          }
        }
      }
      for (const element of names.keys()) observer.observe(element);
      for (const element of before.keys()) {
        if (!names.has(element)) {
          observer.unobserve(element);
          leave(element);
        }
      }
    },
    stop() {
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
      names.clear();
    },
  };
};
