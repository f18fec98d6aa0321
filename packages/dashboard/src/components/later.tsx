import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Longer than this nobody waits, however busy the page is. */
const AT_MOST_MS = 500;

/** Drawn in a task of its own, once the browser has nothing more urgent to do: what nobody looks at first. */
export const Later = ({ children }: { children: () => ComponentChildren }): JSX.Element | null => {
  const [due, setDue] = useState(false);
  useEffect(() => whenIdle(() => setDue(true)), []);
  return due ? <>{children()}</> : null;
};

/** Returns what calls it off. */
const whenIdle = (work: () => void): (() => void) => {
  // Safari has no idle callbacks
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: AT_MOST_MS });
  return () => cancelIdleCallback(request);
};
