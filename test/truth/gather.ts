import type { LevelCounts, Standing } from '@wayfelt/protocol';
import {
  noAsks,
  noLevels,
  noOutcomes,
  type OutcomeCounts,
  type OutcomeLevel,
  type PlaceCounts,
} from '@wayfelt/report';
import { DAY_MS, DEFAULT_OPTIONS, type SimulationOptions } from '../../demo/simulate/options.js';
import { makePlan, type Plan } from '../../demo/simulate/plan.js';
import { live, type Traits } from '../../demo/simulate/visitor.js';
import type { Touchpoint } from '../../demo/simulate/world.js';

/** How many seeds each check looks at; WAYFELT_SEEDS=2000 looks at more. */
export const SEEDS = Number(process.env['WAYFELT_SEEDS'] ?? 200);

/** The horizon of outcomes, as in the default settings. */
const HORIZON_MS = 30 * DAY_MS;

/** What a store would have counted of these visitors, without wire and database between. */
export interface Gathered {
  plan: Plan;
  places: PlaceCounts[];
  outcomes: OutcomeCounts[];
  /** Levels of everyone who saw the question, silent or not: touchpoint → `[level - 1] → n`. */
  seers: Map<string, LevelCounts>;
}

interface Answer {
  touchpoint: string;
  stage: string;
  standing: Standing;
  level: number;
  at: number;
}

const noStratum = (): string => '';

/** Lives all visitors of one seed and counts what they said. */
export function gather(
  given: Partial<SimulationOptions>,
  { stratumOf = noStratum }: { stratumOf?: (traits: Traits) => string } = {},
): Gathered {
  const plan = makePlan({ ...DEFAULT_OPTIONS, ...given });
  const places = new Map<string, PlaceCounts>();
  const outcomes = new Map<string, OutcomeCounts>();
  const seers: Gathered['seers'] = new Map();
  let traits: Traits | undefined;
  let answers: Answer[] = [];
  let happened: { outcome: string; at: number }[] = [];

  const placeOf = (stage: string, touchpoint: string | undefined, standing: Standing) => {
    const key = `${standing} ${stage} ${touchpoint ?? ''}`;
    let place = places.get(key);
    if (!place) {
      const asks = noAsks();
      place = {
        stage,
        ...(touchpoint ? { touchpoint } : {}),
        standing,
        levels: noLevels(),
        met: 0,
        asks,
      };
      places.set(key, place);
    }
    return place;
  };

  // Looked up for every meeting, so by identity and not by words.
  const pairs = {
    prospect: new Map<Touchpoint, PlaceCounts[]>(),
    customer: new Map<Touchpoint, PlaceCounts[]>(),
  };
  const bothOf = (touchpoint: Touchpoint, standing: Standing): PlaceCounts[] => {
    let both = pairs[standing].get(touchpoint);
    if (!both) {
      const { stage, id } = touchpoint;
      both = [placeOf(stage, id, standing), placeOf(stage, undefined, standing)];
      pairs[standing].set(touchpoint, both);
    }
    return both;
  };

  const closeVisitor = (): void => {
    if (answers.length === 0) {
      happened = [];
      return;
    }
    addRepeats(answers, placeOf);
    if (traits)
      addOutcomes(outcomes, answers, happened, {
        until: plan.options.until,
        stratum: stratumOf(traits),
      });
    answers = [];
    happened = [];
  };

  const sink = {
    visitor(next: Traits) {
      traits = next;
    },
    stage(stage: string, standing: Standing) {
      placeOf(stage, undefined, standing).met += 1;
    },
    meeting({
      touchpoint,
      standing,
      at,
      level,
      claimed,
      question,
    }: Parameters<Parameters<typeof live>[2]['meeting']>[0]) {
      const both = bothOf(touchpoint, standing);
      if (both[0]) both[0].met += 1;
      if (question === 'not-asked') return;
      for (const { asks } of both) asks.shown += 1;
      if (question === 'shown') return;
      const seen = seers.get(touchpoint.id) ?? noLevels();
      seen[level - 1] = (seen[level - 1] ?? 0) + 1;
      seers.set(touchpoint.id, seen);
      for (const { asks } of both) asks.seen += 1;
      if (question === 'seen') return;
      for (const { asks, levels } of both) {
        asks.answered += 1;
        levels[claimed - 1] = (levels[claimed - 1] ?? 0) + 1;
      }
      answers.push({
        touchpoint: touchpoint.id,
        stage: touchpoint.stage,
        standing,
        level: claimed,
        at,
      });
    },
    outcome(outcome: string, _standing: Standing, at: number) {
      happened.push({ outcome, at });
    },
  };
  for (let visitor = 0; visitor < plan.options.visitors; visitor++) {
    live(plan, visitor, sink);
    closeVisitor();
  }
  return { plan, places: [...places.values()], outcomes: [...outcomes.values()], seers };
}

/** Sums over the visitors of a stage: who answers twice counts as one person. */
function addRepeats(
  answers: readonly Answer[],
  placeOf: (stage: string, touchpoint: string | undefined, standing: Standing) => PlaceCounts,
): void {
  const groups = new Map<PlaceCounts, number[]>();
  for (const { stage, touchpoint, standing, level } of answers)
    for (const place of [placeOf(stage, undefined, standing), placeOf(stage, touchpoint, standing)])
      groups.set(place, [...(groups.get(place) ?? []), level]);
  for (const [place, levels] of groups) {
    const sums = (place.repeated ??= { visitors: 0, nn: 0, sn: 0, ss: 0, pn: 0, pp: 0 });
    const n = levels.length;
    const s = levels.reduce((sum, level) => sum + level, 0);
    const p = levels.filter((level) => level > 4).length;
    sums.visitors += 1;
    sums.nn += n * n;
    sums.sn += s * n;
    sums.ss += s * s;
    sums.pn += p * n;
    sums.pp += p * p;
  }
}

function addOutcomes(
  counts: Map<string, OutcomeCounts>,
  answers: readonly Answer[],
  happened: readonly { outcome: string; at: number }[],
  { until, stratum }: { until: number; stratum: string },
): void {
  const rated = new Set<string>();
  for (const { touchpoint, stage, standing, level, at } of answers) {
    if (rated.has(touchpoint)) continue;
    rated.add(touchpoint);
    const key = `${standing} ${touchpoint} ${stratum}`;
    const row = counts.get(key) ?? { stage, touchpoint, standing, stratum, levels: eightLevels() };
    counts.set(key, row);
    const here = row.levels[level - 1];
    if (!here) continue;
    if (at + HORIZON_MS > until) {
      here.open += 1;
      continue;
    }
    here.closed += 1;
    const after = happened
      .filter((one) => one.at > at && one.at <= at + HORIZON_MS)
      .sort((a, b) => a.at - b.at);
    for (const outcome of new Set(after.map((one) => one.outcome)))
      here.outcomes[outcome] = (here.outcomes[outcome] ?? 0) + 1;
    const [first] = after;
    if (first) here.first[first.outcome] = (here.first[first.outcome] ?? 0) + 1;
    else here.none += 1;
  }
}

const eightLevels = (): OutcomeLevel[] => noLevels().map(noOutcomes);

/** Visitors as the specification draws them, without what blurs the exact probabilities. */
export const PLAIN: Partial<SimulationOptions> = {
  nonresponse: 'mcar',
  pressure: false,
  repeats: false,
  changes: false,
};
