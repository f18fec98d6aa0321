import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import { compareMany, type Comparison } from './compare.js';
import type { DeliveryCounts, Mark, ReportCounts, Slice } from './counts.js';
import { byGap, gapOf, type Gap } from './gap.js';
import { addLevels } from './levels.js';
import {
  addSides,
  figuresOf,
  noSide,
  placeKey,
  placesOf,
  type ByStanding,
  type Place,
  type PlaceFigures,
} from './place.js';

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
  /** Widest first; only touchpoints about which someone wrote down a belief. */
  gaps: Gap[];
  marks: Mark[];
  delivery?: DeliveryCounts;
}

/** Makes every figure from counts: pure, the same counts give the same report. */
export function makeReport(
  counts: ReportCounts,
  settings: ReportSettings = DEFAULT_SETTINGS,
): Report {
  const rows = placesOf(counts.places);
  const stages = inOrder(
    rows.filter(({ touchpoint }) => touchpoint === undefined),
    settings,
  );
  const touchpoints = rows.filter(({ touchpoint }) => touchpoint !== undefined);
  const previous = counts.previous && placesOf(counts.previous);
  const { standard, emotionalFrom, outcomeDays } = settings;
  const [total] = figuresOfMany([sumOf(stages)], previous && [sumOf(stagesOf(previous))], settings);
  if (!total) throw new Error('a report has a total');
  return {
    slice: counts.slice,
    settings: { standard, emotionalFrom, outcomeDays },
    total,
    stages: figuresOfMany(stages, previous && stagesOf(previous), settings),
    touchpoints: figuresOfMany(touchpoints, previous, settings),
    gaps: gapsOf(touchpoints, settings),
    marks: counts.marks ?? [],
    ...(counts.delivery ? { delivery: counts.delivery } : {}),
  };
}

const stagesOf = (places: readonly Place[]): Place[] =>
  places.filter(({ touchpoint }) => touchpoint === undefined);

function inOrder(stages: readonly Place[], { journey }: ReportSettings): Place[] {
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

/** One family of comparisons: all places of a list together. */
function figuresOfMany(
  places: readonly Place[],
  previous: readonly Place[] | undefined,
  settings: ReportSettings,
): PlaceFigures[] {
  const standings = compareMany(
    places.map(({ prospects, customers }) => [prospects.levels, customers.levels]),
  );
  const changes = previous && changesOf(places, previous);
  const standards = new Map(settings.touchpoints.map(({ id, standard }) => [id, standard]));
  return places.flatMap((place, index) => {
    const prospectsAgainstCustomers = standings[index];
    if (!prospectsAgainstCustomers) return [];
    const standard = standards.get(place.touchpoint ?? '') ?? settings.standard;
    const change = changes?.[index];
    return {
      ...figuresOf(place, { emotionalFrom: settings.emotionalFrom, standard }),
      prospectsAgainstCustomers,
      ...(change ? { change } : {}),
    };
  });
}

function changesOf(
  places: readonly Place[],
  previous: readonly Place[],
): (ByStanding<Comparison> | undefined)[] {
  const before = new Map(previous.map((place) => [placeKey(place.stage, place.touchpoint), place]));
  const none: Place = { prospects: noSide(), customers: noSide() };
  const pairs = places.map((place) => ({
    now: place,
    last: before.get(placeKey(place.stage, place.touchpoint)) ?? none,
  }));
  const all = compareMany(pairs.map(({ now, last }) => [bothOf(now), bothOf(last)]));
  const prospects = compareMany(
    pairs.map(({ now, last }) => [now.prospects.levels, last.prospects.levels]),
  );
  const customers = compareMany(
    pairs.map(({ now, last }) => [now.customers.levels, last.customers.levels]),
  );
  return pairs.map((_, index) => {
    const [a, p, c] = [all[index], prospects[index], customers[index]];
    return a && p && c ? { all: a, prospects: p, customers: c } : undefined;
  });
}

const bothOf = ({ prospects, customers }: Place) => addLevels(prospects.levels, customers.levels);

function gapsOf(touchpoints: readonly Place[], settings: ReportSettings): Gap[] {
  const beliefs = new Map(settings.touchpoints.map(({ id, beliefs }) => [id, beliefs ?? []]));
  return touchpoints
    .flatMap((place) => {
      const { stage, touchpoint } = place;
      if (stage === undefined || touchpoint === undefined) return [];
      const believed = beliefs.get(touchpoint) ?? [];
      return gapOf({ stage, touchpoint, levels: bothOf(place) }, believed) ?? [];
    })
    .sort(byGap);
}
