import type { ArrivedCounts, DeliveryCounts } from './counts.js';
import { shareOf, type Share } from './estimate.js';

/** Of one place: what arrived of what was made there, as far as it can be known. */
export interface ArrivedFigures extends ArrivedCounts {
  /** Of the records that were certainly made here, those that arrived. */
  share: Share;
  /** The same if everything that may have been made here or elsewhere was made here; null under five. */
  atWorst: number | null;
}

export interface DeliveryFigures extends DeliveryCounts {
  /** Of the records made. */
  arrivedShare: Share;
  places: ArrivedFigures[];
}

/** More may arrive than was made where a browser's numbering began again. */
export const deliveryOf = (counts: DeliveryCounts): DeliveryFigures => ({
  ...counts,
  arrivedShare: shareOf(Math.min(counts.arrived, counts.made), counts.made),
  places: (counts.places ?? []).map((place) => {
    const { arrived, missing, perhaps } = place;
    const share = shareOf(arrived, arrived + missing);
    return {
      ...place,
      share,
      atWorst: share.shown ? arrived / (arrived + missing + perhaps) : null,
    };
  }),
});
