import type { ReportCounts } from './counts.js';
import { lazily } from './lazy.js';

/** Sorts rows by some of their words: a store may answer in any order, the report is the same. */
function sorted<T>(rows: readonly T[], words: (row: T) => readonly (string | undefined)[]): T[] {
  return rows
    .map((row) => ({ row, key: JSON.stringify(words(row).map((word) => word ?? '')) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ row }) => row);
}

/** The same counts, in an order that does not depend on how they were stored. */
export function inOrder(counts: ReportCounts): ReportCounts {
  const { places, previous, periods, outcomes, groups, repeats, reasons, setAside, delivery } =
    counts;
  const byPlace = (row: { stage?: string; touchpoint?: string; standing?: string }) => [
    row.stage,
    row.touchpoint,
    row.standing,
  ];
  const { slice, paths, marks } = counts;
  return lazily<ReportCounts>({
    slice: () => slice,
    places: () => sorted(places, byPlace),
    ...(paths ? { paths: () => paths } : {}),
    ...(marks ? { marks: () => marks } : {}),
    ...(previous ? { previous: () => sorted(previous, byPlace) } : {}),
    ...(periods ? { periods: () => sorted(periods, byPlace) } : {}),
    ...(outcomes
      ? { outcomes: () => sorted(outcomes, (row) => [...byPlace(row), row.stratum]) }
      : {}),
    ...(groups
      ? { groups: () => sorted(groups, ({ by, value, standing }) => [by, value, standing]) }
      : {}),
    ...(repeats ? { repeats: () => sorted(repeats, byPlace) } : {}),
    ...(reasons ? { reasons: () => sorted(reasons, byPlace) } : {}),
    ...(setAside
      ? { setAside: () => ({ ...setAside, places: sorted(setAside.places, byPlace) }) }
      : {}),
    ...(delivery
      ? {
          delivery: () =>
            delivery.places ? { ...delivery, places: sorted(delivery.places, byPlace) } : delivery,
        }
      : {}),
  });
}
