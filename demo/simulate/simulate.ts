import { makeBeliefs, type TouchpointBeliefs } from './beliefs.js';
import { robotRecords, SHARES, soil, type Arrival, type Dirt } from './dirt.js';
import { DEFAULT_OPTIONS, type SimulationOptions } from './options.js';
import { makePlan, type Plan } from './plan.js';
import { populationOf } from './population.js';
import { createRecorder } from './records.js';
import { createTally, type Tally } from './tally.js';
import { live, type Sink } from './visitor.js';

/** What a report should find: the exact probabilities, and what truly happened to these visitors. */
export interface Truth {
  options: SimulationOptions;
  dirt: Dirt;
  population: ReturnType<typeof populationOf>;
  realised: Tally;
  /** Records that a store should hold at the end, by type; and what it should have refused and not counted twice. */
  records: { [type: string]: number };
  refused: number;
  duplicates: number;
  robots: number;
}

export interface Simulation {
  plan: Plan;
  beliefs: TouchpointBeliefs[];
  /** Lives the visitors one by one; the truth is complete when the last has been taken. */
  arrivals(): Generator<Arrival, Truth>;
}

/** Simulated visitors with known truth: the same options give the same bytes, in Node and in every browser. */
export function simulate(
  given: Partial<SimulationOptions> = {},
  { dirt = 'wire' as Dirt }: { dirt?: Dirt } = {},
): Simulation {
  const options = { ...DEFAULT_OPTIONS, ...given };
  const plan = makePlan(options);
  return { plan, beliefs: makeBeliefs(plan), arrivals: () => arrivals(plan, dirt) };
}

function* arrivals(plan: Plan, dirt: Dirt): Generator<Arrival, Truth> {
  const { options } = plan;
  const tally = createTally();
  const recorder = createRecorder(plan);
  const both = bothOf(tally, recorder);
  const records: Truth['records'] = {};
  let [refused, duplicates] = [0, 0];
  for (let visitor = 0; visitor < options.visitors; visitor++) {
    live(plan, visitor, both);
    const made = recorder.records();
    for (const { type } of made) records[type] = (records[type] ?? 0) + 1;
    const arrival = soil(made, plan, { visitor, dirt });
    refused += arrival.invalid;
    duplicates += arrival.duplicates;
    yield arrival;
  }
  const robots = dirt === 'all' ? Math.ceil(options.visitors * SHARES.robots) : 0;
  for (let robot = 0; robot < robots; robot++)
    yield { skewMs: 0, records: robotRecords(plan, robot), invalid: 0, duplicates: 0 };
  const [population, realised] = [populationOf(plan), tally.result()];
  return { options, dirt, population, realised, records, refused, duplicates, robots };
}

const bothOf = (first: Sink, second: Sink): Sink => ({
  visitor(traits) {
    first.visitor(traits);
    second.visitor(traits);
  },
  stage(...told) {
    first.stage(...told);
    second.stage(...told);
  },
  meeting(meeting) {
    first.meeting(meeting);
    second.meeting(meeting);
  },
  outcome(...told) {
    first.outcome(...told);
    second.outcome(...told);
  },
});
