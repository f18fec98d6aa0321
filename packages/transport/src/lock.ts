/** Longer than one request may take, so only a frozen tab's lock is ever taken away. */
const PATIENCE_MS = 30_000;

/**
 * One tab at a time. Held for one request only; a holder that was frozen meanwhile is passed over (`steal`), and
 * without Web Locks nobody waits: both at worst send something twice.
 */
export const alone = async (name: string, work: () => Promise<unknown>): Promise<unknown> => {
  let held = false;
  const hold = () => {
    held = true;
    return work();
  };
  const { locks } = navigator;
  if (!locks) return work();
  return locks.request(name, { signal: AbortSignal.timeout?.(PATIENCE_MS) }, hold).catch(
    // Also when our lock was stolen: our work goes on then, and is not begun again.
    () => held || locks.request(name, { steal: true }, hold),
  );
};
