/**
 * Makes UUIDs of version 7 (RFC 9562, 2024) that sort in the order they were made, even when the clock jumps
 * back or many are made in one millisecond: each carries a later millisecond than the one before.
 */
export const createUuid = (): (() => string) => {
  let last = 0;
  const digit = () => ((crypto.getRandomValues(new Uint8Array(1))[0] as number) % 16).toString(16);
  return () => {
    last = Math.max(last + 1, Date.now());
    const shape = last.toString(16).padStart(12, '0') + '-7xxx-8xxx-xxxxxxxxxxxx';
    return shape.replace(/.{8}/, '$&-').replace(/x/g, digit);
  };
};
