import type { Log } from './store.js';
import type { Item } from './types.js';

/** What all waiting records may cost together: about 10,000 visits, or 8 MB in storage. */
const BUDGET = 8_000_000;
/** What a record costs beside its characters; bounds the count (16,000) of tiny ones. */
const BASE_COST = 500;
/** On so many different days delivery may fail before a record is given up. */
const MAX_DAYS = 30;
const DAY_MS = 86_400_000;
/** Records have keys from 1 on. */
const DAYS_KEY = 0;
const PART = 500;

/** What goes first from a full outbox is last here; anything else is as precious as a rating. */
const CHEAP: unknown[] = ['ask', 'visit'];
const LOSS = 'loss';
const cheapness = ({ type }: Item) => CHEAP.indexOf(type);

/** Per day on which delivery failed, the newest key of that day. Days are counted: a clock that jumps ages nothing. */
type Days = Record<string, number>;

/** What no longer fits, and the account of it. */
export interface Room<R extends Item> {
  gone: R[];
  /** For those who have no storage; else it is stored already. */
  loss: R[];
}

/**
 * Called under the lock when delivery failed: lets go of what is beyond the bounds, and counts it in a `loss`
 * record that is delivered like any other. Removing and counting are one transaction: no crash comes between them.
 *
 * @param log absent where nothing may be stored
 * @param memory what only memory holds
 */
export const makeRoom = async <R extends Item>(
  log: Log | undefined,
  memory: R[],
): Promise<Room<R>> => {
  const [all, keys, days] = await waiting<R>(log);
  const newest = [...keys.values()].at(-1) ?? 0;
  const tooOld = noteDay(days, newest);
  const gone = excess([...all, ...memory], (record) => (keys.get(record) ?? Infinity) <= tooOld);
  const loss = gone.length > 0 ? [lossOf(gone)] : [];
  await log?.((store) => [
    store.put(days, DAYS_KEY),
    ...gone.flatMap((record) => {
      const key = keys.get(record);
      return key ? store.delete(key) : [];
    }),
    ...loss.map((record) => store.add(record)),
  ]);
  return { gone, loss: log ? [] : loss };
};

/** All rows, read in parts so that no task is long. */
async function waiting<R>(log: Log | undefined): Promise<[R[], Map<R, number>, Days]> {
  const all: R[] = [];
  const keyOf = new Map<R, number>();
  let days: Days = {};
  if (!log) return [all, keyOf, days];
  for (let newest = 0, more = true; more;) {
    const range = IDBKeyRange.lowerBound(newest, true);
    const [keys, records, known] = (await log((store) => [
      store.getAllKeys(range, PART),
      store.getAll(range, PART),
      store.get(DAYS_KEY),
    ])) as [number[], R[], Days | undefined];
    days = known ?? {};
    records.forEach((record, i) => keyOf.set(record, keys[i] ?? 0));
    all.push(...records);
    newest = keys.at(-1) ?? newest;
    more = keys.length === PART;
  }
  return [all, keyOf, days];
}

/** Notes that today's delivery failed. Returns up to which key records have failed on too many days. */
const noteDay = (days: Days, newestKey: number): number => {
  days[Math.floor(Date.now() / DAY_MS)] ??= newestKey;
  const [first, ...later] = Object.keys(days);
  if (!first || later.length < MAX_DAYS) return 0;
  const key = days[first] ?? 0;
  delete days[first];
  return key;
};

/** What must go so that the rest is within bounds: what is too old, then the cheapest, of these the oldest. */
const excess = <R extends Item>(records: R[], isTooOld: (record: R) => boolean): R[] => {
  let left = BUDGET;
  return records
    .reverse()
    .sort((one, other) => cheapness(one) - cheapness(other))
    .filter(
      (record) =>
        record.type !== LOSS &&
        (isTooOld(record) || (left -= BASE_COST + JSON.stringify(record).length) < 0),
    );
};

/** The account of what was dropped; a record like any other, with the names of the newest of them. */
const lossOf = <R extends Item>(gone: R[]): R => {
  const dropped: Record<string, number> = {};
  for (const { type = '' } of gone) dropped[type] = (dropped[type] ?? 0) + 1;
  const id = gone[0]?.id ?? '';
  return {
    ...gone[0],
    seq: undefined,
    id: id.slice(0, -12) + Math.random().toFixed(12).slice(2),
    type: LOSS,
    dropped,
  } as unknown as R;
};
