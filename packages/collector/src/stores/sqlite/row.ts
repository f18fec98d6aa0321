import type { WayfeltRecord } from '@wayfelt/protocol';
import type { Arrival } from '../../store.js';

/** The columns of `record` that come from the record itself. */
export interface RecordRow {
  type: string;
  at: number;
  clock: number;
  received: number;
  seq: number | null;
  event: string | null;
  level: number | null;
  revision: number | null;
  comment: string | null;
  outcome: string | null;
  key: string | null;
  page: string | null;
  detail: string | null;
}

const none: Pick<RecordRow, 'event' | 'level' | 'revision' | 'comment' | 'outcome' | 'key'> = {
  event: null,
  level: null,
  revision: null,
  comment: null,
  outcome: null,
  key: null,
};

/**
 * A record as a row; nothing is left out, but an answer that
 * was taken back leaves only its id, and a wish to be erased does not say whose.
 */
export function rowOf({ record, at, received }: Arrival): RecordRow {
  const { columns, detail } = ownFields(record);
  const nameless = record.type === 'forget';
  return {
    type: record.type,
    at,
    clock: record.at,
    received,
    seq: nameless ? null : (record.seq ?? null),
    page: nameless ? null : (record.page ?? null),
    ...none,
    ...columns,
    detail: jsonOf({ stageFrom: record.stageFrom, ...detail }),
  };
}

const jsonOf = (detail: Record<string, unknown>): string | null => {
  const json = JSON.stringify(detail);
  return json === '{}' ? null : json;
};

function ownFields(record: WayfeltRecord): {
  columns: Partial<typeof none>;
  detail: Record<string, unknown>;
} {
  switch (record.type) {
    case 'visit': {
      const { event, dwellMs, alsoStages } = record;
      return { columns: { event: event ?? null }, detail: { dwellMs, alsoStages } };
    }
    case 'ask': {
      const { event, ask, form, probability } = record;
      return { columns: { event }, detail: { ask, form, probability } };
    }
    case 'rating': {
      const { level, comment, revision = 0 } = record;
      if (record.retracted) return { columns: { revision }, detail: {} };
      const { reasons, intent, contact, ask, form, order, probability } = record;
      return {
        columns: {
          level,
          comment: comment === undefined || comment === '' ? null : comment,
          revision,
        },
        detail: { reasons, intent, contact, ask, form, order, probability },
      };
    }
    case 'outcome': {
      const { outcome, key, value, currency } = record;
      return { columns: { outcome, key: key ?? null }, detail: { value, currency } };
    }
    case 'handover':
      // the code itself stands in `handover`, where it is erased with its visitor
      return { columns: { event: record.event }, detail: {} };
    case 'forget':
      return { columns: {}, detail: {} };
    case 'loss':
      return { columns: {}, detail: { dropped: record.dropped } };
  }
}
