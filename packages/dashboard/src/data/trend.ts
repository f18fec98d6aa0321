import type { Report } from '@wayfelt/report';

type Point = Report['trend'][number];
const DAY_MS = 86_400_000;

/** How long each period is: the report has days or weeks, and leaves out those without answers and visits. */
const lengthOf = (points: readonly Point[]): number =>
  points.every(({ start }) => (start - (points[0]?.start ?? 0)) % (7 * DAY_MS) === 0)
    ? 7 * DAY_MS
    : DAY_MS;

/** The report's periods with the silent ones between them, so that a line breaks where nobody spoke. */
export const withGaps = (points: readonly Point[]): Point[] => {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return [];
  const step = lengthOf(points);
  const known = new Map(points.map((point) => [point.start, point]));
  const none = { share: null, low: null, high: null, count: 0, n: 0, shown: false } as const;
  const share = { ...none, enough: 'none' } as const;
  return Array.from({ length: Math.round((last.start - first.start) / step) + 1 }, (_, index) => {
    const start = first.start + index * step;
    return (
      known.get(start) ?? {
        start,
        met: 0,
        positive: share,
        negative: share,
        prospects: share,
        customers: share,
        control: null,
      }
    );
  });
};

export const endOf = (points: readonly Point[]): number =>
  (points.at(-1)?.start ?? 0) + lengthOf(points);
