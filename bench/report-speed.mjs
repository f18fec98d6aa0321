// How fast figures are at size: `node bench/report-speed.mjs --help`. Needs a built collector and report.
//
// The world has a journey of nine stages with a hundred touchpoints each, prospects and customers, three languages, three
// devices and six sources. A store is filled with it several times faster than by the wire; before that, a small one is
// filled both ways, and the benchmark goes on only where every row of records and of counts is the same.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEmpty, openDatabase } from './at-size/database.mjs';
import { fill } from './at-size/fill.mjs';
import { measure } from './at-size/measure.mjs';
import { prove } from './at-size/prove.mjs';
import { DAY_MS, SENT_MS, VISITS_EACH } from './at-size/world.mjs';

const HELP = `How fast figures are at size, and how much faster than by reading every record.

  node bench/report-speed.mjs [options]

  --ratings <n>       answers; there are ${VISITS_EACH} records of visits to each      default 50000
  --touchpoints <n>   of each of the nine stages                       default 100
  --weeks <n>         over which they are spread                       default 26
  --rounds <n>        of each question, after one that warms up        default 7
  --only <words>      questions whose name has these words             default: all
  --data <folder>     where the store is made, and kept: the same arguments use it again
                      default: a folder that goes afterwards
  --help              this

300 000 ratings take 0.9 GB and about a minute of one processor; 10 000 000 take 27 GB of disk, 10 GB of memory and half an hour.`;

const { values } = parsed();
if (values.help) {
  console.log(HELP);
} else {
  await run({
    ratings: numberOf('ratings', 50_000),
    touchpoints: numberOf('touchpoints', 100),
    weeks: numberOf('weeks', 26),
    rounds: numberOf('rounds', 7),
    only: values.only,
    folder: values.data,
  });
}

function parsed() {
  const text = { type: 'string' };
  try {
    return parseArgs({
      options: {
        ratings: text,
        touchpoints: text,
        weeks: text,
        rounds: text,
        only: text,
        data: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    return wrong(cause.message);
  }
}

function numberOf(name, otherwise) {
  const given = values[name];
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < 1)
    wrong(`--${name}: expected a whole number from 1, got ${given}`);
  return number;
}

function wrong(what) {
  console.error(`${what}\n\n${HELP}`);
  process.exit(1);
}

async function run({ ratings, touchpoints, weeks, rounds, only, folder }) {
  const own = folder ?? join(tmpdir(), `wayfelt-speed-${process.pid}`);
  try {
    const world = await filled(own, { ratings, touchpoints, weeks });
    await measure({ ...world, rounds, only });
  } finally {
    if (folder === undefined) rmSync(own, { recursive: true, force: true });
  }
}

/** A store of this size: the one of the run before, or a new one. */
async function filled(folder, size) {
  const note = join(folder, 'filled.json');
  if (existsSync(note)) {
    const known = JSON.parse(readFileSync(note, 'utf8'));
    if (Object.entries(size).some(([name, n]) => known[name] !== n))
      wrong(
        `--data: ${folder} holds a store of another size (${known.ratings} ratings). Choose another folder.`,
      );
    return known;
  }
  if (existsSync(join(folder, 'wayfelt.db')))
    wrong(`--data: ${folder} holds a store that this did not make, or did not finish.`);
  const end = Math.floor(Date.now() / 60_000) * 60_000;
  const same = await prove({ end });
  console.log(`Filled fast and by the wire: the same in all of ${same.toLocaleString('en')} rows.`);
  const file = createEmpty(folder);
  const db = openDatabase(file);
  const progress = createProgress(
    `${size.ratings.toLocaleString('en')} ratings, ${(size.ratings * VISITS_EACH).toLocaleString('en')} visits`,
  );
  const { ratings: visits, touchpoints, weeks } = size;
  fill(db, { visits, touchpoints, begin: end - weeks * 7 * DAY_MS, end: end - SENT_MS, progress });
  db.close();
  const { size: bytes } = statSync(file);
  console.log(`${(bytes / 1e9).toFixed(2)} GB on disk.`);
  const world = { ...size, file, end };
  writeFileSync(note, JSON.stringify(world));
  return world;
}

/** Says at most every few seconds how far it is. */
function createProgress(what) {
  const EVERY_MS = 5_000;
  const began = performance.now();
  let next = began;
  return (share) => {
    const now = performance.now();
    if (now < next && share < 1) return;
    next = now + EVERY_MS;
    const left = Math.round(((now - began) / 1000) * (1 / share - 1));
    console.log(`  ${what}: ${(100 * share).toFixed(0)} %, ${left} s left`);
  };
}
