/** Draws numbers in [0, 1). */
export type Random = () => number;

/** mulberry32 (Tommy Ettinger's generator, public domain): 32 bits of state, the same in every engine. */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** MurmurHash3's finaliser: neighbouring numbers become unrelated ones. */
export function fmix32(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Every visitor has a stream of their own, so that leaving one out changes nobody else. */
export const streamOf = (seed: number, visitor: number): Random =>
  mulberry32((seed ^ fmix32(visitor)) >>> 0);

/** Standard normal by Box–Muller: always two draws, so that the order of draws stays fixed. */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** The index that `at` (0 to 1) falls into; what the weights leave over is the last index + 1. */
export function pick(weights: readonly number[], at: number): number {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    sum += weight;
    if (at < sum) return index;
  }
  return weights.length;
}

export const between = (low: number, high: number, at: number): number => low + (high - low) * at;
