import type {
  GroupCounts,
  PeriodCounts,
  PlaceCounts,
  ReportCounts,
  SetAsideCounts,
  Slice,
} from '@wayfelt/report';
import { addLevels, noAsks } from '@wayfelt/report';
import { outcomeCounts, pathSample, repeatCounts, withAnswerers } from './histories.js';
import { reasonCounts } from './reasons.js';
import type { CountedStore, TrailStep } from './store.js';
import { arrivedCounts, dwellGroups } from './trails.js';

/** Answers whose visitors are followed one by one; of more, a fair sample of the visitors is. */
const FOLLOWED = 10_000;
/** Enough to know how far answers of the same visitors widen the intervals, where nothing else is asked of them. */
const SAMPLED = 2_000;
/** Of so many of the newest visitors every record is read: how long they stayed, and what never arrived. */
const TRAILS = 2_000;
const DAY_MS = 86_400_000;
/** Longer periods are drawn by weeks. */
const DAILY_MS = 28 * DAY_MS;

/** Parts of a report that may be asked for alone; stages are in each, and `stages` is nothing beside them. */
export const PARTS = [
  'stages',
  'touchpoints',
  'previous',
  'periods',
  'outcomes',
  'paths',
  'groups',
  'delivery',
  'repeats',
  'reasons',
  'aside',
] as const;
export type Part = (typeof PARTS)[number];

export interface CountOptions {
  parts: readonly Part[];
  /** Outcomes are looked for within so many days after a rating. */
  outcomeDays: number;
  now: number;
  /** Counts what was set aside in the distributions of places too. */
  countAside?: boolean;
  /** Where it ends, counting ends before the next part. */
  signal?: AbortSignal | undefined;
}

/** Everything that a report of this slice is made of. */
export async function countsOf(
  store: CountedStore,
  slice: Slice,
  { parts, outcomeDays, now, countAside = false, signal }: CountOptions,
): Promise<ReportCounts> {
  const has = (part: Part) => parts.includes(part);
  const follows = has('outcomes') || has('paths') || has('repeats') || has('reasons');
  const sample = follows ? await store.histories(slice, FOLLOWED) : undefined;
  if (follows) await othersFirst(signal);
  const aside = has('aside') || countAside ? await store.setAside(slice) : [];
  const counted = await placesOf(store, slice, has('touchpoints'));
  const places = countAside ? withAside(counted, aside, has('touchpoints')) : counted;
  if (has('touchpoints')) await othersFirst(signal);
  const marks = await store.marks(slice.site);
  const before = previousOf(slice);
  const horizon = { horizonMs: outcomeDays * DAY_MS, now };
  const counts: ReportCounts = {
    slice,
    places: withAnswerers(places, sample ?? (await store.answerers(slice, SAMPLED))),
    marks: marks.filter(({ at }) => at >= slice.from && at < slice.to),
  };
  if (sample && has('outcomes')) counts.outcomes = outcomeCounts(sample.histories, horizon);
  if (sample && has('paths')) counts.paths = pathSample(sample);
  if (sample && has('repeats')) counts.repeats = repeatCounts(sample.histories);
  if (sample && has('reasons')) counts.reasons = reasonCounts(sample.histories);
  if (has('aside') || countAside) counts.setAside = { places: aside, counted: countAside };
  if (follows) await othersFirst(signal);
  if (has('previous') && before) {
    await othersFirst(signal);
    counts.previous = await placesOf(store, before, has('touchpoints'));
  }
  if (has('periods')) {
    await othersFirst(signal);
    counts.periods = await periodsOf(store, slice, has('touchpoints'));
  }
  if (has('groups') || has('delivery')) {
    await othersFirst(signal);
    const trails = await store.trails(slice, TRAILS);
    if (has('groups')) counts.groups = await groupsOf(store, slice, { places, trails });
    if (has('delivery')) counts.delivery = await deliveryOf(store, slice, trails);
  }
  if (has('touchpoints')) await othersFirst(signal);
  return counts;
}

/** There is one thread: what has arrived meanwhile is received before the next part is counted. */
const othersFirst = async (signal: AbortSignal | undefined) => {
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (signal?.aborted) throw new Error('Nobody waits for these figures any more.');
};

const placesOf = async (store: CountedStore, slice: Slice, touchpoints: boolean) => [
  ...(await store.places(slice, 'stage')),
  ...(touchpoints ? await store.places(slice, 'touchpoint') : []),
];

/** The period of the same length just before; nothing where that would begin before all time. */
const previousOf = (slice: Slice): Slice | undefined => {
  const from = slice.from - (slice.to - slice.from);
  return from < 0 ? undefined : { ...slice, from, to: slice.from };
};

async function periodsOf(
  store: CountedStore,
  slice: Slice,
  touchpoints: boolean,
): Promise<PeriodCounts[]> {
  const by = slice.to - slice.from <= DAILY_MS ? 'day' : 'week';
  const stages = await store.periods(slice, by, 'stage');
  return [
    ...sumByStart(stages),
    ...stages,
    ...(touchpoints ? await store.periods(slice, by, 'touchpoint') : []),
  ];
}

function sumByStart(stages: readonly PeriodCounts[]): PeriodCounts[] {
  const sums = new Map<string, PeriodCounts>();
  for (const { start, standing, levels, met } of stages) {
    const key = `${start} ${standing}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? { start, standing, levels: addLevels(sum.levels, levels), met: sum.met + met }
        : { start, standing, levels, met },
    );
  }
  return [...sums.values()];
}

async function groupsOf(
  store: CountedStore,
  slice: Slice,
  { places, trails }: { places: readonly PlaceCounts[]; trails: Trails },
): Promise<GroupCounts[]> {
  const stages = places
    .filter(({ touchpoint }) => touchpoint === undefined)
    .map(({ stage, standing, met, asks, levels }) => ({
      by: 'stage' as const,
      value: stage,
      standing,
      met,
      seen: asks.seen,
      levels,
    }));
  return [...stages, ...(await store.groups(slice)), ...dwellGroups(trails, slice)];
}

type Trails = readonly (readonly TrailStep[])[];

const deliveryOf = async (store: CountedStore, slice: Slice, trails: Trails) => ({
  ...(await store.delivery(slice)),
  places: arrivedCounts(trails, slice),
});

/** The same places with the answers that were set aside, each at its stage and at its touchpoint. */
function withAside(
  places: readonly PlaceCounts[],
  aside: readonly SetAsideCounts[],
  touchpoints: boolean,
): PlaceCounts[] {
  const more = aside.flatMap(({ stage, touchpoint, standing, levels }): PlaceCounts[] => {
    const nothing = { met: 0, asks: noAsks(), stage, standing, levels };
    return touchpoints && touchpoint !== '' ? [nothing, { ...nothing, touchpoint }] : [nothing];
  });
  return [...places, ...more];
}
