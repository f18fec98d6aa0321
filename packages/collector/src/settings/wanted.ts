import { isPositive, type LevelCounts, type TouchpointSettings } from '@wayfelt/protocol';
import { wilson, type PlaceCounts } from '@wayfelt/report';

/** No answers are wanted more than these; anything finer would change a page's settings for nothing. */
const STEPS = 20;

/**
 * How much an answer is wanted at each touchpoint: the width of the 95% interval of its share of positive
 * answers, 0 to 1. Where nobody has answered yet it is 1; with 100 answers about 0.2. So the touchpoint that
 * is known least is asked about first.
 */
export const withWanted = (
  touchpoints: readonly TouchpointSettings[],
  counts: readonly PlaceCounts[],
): TouchpointSettings[] => {
  const levels = new Map<string, LevelCounts>();
  for (const { touchpoint, levels: counted } of counts) {
    if (touchpoint === undefined) continue;
    const before = levels.get(touchpoint);
    levels.set(
      touchpoint,
      before ? (before.map((n, index) => n + (counted[index] ?? 0)) as LevelCounts) : counted,
    );
  }
  return touchpoints.map((touchpoint) => ({
    ...touchpoint,
    wanted: touchpoint.ask?.on === false ? 0 : width(levels.get(touchpoint.id)),
  }));
};

const width = (levels?: LevelCounts): number => {
  if (!levels) return 1;
  const total = levels.reduce((sum, n) => sum + n, 0);
  const positive = levels.reduce((sum, n, index) => sum + (isPositive(index + 1) ? n : 0), 0);
  const { low, high } = wilson(positive, total);
  return Math.round((high - low) * STEPS) / STEPS;
};
