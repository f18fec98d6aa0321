// Fills a store with a world, many times faster than by the wire, with the rows that the collector would have stored.
import {
  CROWDS,
  SENT_MS,
  SITE,
  SQL,
  STAGES,
  STANDINGS,
  STEPS,
  atOf,
  daysOf,
  dwellOf,
  stageOf,
  takes,
  touchpointOf,
} from './world.mjs';
import { counterOf } from './tally.mjs';
import { insertAll } from './insert.mjs';

const BUCKETS = 4096;
/** Built once at the end, sorted, instead of row by row at places all over it. */
const LATER = ['record#visitor'];

/** `db` has the collector's schema and nothing in it. `progress(share)` is told how far it is. */
export function fill(db, { visits, touchpoints, begin, end, progress = () => {} }) {
  db.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -3000000`);
  const later = LATER.map((name) => {
    const [{ sql }] = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').all(name);
    db.exec(`DROP INDEX "${name}"`);
    return sql;
  });
  db.exec('BEGIN');
  const placeOf = addNames(db, touchpoints);
  const addDay = dayWriter(db, touchpoints);
  const counter = counterOf(db, { touchpoints });
  const made = [0];
  const last = [0];
  let done = 0;
  for (const { day, visits: some } of daysOf({ count: visits, begin, end })) {
    addDay(some);
    for (const visit of some) count(visit, { counter, placeOf, touchpoints, made, last });
    counter.flushBefore(day + 1);
    done += some.length;
    progress(done / visits);
  }
  counter.flushBefore(Infinity);
  addVisitors(db, made, last);
  db.exec('PRAGMA threads = 2');
  for (const sql of later) db.exec(sql);
  // the lock is given back only with the next reading
  db.exec('COMMIT; PRAGMA locking_mode = NORMAL; SELECT count(*) FROM site');
}

function addNames(db, touchpoints) {
  db.prepare('INSERT INTO site (id, name) VALUES (1, ?)').run(SITE);
  const place = db.prepare(
    'INSERT INTO place (id, site, stage, touchpoint, standing) VALUES (?, 1, ?, ?, ?)',
  );
  const stages = STANDINGS.length * STAGES.length;
  /** A stage's number, or a touchpoint's. */
  const placeOf = (standing, stage, touchpoint) => {
    const row = standing * STAGES.length + stage;
    return touchpoint === undefined ? 1 + row : 1 + stages + row * touchpoints + touchpoint;
  };
  STANDINGS.forEach((standing, s) =>
    STAGES.forEach((stage, i) => {
      place.run(placeOf(s, i), stage, '', standing);
      for (let t = 0; t < touchpoints; t += 1)
        place.run(placeOf(s, i, t), stage, `${stage}/${t}`, standing);
    }),
  );
  const crowd = db.prepare('INSERT INTO crowd (id, locale, device, source) VALUES (?, ?, ?, ?)');
  CROWDS.forEach(({ locale, device, source }, i) => crowd.run(i + 1, locale, device, source));
  return placeOf;
}

/** Visits put in at once: few enough that what is sorted stays near the processor. */
const CHUNK = 4_000;

function dayWriter(db, touchpoints) {
  const stages = STANDINGS.length * STAGES.length;
  db.exec(`CREATE TEMP TABLE v (
      i INTEGER PRIMARY KEY, number INT, visitor INT, start INT, mix INT, stage INT, standing INT, crowd INT, level INT,
      seq INT, asked INT, bought INT, comment TEXT);
    CREATE TEMP TABLE step (
      j INTEGER PRIMARY KEY, type TEXT, event TEXT, later INT, stir INT, tp_stir INT, at_stage INT)`);
  const step = db.prepare('INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const one of STEPS)
    step.run(
      one.j,
      one.type,
      one.event,
      one.later,
      one.stir,
      SQL.touchpointStir(one),
      one.atPlace === 'stage' ? 1 : 0,
    );
  const sessions = db.prepare(`INSERT INTO session (id, site, visitor, name, start)
    SELECT number, 1, visitor, printf('%08x-0000-4000-8000-%012x', (number * 2654435761) & 4294967295, number), start FROM v`);
  const question = `',"ask":"' || printf('%08x-0000-4000-9000-%012x', (number * 2246822519) & 4294967295, number) || '","form":"card"'`;
  const records =
    db.prepare(`INSERT INTO record (site, id, type, at, clock, received, visitor, session, seq, place, crowd,
      counts, event, level, bucket, revision, comment, outcome, key, page, detail)
    SELECT 1, unhex(printf('%012x7%03x8%03x%012x', at, j, mix & 4095, number)), type, at, at, start + ${SENT_MS}, visitor, number,
      seq + CASE type WHEN 'rating' THEN 11 WHEN 'outcome' THEN 12 + 3 * asked ELSE j + 1 END,
      1 + standing * ${STAGES.length} + stage + CASE at_stage WHEN 1 THEN 0
        ELSE ${stages} + (standing * ${STAGES.length} + stage) * ${touchpoints - 1} + touchpoint END,
      crowd + 1, 1, event,
      CASE type WHEN 'rating' THEN level END, CASE type WHEN 'rating' THEN visitor % ${BUCKETS} END,
      CASE type WHEN 'rating' THEN 0 END, CASE type WHEN 'rating' THEN comment END,
      CASE type WHEN 'outcome' THEN 'purchase' END, CASE type WHEN 'outcome' THEN 'order-' || number END,
      '/' || stage || '/' || (mix & 255),
      CASE
        WHEN event = 'dwell' THEN '{"stageFrom":"rule","dwellMs":' || dwell || '}'
        WHEN type = 'visit' THEN '{"stageFrom":"rule"}'
        WHEN type = 'rating' THEN '{"stageFrom":"rule"' || iif(comment IS NULL, '', ',"reasons":["slow"]')
          || iif(asked, ${question} || ',"order":"worst-first","probability":0.5', '') || '}'
        WHEN type = 'ask' THEN '{"stageFrom":"rule"' || ${question} || ',"probability":0.5}'
        ELSE '{"stageFrom":"rule","value":39000,"currency":"KRW"}' END
    FROM (
      SELECT v.number, v.visitor, v.start, v.mix, v.standing, v.crowd, v.level, v.seq, v.asked, v.comment, step.j, step.type, step.event, step.at_stage, ${SQL.stage} AS stage, sorted.key >> 20 AS at,
        ${SQL.touchpoint(touchpoints)} AS touchpoint, ${SQL.dwell} AS dwell
      FROM (
        SELECT (${SQL.at} << 20) | (v.i << 4) | step.j AS key
        FROM v CROSS JOIN step
        WHERE CASE step.type WHEN 'ask' THEN v.asked WHEN 'outcome' THEN v.bought ELSE 1 END
        ORDER BY key
      ) AS sorted
      CROSS JOIN v ON v.i = (sorted.key >> 4) & 65535
      CROSS JOIN step ON step.j = sorted.key & 15
    )`);
  const addChunk = (visits) => {
    db.exec('DELETE FROM v');
    insertAll(db, 'v', visits, (one, i) =>
      [
        i,
        one.number,
        one.visitor,
        one.start,
        one.mix,
        one.stage,
        one.standing,
        one.crowd,
        one.level,
        one.seq,
        +one.asked,
        +one.bought,
        one.comment === null ? 'NULL' : `'${one.comment}'`,
      ].join(),
    );
    sessions.run();
    records.run();
  };
  return (visits) => {
    for (let i = 0; i < visits.length; i += CHUNK) addChunk(visits.slice(i, i + CHUNK));
  };
}

/** What one visit adds to every count, and to what is known of its visitor. */
function count(visit, { counter, placeOf, touchpoints, made, last }) {
  const { visitor, standing, crowd, level } = visit;
  let n = 0;
  let at = 0;
  for (const step of STEPS) {
    if (!takes(visit, step)) continue;
    n += 1;
    at = atOf(visit, step);
    const stage = stageOf(visit, step);
    const touchpoint =
      step.atPlace === 'stage' ? undefined : touchpointOf(visit, step, touchpoints);
    counter.count({
      at,
      crowd,
      stagePlace: placeOf(standing, stage),
      touchpointPlace: touchpoint === undefined ? undefined : placeOf(standing, stage, touchpoint),
      type: step.type,
      event: step.event,
      level,
      dwellMs: dwellOf(visit),
    });
  }
  made[visitor] = (made[visitor] ?? 0) + n;
  last[visitor] = Math.max(last[visitor] ?? 0, at);
}

function addVisitors(db, made, last) {
  db.exec('CREATE TEMP TABLE known (id INTEGER PRIMARY KEY, made INT, last INT)');
  insertAll(db, 'known', made, (n, id) => (id === 0 ? undefined : `${id},${n},${last[id]}`));
  db.exec(`INSERT INTO visitor (id, site, name, person, since, made, arrived, last)
    SELECT id, 1, printf('%08x-0000-4000-a000-%012x', (id * 2654435761) & 4294967295, id), id, -1, made, made, last FROM known`);
}
