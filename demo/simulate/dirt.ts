import type { Level, WayfeltRecord } from '@wayfelt/protocol';
import { DAY_MS } from './options.js';
import type { Plan } from './plan.js';
import { fmix32, mulberry32 } from './random.js';
import { uuidAt } from './records.js';

/** What reaches a collector besides the truth. `wire`: what it must put right by itself; `all`: robots as well. */
export type Dirt = 'none' | 'wire' | 'all';

export const SHARES = {
  duplicates: 0.02,
  outOfOrder: 0.01,
  skewedVisitors: 0.01,
  robots: 0.005,
  outOfRange: 0.01,
} as const;

/** One visitor's records as they arrive. */
export interface Arrival {
  /** How far the visitor's clock is ahead; the sending time is off by the same. */
  skewMs: number;
  records: WayfeltRecord[];
  /** How many of them must be refused, and how many repeat an id. */
  invalid: number;
  duplicates: number;
}

/** Repeats, shuffles, falsifies and skews, without losing one true record. */
export function soil(
  records: readonly WayfeltRecord[],
  { options }: Plan,
  { visitor, dirt }: { visitor: number; dirt: Dirt },
): Arrival {
  const clean = { skewMs: 0, records: [...records], invalid: 0, duplicates: 0 };
  if (dirt === 'none') return clean;
  const random = mulberry32(fmix32(options.seed ^ 0xd127) ^ fmix32(visitor));
  const skewMs = random() < SHARES.skewedVisitors ? (random() < 0.5 ? -DAY_MS : DAY_MS) : 0;
  const late: WayfeltRecord[] = [];
  const arriving: WayfeltRecord[] = [];
  let [invalid, duplicates] = [0, 0];
  for (const record of records) {
    const shifted = skewMs === 0 ? record : { ...record, at: record.at + skewMs };
    (random() < SHARES.outOfOrder ? late : arriving).push(shifted);
    if (random() < SHARES.duplicates) {
      duplicates += 1;
      late.push(shifted);
    }
    if (shifted.type === 'rating' && random() < SHARES.outOfRange) {
      invalid += 1;
      const { comment: _none, seq: _no, ...rest } = shifted;
      arriving.push({
        ...rest,
        id: uuidAt(record.at, random),
        level: (random() < 0.5 ? 0 : 9) as Level,
      });
    }
  }
  return { skewMs, records: [...arriving, ...late], invalid, duplicates };
}

/** A robot: nothing but raptures, faster than anyone can read. */
export function robotRecords({ options, touchpoints }: Plan, robot: number): WayfeltRecord[] {
  const random = mulberry32(fmix32(options.seed ^ 0xb07) ^ fmix32(robot));
  const begin = Math.floor(options.until - random() * 100 * DAY_MS);
  const [visitor, session] = [uuidAt(begin, random), uuidAt(begin, random)];
  return touchpoints.slice(0, 12).map(({ id, stage }, index) => {
    const at = begin + Math.floor(index * 24 * random());
    return {
      type: 'rating',
      id: uuidAt(at, random),
      at,
      visitor,
      session,
      seq: index + 1,
      standing: 'prospect',
      stage,
      touchpoint: id,
      form: 'card',
      level: 8,
    };
  });
}
