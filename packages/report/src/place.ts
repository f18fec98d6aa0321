import type { Level, LevelCounts, Standard, Standing } from '@wayfelt/protocol';
import { boundsOf, type Bounds } from './bounds.js';
import type { Comparison } from './compare.js';
import type { AskCounts, PlaceCounts, RepeatedAnswers, WeightedAnswers } from './counts.js';
import { feltOf, type Felt } from './felt.js';
import { funnelOf, type Funnel } from './funnel.js';
import { lazily, type Makers } from './lazy.js';
import { addLevels, noLevels, totalOf } from './levels.js';
import { weightedOf, type WeightedFelt } from './weighted.js';
import { againstStandard, type StandardFigures } from './standards.js';

/** Everybody, and the two that are set against each other. */
export interface ByStanding<T> {
  all: T;
  prospects: T;
  customers: T;
}

/** All figures of one stage, one touchpoint, or the whole slice. */
export interface PlaceFigures {
  /** `''`: no source named a stage. Absent: the whole slice. */
  stage?: string;
  touchpoint?: string;
  felt: ByStanding<Felt>;
  standard: ByStanding<StandardFigures>;
  funnel: ByStanding<Funnel>;
  /** What silence could hide, among those who saw the question; null under 5 answers. */
  bounds: ByStanding<Bounds | null>;
  /** Weighted by 1 / (probability of being asked); absent or null where everybody was asked alike. */
  weighted?: ByStanding<WeightedFelt | null>;
  /** Prospects (first) against customers (second). */
  prospectsAgainstCustomers: Comparison;
  /** This period (first) against the last (second); absent where no last period was counted. */
  change?: ByStanding<Comparison>;
}

/** Counts of one place for both standings. */
export interface Place {
  stage?: string;
  touchpoint?: string;
  prospects: Side;
  customers: Side;
}

export interface Side {
  levels: LevelCounts;
  met: number;
  asks: AskCounts;
  repeated?: RepeatedAnswers | undefined;
  weighted?: WeightedAnswers | undefined;
}

/** Brings the rows of both standings together, in order of appearance. */
export function placesOf(rows: readonly PlaceCounts[]): Place[] {
  const places = new Map<string, Place>();
  for (const row of rows) {
    const key = placeKey(row.stage, row.touchpoint);
    const place = places.get(key) ?? {
      stage: row.stage,
      ...(row.touchpoint === undefined ? {} : { touchpoint: row.touchpoint }),
      prospects: noSide(),
      customers: noSide(),
    };
    const side = sideName(row.standing);
    place[side] = addSides(place[side], row);
    places.set(key, place);
  }
  return [...places.values()];
}

export const placeKey = (stage: string | undefined, touchpoint: string | undefined): string =>
  JSON.stringify([stage ?? null, touchpoint ?? null]);

const sideName = (standing: Standing): 'prospects' | 'customers' =>
  standing === 'prospect' ? 'prospects' : 'customers';

export const noAsks = (): AskCounts => ({
  eligible: 0,
  shown: 0,
  seen: 0,
  answered: 0,
  dismissed: 0,
  snoozed: 0,
  ignored: 0,
  never: 0,
});

export const noSide = (): Side => ({ levels: noLevels(), met: 0, asks: noAsks() });

export function addSides(a: Side, b: Side): Side {
  const asks = noAsks();
  for (const event of Object.keys(asks) as (keyof AskCounts)[])
    asks[event] = (a.asks[event] ?? 0) + (b.asks[event] ?? 0);
  return {
    levels: addLevels(a.levels, b.levels),
    met: a.met + b.met,
    asks,
    repeated: addRepeated(a, b),
    weighted: addWeighted(a, b),
  };
}

/** A side without weights counts each answer as one. */
function addWeighted(a: Side, b: Side): WeightedAnswers | undefined {
  if (!a.weighted && !b.weighted) return undefined;
  const [x, y] = [a, b].map(
    ({ weighted, levels }) => weighted ?? { levels, squares: totalOf(levels) },
  );
  return x && y && { levels: addLevels(x.levels, y.levels), squares: x.squares + y.squares };
}

/** Sums over different visitors add up; where only one side has them, the other side's answers count as one each. */
function addRepeated(a: Side, b: Side): RepeatedAnswers | undefined {
  if (totalOf(a.levels) === 0) return b.repeated;
  if (totalOf(b.levels) === 0) return a.repeated;
  if (!a.repeated || !b.repeated) return undefined;
  const [x, y] = [a.repeated, b.repeated];
  return {
    visitors: x.visitors + y.visitors,
    nn: x.nn + y.nn,
    sn: x.sn + y.sn,
    ss: x.ss + y.ss,
    pn: x.pn + y.pn,
    pp: x.pp + y.pp,
  };
}

type Compared = 'prospectsAgainstCustomers' | 'change';

/** The figures of one place; how its comparisons are made is given, since they belong to a list. */
export function figuresOf(
  { stage, touchpoint, prospects, customers }: Place,
  { emotionalFrom, standard }: { emotionalFrom: Level; standard: Standard },
  compared: Makers<Pick<PlaceFigures, Compared>>,
): PlaceFigures {
  const sides = lazily<ByStanding<Side>>({
    all: () => addSides(prospects, customers),
    prospects: () => prospects,
    customers: () => customers,
  });
  return lazily<PlaceFigures>({
    ...(stage === undefined ? {} : { stage: () => stage }),
    ...(touchpoint === undefined ? {} : { touchpoint: () => touchpoint }),
    felt: () => each(sides, ({ levels, repeated }) => feltOf(levels, { emotionalFrom, repeated })),
    standard: () => each(sides, ({ levels }) => againstStandard(levels, standard)),
    funnel: () => each(sides, ({ met, asks, levels }) => funnelOf(met, asks, totalOf(levels))),
    ...(prospects.weighted || customers.weighted
      ? {
          weighted: () =>
            each(sides, ({ levels, weighted }) => (weighted ? weightedOf(levels, weighted) : null)),
        }
      : {}),
    bounds: () =>
      each(sides, ({ levels, asks, met }) => boundsOf(levels, asks.seen || met, emotionalFrom)),
    ...compared,
  });
}

export const each = <A, B>(sides: ByStanding<A>, make: (value: A) => B): ByStanding<B> =>
  lazily({
    all: () => make(sides.all),
    prospects: () => make(sides.prospects),
    customers: () => make(sides.customers),
  });
