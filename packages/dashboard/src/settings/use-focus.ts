import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps whoever works by keys where they work: what is chosen by `focusNext` gets the focus with the next drawing, in
 * which the focused element may go away.
 */
export const useFocusNext = <E extends HTMLElement>(): {
  within: RefObject<E | null>;
  focusNext(selector: string): void;
} => {
  const within = useRef<E>(null);
  const wanted = useRef('');
  useLayoutEffect(() => {
    if (wanted.current) within.current?.querySelector<HTMLElement>(wanted.current)?.focus();
    wanted.current = '';
  });
  return {
    within,
    focusNext(selector) {
      wanted.current = selector;
    },
  };
};
