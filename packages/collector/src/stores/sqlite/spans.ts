const HOUR_MS = 3_600_000;

/** How finely a part of a period is counted. `moment`: by the records themselves. */
export type Grain = 'day' | 'hour' | 'moment';

export const GRAIN_MS = { day: 24 * HOUR_MS, hour: HOUR_MS, moment: 1 } as const;

/** A part of a period, in units of its grain: [from, to). */
export interface Span {
  grain: Grain;
  from: number;
  to: number;
}

/**
 * Cuts [from, to) into as few and as large parts as there are counts for: whole days, at the edges whole hours,
 * and at their edges the records themselves. So a period of any length and offset is exact, and cheap.
 */
export function spansOf(
  from: number,
  to: number,
  grains: readonly Grain[] = ['day', 'hour', 'moment'],
): Span[] {
  const [grain, ...finer] = grains;
  if (grain === undefined || from >= to) return [];
  const first = Math.ceil(from / GRAIN_MS[grain]);
  const last = Math.floor(to / GRAIN_MS[grain]);
  if (first >= last) return spansOf(from, to, finer);
  return [
    ...spansOf(from, first * GRAIN_MS[grain], finer),
    { grain, from: first, to: last },
    ...spansOf(last * GRAIN_MS[grain], to, finer),
  ];
}
