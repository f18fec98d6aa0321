// How fast a report is at size: `node bench/report-speed.mjs [share]` (share of the full size, default 0.01; 1 is 10 million
// ratings and 100 million visits, and wants about 4 GB of disk). Needs a built collector.
//
// Ratings are made as the collector keeps them: every one a record, with its visitor and its visit, and all tables of
// counts. Visits are made only as the collector keeps their counts; their 100 million records (another 10 GB) are not,
// since no report reads them. So the full scan it is compared with reads the ratings alone, and is too fast rather than too slow.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { createCollector, openSqliteStore } from '../packages/collector/dist/index.js';
import { NINE_STAGES } from '../packages/protocol/dist/index.js';

const share = Number(process.argv[2] ?? 0.01);
const RATINGS = Math.round(10_000_000 * share);
const VISITS = Math.round(100_000_000 * share);
const DAYS = 365;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const TOUCHPOINTS = 100;
const CROWDS = 24;
const TOKEN = 'a token for this run only';
const ROUNDS = 21;
/** Ends at the last full hour, so that a period that ends now has edges of every kind. */
const END = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
const BEGIN = END - DAYS * DAY_MS;

const folder = mkdtempSync(join(tmpdir(), 'wayfelt-speed-'));
const file = join(folder, 'wayfelt.db');
try {
  await openSqliteStore(file).close();
  const db = open(file);
  fill(db);
  const store = openSqliteStore(file);
  await measure(store, db);
  store.close();
  db.close();
} finally {
  rmSync(folder, { recursive: true });
}

function open(path) {
  const require = createRequire(new URL('../packages/collector/package.json', import.meta.url));
  const builtIn = process.getBuiltinModule?.('node:sqlite');
  const { DatabaseSync } = builtIn ?? require('@photostructure/sqlite');
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
  return db;
}

function step(name, work) {
  const began = performance.now();
  work();
  console.log(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

function fill(db) {
  console.log(
    `${RATINGS.toLocaleString('en')} ratings, ${VISITS.toLocaleString('en')} visits, ${DAYS} days`,
  );
  db.exec(`INSERT INTO site (id, name) VALUES (1, 'shop')`);
  const place = db.prepare(
    'INSERT INTO place (site, stage, touchpoint, standing) VALUES (1, ?, ?, ?)',
  );
  for (const standing of ['prospect', 'customer'])
    for (const stage of NINE_STAGES) place.run(stage, '', standing);
  for (const standing of ['prospect', 'customer'])
    for (let i = 0; i < TOUCHPOINTS; i += 1) {
      const stage = NINE_STAGES[i % NINE_STAGES.length];
      place.run(stage, `${stage}/${i}`, standing);
    }
  const crowd = db.prepare('INSERT INTO crowd (locale, device, source) VALUES (?, ?, ?)');
  for (const locale of ['en', 'ko'])
    for (const device of ['phone', 'tablet', 'desktop'])
      for (const source of ['direct', 'search', 'social', 'email'])
        crowd.run(locale, device, source);

  const series = (n) =>
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${n})`;
  const visitors = Math.ceil(RATINGS / 2);
  db.exec('BEGIN');
  step('visitors', () =>
    db.exec(`${series(visitors)}
      INSERT INTO visitor (id, site, name, person, since, made, arrived, last)
      SELECT i + 1, 1, printf('%016x', i), i + 1, -1, 12, 12, ${BEGIN} + i FROM n`),
  );
  step('visits of raters', () =>
    db.exec(`${series(visitors)}
      INSERT INTO session (id, site, visitor, name, start)
      SELECT i + 1, 1, i + 1, 's', ${BEGIN} + abs(random()) % ${DAYS * DAY_MS} FROM n`),
  );
  step('ratings', () =>
    db.exec(`${series(RATINGS)}, r(i, at, place, visitor) AS MATERIALIZED (
        SELECT i, ${BEGIN} + i * ${DAYS * DAY_MS} / ${RATINGS}, 19 + abs(random()) % ${2 * TOUCHPOINTS},
          1 + abs(random()) % ${visitors} FROM n)
      INSERT INTO record (site, id, type, at, clock, received, visitor, session, place, crowd, counts, level, bucket, revision)
      SELECT 1, CAST(printf('%08x', i) || '--------' AS BLOB), 'rating', at, at, at, visitor, visitor, place,
        1 + abs(random()) % ${CROWDS}, 1, 1 + abs(random()) % 8, visitor % 4096, 0 FROM r`),
  );
  step('purchases', () =>
    db.exec(`${series(Math.ceil(visitors / 5))}
      INSERT INTO record (site, id, type, at, clock, received, visitor, place, crowd, counts, outcome)
      SELECT 1, CAST(printf('%08x', i) || 'outcomes' AS BLOB), 'outcome', at, at, at,
        1 + i * 5, 1, 1, 1, 'purchase' FROM (SELECT i, ${BEGIN} + i * ${5 * DAYS * DAY_MS} / ${visitors} AS at FROM n)`),
  );
  step('counts', () => tallies(db));
  db.exec('COMMIT');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); ANALYZE');
  console.log(`  file: ${(statSync(file).size / 1e9).toFixed(2)} GB`);
}

/** The six tables of counts: ratings as they are, visits spread evenly. */
function tallies(db) {
  const places = 18 + 2 * TOUCHPOINTS;
  const met = Math.max(1, Math.round(VISITS / (DAYS * 24 * places)));
  const levels = [1, 2, 3, 4, 5, 6, 7, 8];
  const columns = levels.map((l) => `l${l}`).join(', ');
  const sums = levels.map((l) => `sum(record.level = ${l})`).join(', ');
  const zeros = '0, 0, 0, 0, 0, 0, 0, 0, 0, 0';
  const rest =
    'eligible, shown, seen, answered, dismissed, snoozed, ignored, never, dwells, dwell_ms';
  const stage = `(SELECT p.id FROM place p WHERE p.site = 1 AND p.stage = place.stage AND p.touchpoint = '' AND p.standing = place.standing)`;
  const cut = (number, unit, own, byCrowd, each) => `
    INSERT INTO tally (site, cut, start, place, crowd, ${columns}, met, ${rest})
    SELECT 1, ${number}, record.at / ${unit}, ${own}, ${byCrowd}, ${sums}, ${each}, ${zeros}
    FROM record JOIN place ON place.id = record.place
    WHERE record.type = 'rating' GROUP BY 3, 4, 5`;
  db.exec(cut(1, HOUR_MS, stage, '0', met));
  db.exec(cut(2, DAY_MS, stage, '0', met * 24));
  db.exec(cut(3, HOUR_MS, 'record.place', '0', met));
  db.exec(cut(4, DAY_MS, 'record.place', '0', met * 24));
  db.exec(cut(5, DAY_MS, stage, 'record.crowd', met));
  db.exec(cut(6, DAY_MS, 'record.place', 'record.crowd', met));
  const { n } = db.prepare('SELECT count(*) AS n FROM tally').get();
  console.log(`  ${n.toLocaleString('en')} rows of counts`);
}

async function measure(store, db) {
  const collector = createCollector({ store, token: TOKEN });
  const ask = async (query) => {
    const response = await collector(
      new Request(`http://localhost/v1/report?site=shop${query}`, {
        headers: { Authorization: `Bearer ${TOKEN}` },
      }),
    );
    if (response.status !== 200) throw new Error(await response.text());
    return (await response.json()).total.felt.all.n;
  };
  const year = `&from=${BEGIN + 1}&to=${END}`;
  const quarter = `&from=${END - 90 * DAY_MS}&to=${END}`;
  const questions = {
    'Journey, 90 days': `${quarter}&parts=previous,delivery`,
    'Journey, 365 days': `${year}&parts=previous,delivery`,
    'Journey, 365 days, phones': `${year}&device=phone&parts=previous,delivery`,
    'everything, 90 days': quarter,
    'everything, 365 days': year,
  };
  console.log(
    `\n${'report'.padEnd(28)}${'answers'.padStart(12)}${'median'.padStart(10)}${'worst'.padStart(10)}`,
  );
  const medians = {};
  for (const [name, query] of Object.entries(questions)) {
    const times = [];
    let n = 0;
    for (let i = 0; i < ROUNDS + 2; i += 1) {
      const began = performance.now();
      n = await ask(query);
      times.push(performance.now() - began);
    }
    const warm = times.slice(2).sort((a, b) => a - b);
    medians[name] = warm[Math.floor(warm.length / 2)];
    const ms = (time) => `${time.toFixed(0)} ms`.padStart(10);
    console.log(
      name.padEnd(28) + n.toLocaleString('en').padStart(12) + ms(medians[name]) + ms(warm.at(-1)),
    );
  }

  const began = performance.now();
  db.prepare(
    `SELECT place.stage, place.standing, record.level, count(*) FROM record NOT INDEXED JOIN place ON place.id = record.place
     WHERE record.at >= ? AND record.type = 'rating' GROUP BY 1, 2, 3`,
  ).all(BEGIN);
  const scan = performance.now() - began;
  const ratio = scan / medians['Journey, 365 days'];
  console.log(
    `\nfull scan of the ratings: ${scan.toFixed(0)} ms, ${ratio.toFixed(0)} times the Journey report of 365 days`,
  );
}
