import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from '../when-idle.js';

/** Drawn in a task of its own, once the browser has nothing more urgent to do: what nobody looks at first. */
export const Later = ({ children }: { children: () => ComponentChildren }): JSX.Element | null => {
  const [due, setDue] = useState(false);
  useEffect(() => whenIdle(() => setDue(true)), []);
  return due ? <>{children()}</> : null;
};
