import type { PlaceFigures, Report } from '@wayfelt/report';

/** The one thing that matters most, found in this order of urgency; the screen puts it into words. */
export type Headline =
  | { kind: 'prospects-worse'; place: PlaceFigures }
  | { kind: 'fell'; place: PlaceFigures }
  | { kind: 'pain'; place: PlaceFigures }
  | { kind: 'fine'; place: PlaceFigures }
  | { kind: 'early'; n: number; missing: number }
  | { kind: 'none' };

/** From how many of a hundred on the negative answers of a stage are called its pain. */
const PAIN_FROM = 0.2;

/**
 * Prospects first: a stage where they feel worse than customers, the plainest difference of all. Then a stage that
 * fell, then the one with the most certain pain. Only what the report calls a difference is called one here.
 */
export const headlineOf = (report: Report): Headline => {
  const { stages, total } = report;
  if (total.felt.all.n === 0) return { kind: 'none' };
  const worse = most(
    stages.filter((place) => place.prospectsAgainstCustomers.verdict === 'worse'),
    (place) => 0.5 - (place.prospectsAgainstCustomers.superiority.value ?? 0.5),
  );
  if (worse) return { kind: 'prospects-worse', place: worse };
  const fell = most(
    stages.filter((place) => place.change?.all.verdict === 'worse'),
    (place) => 0.5 - (place.change?.all.superiority.value ?? 0.5),
  );
  if (fell) return { kind: 'fell', place: fell };
  const solid = stages.filter((place) => place.felt.all.net.shown);
  const pain = most(solid, (place) => place.felt.all.negative.low ?? 0);
  if (pain && (pain.felt.all.negative.low ?? 0) >= PAIN_FROM) return { kind: 'pain', place: pain };
  const best = most(solid, (place) => place.felt.all.positive.low ?? 0);
  if (best) return { kind: 'fine', place: best };
  return { kind: 'early', n: total.felt.all.n, missing: total.felt.all.missing };
};

const most = (
  places: readonly PlaceFigures[],
  measure: (place: PlaceFigures) => number,
): PlaceFigures | undefined =>
  places.reduce<PlaceFigures | undefined>(
    (best, place) => (best && measure(best) >= measure(place) ? best : place),
    undefined,
  );
