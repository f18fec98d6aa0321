export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Maps [from, to] on [start, end]; straight, and never beyond what it was given. */
export const linear =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    start + ((value - from) / (to - from || 1)) * (end - start);

/** A polyline's path through the points; an `undefined` one breaks it: a gap is never drawn over. */
export const pathThrough = (points: readonly (readonly [number, number] | undefined)[]): string => {
  let path = '';
  let drawing = false;
  for (const point of points) {
    if (point) path += `${drawing ? 'L' : 'M'}${point[0].toFixed(1)} ${point[1].toFixed(1)}`;
    drawing = point !== undefined;
  }
  return path;
};

/** A rectangle as part of a path. */
export const boxPath = ({ x, y, width, height }: Box): string =>
  `M${x.toFixed(2)} ${y.toFixed(2)}h${width.toFixed(2)}v${height}h-${width.toFixed(2)}z`;

/** Where each part of a stack begins and how wide it is; parts of nothing are left out. */
export const stackOf = (
  counts: readonly number[],
  width: number,
): { index: number; start: number; width: number }[] => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0) return [];
  let start = 0;
  return counts.flatMap((count, index) => {
    const part = { index, start, width: (count / n) * width };
    start += part.width;
    return count > 0 ? part : [];
  });
};
