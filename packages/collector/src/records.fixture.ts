import type { RatingRecord, VisitRecord, WayfeltRecord } from '@wayfelt/protocol';
import type { Arrival } from './store.js';

/** A moment in the past, on no boundary of hours or days. */
export const NOON = Date.UTC(2026, 2, 4, 12, 34, 56, 789);
export const DAY_MS = 86_400_000;

/** The nth id of a test: a UUIDv7, the same in every run. */
export const idOf = (n: number): string =>
  `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const rating = (n: number, change: Partial<RatingRecord> = {}): RatingRecord => ({
  id: idOf(n),
  type: 'rating',
  at: NOON,
  visitor: 'ada',
  standing: 'prospect',
  stage: 'search',
  touchpoint: 'search/results',
  level: 3,
  ...change,
});

export const visit = (n: number, change: Partial<VisitRecord> = {}): VisitRecord => ({
  id: idOf(n),
  type: 'visit',
  at: NOON,
  visitor: 'ada',
  standing: 'prospect',
  stage: 'search',
  ...change,
});

/** As it arrives when all clocks are right. */
export const arrival = (record: WayfeltRecord): Arrival => ({
  record,
  at: record.at,
  received: record.at + 1_000,
});
