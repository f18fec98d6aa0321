import type { Receipt, Refusal, WayfeltRecord } from '@wayfelt/protocol';
import { checkBatch, checkRecord, type OpenBatch } from '@wayfelt/protocol/check';
import { textOf } from './body.js';
import { Problem } from './problem.js';
import { StoreError, type Arrival, type Store } from './store.js';

export interface ReceiveOptions {
  store: Store;
  now: () => number;
  /** Something new of this site is stored. */
  changed: (site: string) => void;
}

/** The batch in a request. Throws `Problem` where the body as a whole is none. */
export const readBatch = async (request: Request): Promise<OpenBatch> =>
  batchOf(await textOf(request));

/**
 * Checks each record of a batch by itself, stores the good ones, and resolves once they are durable. Rejects with
 * `StoreError` where the store takes nothing now.
 */
export async function receive(
  batch: OpenBatch,
  { store, now, changed }: ReceiveOptions,
): Promise<Receipt> {
  const { arrivals, rejected } = sort(batch, now());
  if (arrivals.length > 0) await dropUnwanted(batch.site, arrivals, store);
  const fates = arrivals.length > 0 ? await store.add(batch.site, arrivals) : [];
  const accepted = fates.filter((fate) => fate === 'accepted').length;
  if (accepted > 0) changed(batch.site);
  return { accepted, duplicates: fates.length - accepted, rejected };
}

/** Where a site wants no comments, none is kept, whatever a page still sends; the rating is. */
async function dropUnwanted(site: string, arrivals: readonly Arrival[], { settings }: Store) {
  const { privacy } = await settings.current(site).then(
    (live) => live.settings,
    (cause: unknown) => {
      throw new StoreError(cause);
    },
  );
  if (privacy.comments) return;
  for (const { record } of arrivals) if (record.type === 'rating') delete record.comment;
}

function batchOf(text: string): OpenBatch {
  let value: unknown;
  try {
    value = withList(JSON.parse(text));
  } catch {
    throw new Problem(400, 'The body is not JSON.');
  }
  const { ok, fault } = checkBatch(value);
  if (!ok) throw new Problem(400, fault);
  return ok;
}

/**
 * Pages with an old Prototype.js (before 1.7) or one of its kin have an `Array.prototype.toJSON`, which makes
 * `JSON.stringify` write the list as a text that is JSON itself. What a visitor said there is not to be lost for it.
 */
function withList(batch: unknown): unknown {
  if (typeof batch !== 'object' || batch === null || !('records' in batch)) return batch;
  const { records } = batch;
  return typeof records === 'string' && records.startsWith('[')
    ? { ...batch, records: JSON.parse(records) as unknown }
    : batch;
}

/** Times are corrected by what the sender's clock said at sending; nothing happened later than it arrived. */
function sort({ records, sentAt }: OpenBatch, received: number) {
  const arrivals: Arrival[] = [];
  const rejected: Refusal[] = [];
  const slow = received - sentAt;
  records.forEach((value, i) => {
    const { ok: record, fault } = checkRecord(value);
    if (record) {
      const at = Math.max(0, Math.min(record.at + slow, received));
      arrivals.push({ record: storable(record), at, received });
    } else {
      const id = idOf(value);
      rejected.push({ id, reason: id === '' ? `records[${i}]: ${fault}` : fault });
    }
  });
  return { arrivals, rejected };
}

/** No store keeps a NUL or half a character in its texts: what came after a NUL would never be read again. */
const UNSTORABLE = /\0|\p{Cs}/gu;

const storable = (record: WayfeltRecord): WayfeltRecord => {
  const tidy = (value: unknown): unknown =>
    typeof value === 'string'
      ? value.replace(UNSTORABLE, '\uFFFD')
      : Array.isArray(value)
        ? value.map(tidy)
        : value;
  return Object.assign(
    record,
    Object.fromEntries(Object.entries(record).map(([field, value]) => [field, tidy(value)])),
  );
};

/** The sender's name for a record that is refused, so that it knows which one. */
const idOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || !('id' in value)) return '';
  return typeof value.id === 'string' ? value.id.slice(0, 64) : '';
};
