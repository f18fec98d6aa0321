// That a filled store is one that the collector would have made: what is in it is sent by the wire to an empty one, and
// then both must be the same, table by table and row by row.
import { createCollector } from '../../packages/collector/dist/index.js';
import { withStore } from './database.mjs';
import { fill } from './fill.mjs';
import { DAY_MS, SENT_MS, SITE } from './world.mjs';

/** Small, and still with several days, revisits, shared devices, purchases and comments. */
const SMALL = { visits: 400, touchpoints: 4 };
const DAYS = 4;
const TABLES = ['record', 'tally', 'visitor', 'session', 'handover', 'handover_use', 'forgotten'];

/** Throws where a fast fill and the wire differ; answers how many rows were held against each other. */
export async function prove({ end }) {
  return await withStore(async (fast) => {
    fill(fast.db, { ...SMALL, begin: end - DAYS * DAY_MS, end: end - SENT_MS });
    return await withStore(async (slow) => {
      await send(fast.db, slow.open());
      return TABLES.reduce((sum, table) => sum + compare(table, fast.db, slow.db), 0);
    });
  });
}

/** Visit by visit, as their outboxes would. */
async function send(db, store) {
  let now = 0;
  const collector = createCollector({
    store,
    token: 'nobody reads here',
    now: () => now,
    requestsAMinute: Infinity,
  });
  const rows =
    db.prepare(`SELECT record.*, lower(hex(record.id)) AS hexId, visitor.name AS visitorName,
      session.name AS sessionName, place.stage, place.touchpoint, place.standing, crowd.locale, crowd.device, crowd.source
    FROM record JOIN visitor ON visitor.id = record.visitor JOIN session ON session.id = record.session
      JOIN place ON place.id = record.place JOIN crowd ON crowd.id = record.crowd
    ORDER BY record.session, record.at`);
  const visits = new Map();
  for (const row of rows.all()) visits.set(row.session, [...(visits.get(row.session) ?? []), row]);
  for (const visit of visits.values()) {
    now = visit[0].received;
    const body = JSON.stringify({
      site: SITE,
      sdk: '1.0.0',
      sentAt: now,
      records: visit.map(recordOf),
    });
    const answer = await collector(
      new Request('http://localhost/v1/records', { method: 'POST', body }),
    );
    const receipt = await answer.json();
    if (receipt.accepted !== visit.length)
      throw new Error(`The collector refuses what was filled: ${JSON.stringify(receipt)}`);
  }
}

function recordOf(row) {
  const { hexId, type, clock: at, seq, standing, stage, locale, device, source, page } = row;
  const some = (name, value) => (value === null || value === '' ? {} : { [name]: value });
  return {
    id: hexId.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'),
    type,
    at,
    seq,
    standing,
    stage,
    locale,
    device,
    source,
    page,
    visitor: row.visitorName,
    session: row.sessionName,
    ...some('touchpoint', row.touchpoint),
    ...some('event', row.event),
    ...some('level', row.level),
    ...some('revision', row.revision),
    ...some('comment', row.comment),
    ...some('outcome', row.outcome),
    ...some('key', row.key),
    ...JSON.parse(row.detail),
  };
}

function compare(table, fast, slow) {
  const [expected, got] = [slow, fast].map((db) => rowsOf(db, table));
  const different = expected.findIndex((row, i) => row !== got[i]);
  if (different >= 0 || expected.length !== got.length)
    throw new Error(
      `A fast fill is not what the collector stores: ${table} has ${got.length} rows instead of ${expected.length}.
  by the wire: ${expected[different]}\n  fast:        ${got[different]}`,
    );
  return expected.length;
}

/** Places and crowds by their names: their numbers are given in the order of arrival. */
function rowsOf(db, table) {
  const namesOf = (name, columns) =>
    new Map(
      db
        .prepare(`SELECT id, ${columns.join(` || ' ' || `)} AS name FROM ${name}`)
        .all()
        .map((row) => [row.id, row.name]),
    );
  const names = {
    place: namesOf('place', ['stage', 'touchpoint', 'standing']),
    crowd: namesOf('crowd', ['locale', 'device', 'source']),
  };
  return db
    .prepare(`SELECT * FROM ${table}`)
    .all()
    .map((row) =>
      JSON.stringify(row, (key, value) =>
        value instanceof Uint8Array
          ? Buffer.from(value).toString('hex')
          : (names[key]?.get(value) ?? value),
      ),
    )
    .sort();
}
