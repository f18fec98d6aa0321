import { DEFAULT_SETTINGS, type LevelCounts, type SiteSettings } from '@wayfelt/protocol';
import { compareMany, type Comparison } from './compare.js';
import { changesIn, type Change } from './changes.js';
import { deliveryOf, type DeliveryFigures } from './arrived.js';
import type { Mark, OutcomeCounts, ReportCounts, Slice } from './counts.js';
import { byGap, gapsOf, type Gap } from './gap.js';
import { inOrder } from './in-order.js';
import { lastWordsOf, type LastWords } from './last-words.js';
import { lazily, once } from './lazy.js';
import { addLevels } from './levels.js';
import { momentsOfTruth, type Moment } from './moments.js';
import { outcomesOf, type OutcomeFigures } from './outcomes.js';
import { pairedChanges, type PairedChange } from './paired.js';
import { peakEndOf, type PeakEnd } from './peak-end.js';
import {
  addSides,
  each,
  figuresOf,
  noSide,
  placeKey,
  placesOf,
  type ByStanding,
  type Place,
  type PlaceFigures,
} from './place.js';
import { rankingOf, type Ranking } from './rank.js';
import { ratersAgainstOthers, type RatersDiffer } from './raters.js';
import { reasonsOf, type ReasonFigures } from './reasons.js';
import { setAsideOf, type SetAside } from './set-aside.js';
import { repeatsOf, type RepeatFigures } from './repeats.js';
import { trendOf, type TrendPoint } from './trend.js';
import { sentencesOf, type Sentence } from './sentences.js';

/** The settings that figures depend on. */
export type ReportSettings = Pick<
  SiteSettings,
  'journey' | 'touchpoints' | 'standard' | 'emotionalFrom' | 'outcomeDays'
>;

/** All figures of one slice: what `GET /v1/report` answers and the dashboard draws. */
export interface Report {
  slice: Slice;
  /** The settings that the figures were made with. */
  settings: Pick<ReportSettings, 'standard' | 'emotionalFrom' | 'outcomeDays'>;
  /** The whole slice. */
  total: PlaceFigures;
  /** In the journey's order, empty stages included (a gap, never interpolated), unknown ones after them. */
  stages: PlaceFigures[];
  touchpoints: PlaceFigures[];
  /** Most flattering first; only touchpoints about which someone wrote down a belief, once for each kind of answer. */
  gaps: Gap[];
  /** Touchpoints by pain: all answers, and prospects' alone. */
  ranking: Ranking;
  prospectRanking: Ranking;
  /** Empty lists where the store counted no outcomes. */
  outcomes: {
    /** Everyone, prospects, customers. */
    total: OutcomeFigures[];
    touchpoints: OutcomeFigures[];
  };
  /** Where the rating tells most about what comes next, first. */
  moments: Moment[];
  lastWords: LastWords;
  peakEnd: PeakEnd;
  /** The same visitors from each stage to the next. */
  paired: PairedChange[];
  /** Of how many visitors the paths are a sample, and how many there are in it. */
  paths: { visitors: number; sampled: number };
  response: { raters: RatersDiffer[] };
  /** The whole slice by days or weeks; empty where none were counted. */
  trend: TrendPoint[];
  /** Surest first. */
  changes: Change[];
  /** The whole slice first, then touchpoints. */
  repeats: RepeatFigures[];
  marks: Mark[];
  /** Why, as far as reason chips say; empty where none were counted. */
  reasons: ReasonFigures[];
  /** What is in no other figure, and why; absent where it was not counted. */
  setAside?: SetAside;
  /** Records made and arrived, in all and place by place. */
  delivery?: DeliveryFigures;
  /** What all this says, most important first. */
  sentences: Sentence[];
}

/** Every figure from counts, made when it is read: pure, the same counts give the same report. */
export function makeReport(
  given: ReportCounts,
  settings: ReportSettings = DEFAULT_SETTINGS,
): Report {
  const counts = inOrder(given);
  const rows = placesOf(counts.places);
  const stages = stagesInOrder(stagesOf(rows), settings);
  const touchpoints = rows.filter(({ touchpoint }) => touchpoint !== undefined);
  const previous = once(() => counts.previous && placesOf(counts.previous));
  const before = once(() => previous()?.filter(({ touchpoint }) => touchpoint === undefined));
  const { standard, emotionalFrom, outcomeDays } = settings;
  const { slice, paths, marks = [] } = counts;
  const outcomes = (): readonly OutcomeCounts[] => counts.outcomes ?? [];
  const { setAside, delivery } = given;
  const report: Report = lazily<Report>({
    slice: () => slice,
    settings: () => ({ standard, emotionalFrom, outcomeDays }),
    total: () =>
      totalFigures(sumOf(stages), counts.previous && (() => sumOf(before() ?? [])), settings),
    stages: () => figuresOfMany(stages, counts.previous && (() => before() ?? []), settings),
    touchpoints: () =>
      figuresOfMany(touchpoints, counts.previous && (() => previous() ?? []), settings),
    gaps: () => gapsOfAll(touchpoints, settings),
    ranking: () => rankingOf(touchpoints, 'all'),
    prospectRanking: () => rankingOf(touchpoints, 'prospect'),
    outcomes: () => outcomeFigures(outcomes()),
    moments: () => momentsOfTruth(outcomes(), reachIn(touchpoints)),
    lastWords: () => lastWordsOf(paths),
    peakEnd: () => peakEndOf(paths),
    paired: () => pairedChanges(paths, settings.journey),
    paths: () => ({ visitors: paths?.visitors ?? 0, sampled: paths?.paths.length ?? 0 }),
    response: () => ({ raters: ratersAgainstOthers(counts.groups ?? []) }),
    trend: () => trendOf(counts.periods ?? []),
    changes: () => changesIn(counts.periods ?? [], marks),
    repeats: () => repeatsOf(counts.repeats ?? []),
    marks: () => [...marks],
    reasons: () => reasonsOf(counts.reasons ?? []),
    ...(setAside ? { setAside: () => setAsideOf(counts.setAside ?? setAside) } : {}),
    ...(delivery ? { delivery: () => deliveryOf(counts.delivery ?? delivery) } : {}),
    sentences: () => sentencesOf(report),
  });
  return report;
}

function outcomeFigures(rows: readonly OutcomeCounts[]): Report['outcomes'] {
  if (rows.length === 0) return { total: [], touchpoints: [] };
  const of = (standing: 'prospect' | 'customer') => rows.filter((row) => row.standing === standing);
  return lazily<Report['outcomes']>({
    total: () => [
      outcomesOf(rows, { standing: 'all' }),
      outcomesOf(of('prospect'), { standing: 'prospect' }),
      outcomesOf(of('customer'), { standing: 'customer' }),
    ],
    touchpoints: () =>
      [...byPlace(rows).values()].flatMap((some) => {
        const [{ stage, touchpoint } = { stage: '', touchpoint: '' }] = some;
        return outcomesOf(some, { stage, touchpoint, standing: 'all' });
      }),
  });
}

function byPlace(rows: readonly OutcomeCounts[]): Map<string, OutcomeCounts[]> {
  const places = new Map<string, OutcomeCounts[]>();
  for (const row of rows) {
    const key = placeKey(row.stage, row.touchpoint);
    const some = places.get(key);
    if (some) some.push(row);
    else places.set(key, [row]);
  }
  return places;
}

function reachIn(touchpoints: readonly Place[]) {
  const met = new Map(touchpoints.map((place) => [place.touchpoint, place]));
  return (touchpoint: string, standing: 'prospect' | 'customer'): number => {
    const place = met.get(touchpoint);
    return (standing === 'prospect' ? place?.prospects.met : place?.customers.met) ?? 0;
  };
}

const stagesOf = (places: readonly Place[]): Place[] =>
  places.filter(({ touchpoint }) => touchpoint === undefined);

function stagesInOrder(stages: readonly Place[], { journey }: ReportSettings): Place[] {
  const found = new Map(stages.map((place) => [place.stage ?? '', place]));
  const known = journey.stages.map(
    ({ id }) => found.get(id) ?? { stage: id, prospects: noSide(), customers: noSide() },
  );
  const ids = new Set(journey.stages.map(({ id }) => id));
  return [...known, ...stages.filter(({ stage }) => !ids.has(stage ?? ''))];
}

/** The same visitor may stand in several stages, so sums over visitors do not add up here. */
function sumOf(stages: readonly Place[]): Place {
  const sum: Place = { prospects: noSide(), customers: noSide() };
  for (const { prospects, customers } of stages) {
    sum.prospects = addSides(sum.prospects, { ...prospects, repeated: undefined });
    sum.customers = addSides(sum.customers, { ...customers, repeated: undefined });
  }
  return sum;
}

function totalFigures(sum: Place, last: (() => Place) | undefined, settings: ReportSettings) {
  const [total] = figuresOfMany([sum], last && (() => [last()]), settings);
  if (!total) throw new Error('a report has a total');
  return total;
}

/** One family of comparisons: all places of a list together. */
function figuresOfMany(
  places: readonly Place[],
  previous: (() => readonly Place[]) | undefined,
  settings: ReportSettings,
): PlaceFigures[] {
  const standings = once(() =>
    compareMany(places.map(({ prospects, customers }) => [prospects.levels, customers.levels])),
  );
  const changes = previous && changesOf(places, previous);
  const standards = new Map(settings.touchpoints.map(({ id, standard }) => [id, standard]));
  return places.map((place, index) => {
    const standard = standards.get(place.touchpoint ?? '') ?? settings.standard;
    return figuresOf(
      place,
      { emotionalFrom: settings.emotionalFrom, standard },
      {
        prospectsAgainstCustomers: () => nth(standings(), index),
        ...(changes ? { change: () => each(changes, (family) => nth(family(), index)) } : {}),
      },
    );
  });
}

/** Each standing is a family of its own. */
function changesOf(
  places: readonly Place[],
  previous: () => readonly Place[],
): ByStanding<() => Comparison[]> {
  const none: Place = { prospects: noSide(), customers: noSide() };
  const pairs = once(() => {
    const before = new Map(
      previous().map((place) => [placeKey(place.stage, place.touchpoint), place]),
    );
    return places.map((place) => ({
      now: place,
      last: before.get(placeKey(place.stage, place.touchpoint)) ?? none,
    }));
  });
  const family = (levelsOf: (place: Place) => LevelCounts) =>
    once(() => compareMany(pairs().map(({ now, last }) => [levelsOf(now), levelsOf(last)])));
  return {
    all: family(bothOf),
    prospects: family(({ prospects }) => prospects.levels),
    customers: family(({ customers }) => customers.levels),
  };
}

/** Of a list that has one for each place. */
function nth(list: readonly Comparison[], index: number): Comparison {
  const one = list[index];
  if (!one) throw new Error('each place is compared');
  return one;
}

const bothOf = ({ prospects, customers }: Place) => addLevels(prospects.levels, customers.levels);

function gapsOfAll(touchpoints: readonly Place[], settings: ReportSettings): Gap[] {
  const beliefs = new Map(settings.touchpoints.map(({ id, beliefs }) => [id, beliefs ?? []]));
  return touchpoints
    .flatMap((place) => {
      const { stage, touchpoint } = place;
      if (stage === undefined || touchpoint === undefined) return [];
      const believed = beliefs.get(touchpoint) ?? [];
      const levels = bothOf(place);
      return gapsOf({ stage, touchpoint, levels }, believed, settings.emotionalFrom);
    })
    .sort(byGap);
}
