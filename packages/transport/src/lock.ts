import type { Page } from './types.js';

/** Longer than one request may take, so only a frozen tab's lock is ever taken away. */
const PATIENCE_MS = 30_000;

/**
 * One tab at a time. Held for one request only; a holder that was frozen meanwhile is passed over (`steal`), and
 * without Web Locks everybody may: both at worst send something twice.
 */
export const alone = async (name: string, page: Page, work: () => Promise<boolean>) => {
  const locks = page.navigator?.locks;
  if (!locks) return work();
  let held = false;
  const hold = () => {
    held = true;
    return work();
  };
  const impatience = new AbortController();
  const timer = page.setTimeout(() => impatience.abort(), PATIENCE_MS);
  try {
    return await locks.request(name, { signal: impatience.signal }, hold);
  } catch {
    // Here also when somebody took the lock from us: then our work goes on and is not begun again.
    return held ? false : locks.request(name, { steal: true }, hold).catch(() => false);
  } finally {
    page.clearTimeout(timer as never);
  }
};
