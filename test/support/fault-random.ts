/** Numbers from 0 to 1 that a seed repeats (mulberry32, public domain, T. Ettinger 2017). */
export interface Random {
  (): number;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  /** True in this share of cases. */
  chance(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return Object.assign(() => next(), {
    below,
    chance: (share: number) => next() < share,
    pick: <T>(from: readonly [T, ...T[]]) => from[below(from.length)] ?? from[0],
  });
}
