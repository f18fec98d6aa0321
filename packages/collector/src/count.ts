import type { ReportCounts, Slice } from '@wayfelt/report';
import type { Store } from './store.js';

/** Everything that a report of this slice is made of. */
export async function countsOf(store: Store, slice: Slice): Promise<ReportCounts> {
  const [stages, touchpoints, delivery, marks] = await Promise.all([
    store.places(slice, 'stage'),
    store.places(slice, 'touchpoint'),
    store.delivery(slice),
    store.marks(slice.site),
  ]);
  return {
    slice,
    places: [...stages, ...touchpoints],
    delivery,
    marks: marks.filter(({ at }) => at >= slice.from && at < slice.to),
  };
}
