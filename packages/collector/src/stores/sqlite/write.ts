import type { HandoverRecord, OutcomeRecord, WayfeltRecord } from '@wayfelt/protocol';
import { LIMITS } from '@wayfelt/protocol';
import type { Arrival, Fate } from '../../store.js';
import { bucketOf } from './bucket.js';
import type { Statement, Value } from './database.js';
import type { Eraser } from './erase.js';
import type { Names } from './names.js';
import type { OutcomeKeys } from './outcome-keys.js';
import { bytesOfId } from './record-id.js';
import { rowOf, type RecordRow } from './row.js';
import { createSetAside } from './set-aside.js';
import { countableOf, COUNTS, type StoredRow } from './stored.js';
import type { Spot, Tallies } from './tally.js';
import type { Visitors } from './visitors.js';

/** A code in a mail is opened on a few devices; one that is used more often has leaked. */
const HANDOVER_USES = 5;

/** Ratings without a visitor are spread by their random id. */
const bucketFor = (visitor: number | null, id: Uint8Array): number =>
  bucketOf(visitor ?? (id[14] ?? 0) * 256 + (id[15] ?? 0));

/** Whose record it is, by number. */
interface Who {
  visitor: number | null;
  session: number | null;
}

export interface WriterParts {
  sql: (name: string) => Statement;
  names: Names;
  tallies: Tallies;
  visitors: Visitors;
  eraser: Eraser;
  settleKey: OutcomeKeys;
}

/** Puts records into the open transaction, one by one. */
export function createWriter({ sql, names, tallies, visitors, eraser, settleKey }: WriterParts) {
  const addRecord = sql('addRecord');
  const replaceRecord = sql('replaceRecord');
  const findRecord = sql('findRecord');
  const setAside = createSetAside(sql, eraser);

  const spotOf = (site: number, at: number, record: WayfeltRecord): Spot => {
    const { stage = '', touchpoint, standing, locale = '', device = '', source = '' } = record;
    return {
      site,
      at,
      stagePlace: names.place.of(site, stage, '', standing),
      touchpointPlace:
        touchpoint === undefined ? undefined : names.place.of(site, stage, touchpoint, standing),
      crowd: names.crowd.of(locale, device, source),
    };
  };

  const valuesOf = (
    id: Uint8Array,
    row: RecordRow,
    spot: Spot,
    { visitor, session }: Who,
    counts: number,
  ): Value[] => [
    spot.site,
    id,
    row.type,
    row.at,
    row.clock,
    row.received,
    visitor,
    session,
    row.seq,
    spot.touchpointPlace ?? spot.stagePlace,
    spot.crowd,
    counts,
    row.event,
    row.level,
    row.type === 'rating' ? bucketFor(visitor, id) : null,
    row.revision,
    row.comment,
    row.outcome,
    row.key,
    row.page,
    row.detail,
  ];

  const count = (spot: Spot, row: RecordRow, record: WayfeltRecord) =>
    tallies.count(spot, countableOf(row, record.touchpoint ?? ''), 1);

  const countRating = (spot: Spot, row: RecordRow, record: WayfeltRecord, { visitor }: Who) => {
    count(spot, row, record);
    const asked = record.type === 'rating' && record.form && record.form !== 'own';
    if (visitor !== null && asked) setAside(spot.site, visitor, spot.at);
  };

  /** The same id again: only a higher revision of the same visitor's rating changes anything. */
  const revise = (spot: Spot, id: Uint8Array, arrival: Arrival, who: Who): Fate => {
    const { record } = arrival;
    const old = findRecord.get(spot.site, id) as StoredRow | undefined;
    if (!old || record.type !== 'rating' || old.type !== 'rating') return 'duplicate';
    if ((record.revision ?? 0) <= (old.revision ?? 0) || old.visitor !== who.visitor)
      return 'duplicate';
    if (old.counts === COUNTS.figures) eraser.uncount(spot.site, old);
    const row = rowOf(arrival);
    // what was set aside stays so, whatever is said of it later
    const counts = record.retracted
      ? COUNTS.nowhere
      : old.counts === COUNTS.aside
        ? COUNTS.aside
        : COUNTS.figures;
    replaceRecord.run(...valuesOf(id, row, spot, who, counts));
    if (counts === COUNTS.figures) countRating(spot, row, record, who);
    return 'accepted';
  };

  const handOver = (site: number, visitor: number, record: HandoverRecord, arrival: Arrival) => {
    const { code, event, expires = record.at + LIMITS.handoverMs } = record;
    if (event === 'made') {
      // by the collector's clock, and never longer than a code may live
      const left = Math.min(expires - record.at, LIMITS.handoverMs);
      sql('addHandover').run(site, code, visitor, arrival.at + left);
    } else {
      sql('addHandoverUse').run(site, code, visitor, arrival.at);
    }
    const uses = sql('usesOfHandover').all(site, code, HANDOVER_USES) as {
      maker: number;
      user: number;
    }[];
    for (const { maker, user } of uses) visitors.join(maker, user);
  };

  const isFirst = (site: number, id: Uint8Array, { outcome, key }: OutcomeRecord): boolean => {
    if (key === undefined) return true;
    const first = settleKey(site, outcome, key);
    return first !== undefined && Buffer.compare(first, id) === 0;
  };

  const addOne = (site: number, arrival: Arrival): Fate => {
    const { record, at } = arrival;
    const id = bytesOfId(record.id);
    const erases = record.type === 'forget';
    const visitor = visitors.of(site, erases ? undefined : record.visitor, at);
    if (visitor === 'forgotten') return 'duplicate';

    const spot = spotOf(site, at, record);
    const row = rowOf(arrival);
    const counts = record.type === 'rating' && record.retracted ? COUNTS.nowhere : COUNTS.figures;
    const session = erases ? null : visitors.session(site, visitor, record.session, at);
    const who = { visitor, session };
    const { changes } = addRecord.run(...valuesOf(id, row, spot, who, counts));
    if (Number(changes) === 0) return revise(spot, id, arrival, who);

    if (visitor !== null) visitors.arrived(visitor, record.seq, at);
    if (counts === COUNTS.figures && record.type === 'rating') countRating(spot, row, record, who);
    else if (counts === COUNTS.figures) count(spot, row, record);
    if (erases) eraser.eraseVisitor(site, record.visitor ?? '', at);
    if (record.type === 'handover' && visitor !== null) handOver(site, visitor, record, arrival);
    return record.type === 'outcome' && !isFirst(site, id, record) ? 'duplicate' : 'accepted';
  };

  return (site: string, arrivals: readonly Arrival[]): Fate[] => {
    const number = names.site.of(site);
    return arrivals.map((arrival) => addOne(number, arrival));
  };
}
