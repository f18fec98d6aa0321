import type { Report } from '@wayfelt/report';
import type { Api, Query } from './api.js';

const DAY_MS = 86_400_000;
const MOST_PARTS = 13;
/** The collector answers others too. */
const AT_ONCE = 3;

/** One part of the period, of equal length each. */
export interface TrendPart {
  from: number;
  to: number;
  felt: Report['total']['felt'];
}

/** The period cut into at most 13 parts of whole days, without the days that have not begun. */
export const partsOf = (query: Query, now: number): { from: number; to: number }[] => {
  const from = Number(query['from']);
  const to = Math.min(Number(query['to']), now);
  const days = Math.max(1, Math.ceil((to - from) / DAY_MS));
  const step = lengthOf(days) * DAY_MS;
  const count = Math.ceil((days * DAY_MS) / step);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * step,
    to: Math.min(from + (index + 1) * step, Number(query['to'])),
  }));
};

/** Days, then weeks, then whole multiples of weeks. */
const lengthOf = (days: number): number => {
  if (days <= MOST_PARTS) return 1;
  return Math.ceil(days / 7 / MOST_PARTS) * 7;
};

/** The figures of each part, each from a report of its own; `progress` is told how many are there, of how many. */
export const fetchTrend = async (
  api: Api,
  query: Query,
  now: number,
  { signal, progress }: { signal: AbortSignal; progress: (done: number, of: number) => void },
): Promise<TrendPart[]> => {
  const parts = partsOf(query, now);
  const found: TrendPart[] = [];
  let next = 0;
  let done = 0;
  progress(0, parts.length);
  const work = async (): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) {
      const part = parts[index];
      if (!part) return;
      const { total } = await api.get<Report>(
        '/v1/report',
        { ...query, ...part, parts: 'delivery' },
        signal,
      );
      found[index] = { ...part, felt: total.felt };
      progress(++done, parts.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
};
