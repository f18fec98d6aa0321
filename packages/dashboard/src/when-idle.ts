/** Longer than this nobody waits, however busy the page is. */
const AT_MOST_MS = 500;

const waiting: (() => void)[] = [];
let busy = false;

/**
 * Work for when the browser has nothing more urgent to do: one piece, then a frame, then the next, so that a slow
 * computer answers in between. Returns what calls it off.
 */
export const whenIdle = (work: () => void): (() => void) => {
  waiting.push(work);
  if (!busy) idle(next);
  busy = true;
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
};

const next = (): void => {
  const work = waiting.shift();
  busy = work !== undefined;
  if (!work) return;
  // a page that nobody sees has no frames
  if (document.visibilityState === 'visible') requestAnimationFrame(() => idle(next));
  else idle(next);
  work();
};

const idle = (work: () => void): void => {
  // Safari has no idle callbacks
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: AT_MOST_MS });
  else setTimeout(work);
};
