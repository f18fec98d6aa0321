/**
 * A number, as it is written, with its noun: "1 answer", "1,204 answers". English has one form for exactly 1 and one for
 * all others; the browser's own rules cost the first view milliseconds to know no more.
 */
export const many = (n: string | number, noun: string): string =>
  `${n} ${noun}${String(n) === '1' ? '' : 's'}`;
