/** Longer than this nobody waits, however busy the page is. */
const AT_MOST_MS = 500;

/** Work for when the browser has nothing more urgent to do. Returns what calls it off. */
export const whenIdle = (work: () => void): (() => void) => {
  // Safari has no idle callbacks
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: AT_MOST_MS });
  return () => cancelIdleCallback(request);
};
