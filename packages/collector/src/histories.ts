import { LEVELS, isNegative, isPositive } from '@wayfelt/protocol';
import { noOutcomes } from '@wayfelt/report';
import type {
  OutcomeCounts,
  OutcomeLevel,
  PathSample,
  PlaceCounts,
  RepeatCounts,
  RepeatedAnswers,
  WeightedAnswers,
} from '@wayfelt/report';
import type { Answer, Answered, AnswererSample, History, HistorySample } from './store.js';

/** The group of `key`, made when it is the first of its kind. */
const groupOf = <T>(groups: Map<string, T>, key: readonly string[], make: () => T): T => {
  const name = JSON.stringify(key);
  let group = groups.get(name);
  if (group === undefined) groups.set(name, (group = make()));
  return group;
};

/** Most levels of most places have nobody: they share this, which is never written to. */
const NOBODY = noOutcomes();

const addOne = (counts: { [name: string]: number }, name: string) => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** What people did within `horizonMs` after the first of their ratings at each touchpoint. */
export function outcomeCounts(
  histories: readonly History[],
  { horizonMs, now }: { horizonMs: number; now: number },
): OutcomeCounts[] {
  const groups = new Map<string, OutcomeCounts>();
  for (const history of histories) {
    if (!history.known) continue;
    for (const answer of firstAtEach(history.answers)) {
      const { stage, touchpoint, standing, intent, device, source } = answer;
      const stratum = [intent, device, source].map((word) => word || '-').join(' ');
      const { levels } = groupOf(groups, [stage, touchpoint, standing, stratum], () => ({
        stage,
        touchpoint,
        standing,
        stratum,
        levels: LEVELS.map(() => NOBODY),
      }));
      const index = answer.level - 1;
      const level = levels[index] === NOBODY ? (levels[index] = noOutcomes()) : levels[index];
      if (level) follow(level, answer.at, history, { horizonMs, now });
    }
  }
  return [...groups.values()];
}

function firstAtEach(answers: readonly Answered[]): Answered[] {
  const first = new Map<string, Answered>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.stage, answer.touchpoint, answer.standing]);
    if (!first.has(key)) first.set(key, answer);
  }
  return [...first.values()];
}

function follow(
  level: OutcomeLevel,
  at: number,
  { outcomes, visits }: History,
  { horizonMs, now }: { horizonMs: number; now: number },
) {
  const end = at + horizonMs;
  if (end > now) {
    level.open += 1;
    return;
  }
  level.closed += 1;
  const after = outcomes.filter((outcome) => outcome.at >= at && outcome.at <= end);
  for (const name of new Set(after.map(({ outcome }) => outcome))) addOne(level.outcomes, name);
  const [first] = after;
  if (first) addOne(level.first, first.outcome);
  else level.none += 1;
  const returned = visits.some((start) => start > at && start <= end);
  if (returned) level.returned += 1;
  if (!first && !returned) level.gone += 1;
}

/** Levels 3 and 2 say "once" and "twice or more": what was claimed, against what was said here before. */
export function repeatCounts(histories: readonly History[]): RepeatCounts[] {
  const groups = new Map<string, RepeatCounts>();
  for (const { known, answers } of histories) {
    if (!known) continue;
    const negativeAt = new Set<string>();
    for (const { stage, touchpoint, level } of answers) {
      const place = JSON.stringify([stage, touchpoint]);
      const again = negativeAt.has(place);
      if (isNegative(level)) negativeAt.add(place);
      if (level !== 2 && level !== 3) continue;
      const counts = groupOf(groups, [stage, touchpoint], () => ({
        stage,
        touchpoint,
        onceFirst: 0,
        onceRepeated: 0,
        againFirst: 0,
        againRepeated: 0,
      }));
      counts[`${level === 3 ? 'once' : 'again'}${again ? 'Repeated' : 'First'}`] += 1;
    }
  }
  return [...groups.values()];
}

/** At most this many paths go into one report. */
const PATHS = 5_000;

export function pathSample({ share, histories }: HistorySample): PathSample {
  const known = histories.filter((history) => history.known);
  return {
    visitors: Math.round(known.length / share),
    paths: known.slice(0, PATHS).map(({ answers, outcomes }) => ({
      answers: answers.map(({ stage, touchpoint, standing, level, at }) => ({
        stage,
        touchpoint,
        standing,
        level,
        at,
      })),
      outcomes,
    })),
  };
}

/** Adds to each place who gave its answers, and how they weigh; sums over a sample are scaled up. */
export function withAnswerers(
  places: readonly PlaceCounts[],
  { share, histories }: AnswererSample,
): PlaceCounts[] {
  const groups = new Map<
    string,
    { repeated: RepeatedAnswers; weighted: WeightedAnswers; alike: boolean }
  >();
  const make = () => ({
    repeated: { visitors: 0, nn: 0, sn: 0, ss: 0, pn: 0, pp: 0 },
    weighted: { levels: [0, 0, 0, 0, 0, 0, 0, 0] as WeightedAnswers['levels'], squares: 0 },
    alike: true,
  });
  for (const { answers } of histories) {
    const own = new Map<string, Answer[]>();
    for (const answer of answers) {
      const { stage, touchpoint, standing } = answer;
      groupOf(own, [stage, standing], () => []).push(answer);
      if (touchpoint !== '') groupOf(own, [stage, standing, touchpoint], () => []).push(answer);
    }
    for (const [key, mine] of own) {
      let group = groups.get(key);
      if (!group) groups.set(key, (group = make()));
      addAnswers(group, mine, 1 / share);
    }
  }
  return places.map((place) => {
    const group = groups.get(keyOf(place));
    if (!group) return place;
    const { repeated, weighted, alike } = group;
    return { ...place, repeated, ...(alike ? {} : { weighted }) };
  });
}

const keyOf = ({ stage, standing, touchpoint }: PlaceCounts): string =>
  JSON.stringify(touchpoint === undefined ? [stage, standing] : [stage, standing, touchpoint]);

function addAnswers(
  group: { repeated: RepeatedAnswers; weighted: WeightedAnswers; alike: boolean },
  answers: readonly Answer[],
  scale: number,
) {
  const n = answers.length;
  const sum = answers.reduce((total, { level }) => total + level, 0);
  const positive = answers.filter(({ level }) => isPositive(level)).length;
  const { repeated, weighted } = group;
  repeated.visitors += scale;
  repeated.nn += scale * n * n;
  repeated.sn += scale * sum * n;
  repeated.ss += scale * sum * sum;
  repeated.pn += scale * positive * n;
  repeated.pp += scale * positive * positive;
  for (const { level, probability } of answers) {
    const weight = 1 / probability;
    const i = level - 1;
    weighted.levels[i] = (weighted.levels[i] ?? 0) + scale * weight;
    weighted.squares += scale * weight * weight;
    if (probability !== 1) group.alike = false;
  }
}
