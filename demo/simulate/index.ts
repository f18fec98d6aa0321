/**
 * Simulated visitors with known truth, for the demo and for the statistical tests. Imports nothing but the words on
 * the wire, and nothing of Node: the same seed makes the same files in a browser.
 *
 *     const { arrivals } = simulate({ seed: 1, visitors: 5_000 });
 */
export { simulate, type Simulation, type Truth } from './simulate.js';
export {
  BAIN_MEAN,
  DAY_MS,
  DEFAULT_OPTIONS,
  DEMO_OPTIONS,
  NONRESPONSE,
  SIZES,
  WEEK_MS,
  WEEKS,
  type Nonresponse,
  type SimulationOptions,
} from './options.js';
export type { Arrival, Dirt } from './dirt.js';
export type { TouchpointBeliefs } from './beliefs.js';
export { fmix32, mulberry32, streamOf } from './random.js';
