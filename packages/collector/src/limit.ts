/** Requests per minute of one address to one site. An outbox sends a few; a shop behind one address many. */
const A_MINUTE = 6_000;
const MINUTE_MS = 60_000;
/** More addresses than this at once are an attack; counting starts again rather than filling the memory. */
const REMEMBERED = 100_000;

/** Counts requests by a key; answers the seconds to wait when there were too many, else nothing. */
export function createLimit(now: () => number, aMinute: number = A_MINUTE) {
  let minute = 0;
  const counts = new Map<string, number>();
  return (key: string): number | undefined => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute || counts.size > REMEMBERED) {
      minute = current;
      counts.clear();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > aMinute
      ? Math.max(1, Math.ceil(((current + 1) * MINUTE_MS - now()) / 1000))
      : undefined;
  };
}
