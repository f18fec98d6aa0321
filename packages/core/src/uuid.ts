/**
 * Makes UUIDs of version 7 (RFC 9562, 2024) that sort in the order they were made, even when the clock jumps
 * back or many are made in one millisecond: each carries a later millisecond than the one before.
 */
export const createUuid = (now: () => number): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now());
    const time = last.toString(16).padStart(12, '0');
    let random = '';
    for (const byte of crypto.getRandomValues(new Uint8Array(10))) {
      random += (byte + 256).toString(16).slice(1);
    }
    const variant = ((parseInt(random.slice(3, 4), 16) & 3) + 8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
  };
};
