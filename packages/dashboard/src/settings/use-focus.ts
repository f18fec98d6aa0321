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

/** The same for rows of fields with a button for one more (`.add`) below them, and one (`.danger`) that removes each. */
export const useFocusInRows = (): {
  within: RefObject<HTMLElement | null>;
  afterAdding(): void;
  /** `index` of so many rows goes away: its neighbour's button has the focus then. */
  afterRemoving(index: number, count: number): void;
} => {
  const { within, focusNext } = useFocusNext<HTMLElement>();
  return {
    within,
    afterAdding: () => focusNext(':scope > fieldset:last-of-type :is(select, input)'),
    afterRemoving(index, count) {
      const next = Math.min(index + 1, count - 1);
      focusNext(next === 0 ? '.add' : `:scope > fieldset:nth-of-type(${next}) > .danger`);
    },
  };
};
