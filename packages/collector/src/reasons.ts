import { isNegative } from '@wayfelt/protocol';
import type { ReasonCounts } from '@wayfelt/report';
import type { History } from './store.js';

/** How often each chip was chosen at each touchpoint; an answer with several chips counts once for each, once in all. */
export function reasonCounts(histories: readonly History[]): ReasonCounts[] {
  const places = new Map<string, ReasonCounts>();
  for (const { answers } of histories)
    for (const { stage, touchpoint, standing, level, reasons } of answers) {
      if (touchpoint === '') continue;
      const key = JSON.stringify([stage, touchpoint, standing]);
      const place = places.get(key) ?? {
        stage,
        touchpoint,
        standing,
        answers: 0,
        withReasons: 0,
        reasons: {},
      };
      places.set(key, place);
      place.answers += 1;
      if (reasons.length > 0) place.withReasons += 1;
      for (const reason of new Set(reasons)) {
        const counts = (place.reasons[reason] ??= { count: 0, negative: 0 });
        counts.count += 1;
        if (isNegative(level)) counts.negative += 1;
      }
    }
  return [...places.values()].filter(({ withReasons }) => withReasons > 0);
}
