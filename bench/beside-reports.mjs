// How long records wait while the Journey's sentences are counted: `node bench/beside-reports.mjs` after `npm run build`.
// A collector in a process of its own, with 900 touchpoints; one sender, and beside it one reader who asks again and again.
// In turns, so that whatever else the machine does falls on both. `--program <cli.js>` measures another build.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createEmpty, openDatabase } from './at-size/database.mjs';
import { fill } from './at-size/fill.mjs';
import { DAY_MS, SENT_MS, SITE } from './at-size/world.mjs';

const TOUCHPOINTS_OF_A_STAGE = 100;
const WEEKS = 26;
const RECORDS = 10;
const EVERY_MS = 5;

const { values } = parseArgs({
  options: {
    ratings: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '3' },
    sent: { type: 'string', default: '300' },
    program: {
      type: 'string',
      default: fileURLToPath(new URL('../packages/collector/dist/cli.js', import.meta.url)),
    },
  },
});
const [ratings, rounds, sent] = [values.ratings, values.rounds, values.sent].map(Number);
const TOKEN = 'a-token-for-this-run-only';
const folder = mkdtempSync(join(tmpdir(), 'wayfelt-beside-'));
const now = Date.now();
try {
  const db = openDatabase(createEmpty(folder));
  const begin = now - WEEKS * 7 * DAY_MS;
  fill(db, { visits: ratings, touchpoints: TOUCHPOINTS_OF_A_STAGE, begin, end: now - SENT_MS });
  db.close();
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const program = spawn(process.execPath, [values.program, '--port', '0', '--data', folder], {
    env: { ...process.env, WAYFELT_TOKEN: TOKEN },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    for await (const chunk of program.stdout) if ((said += chunk).includes('Ctrl-C')) break;
    const { origin } = new URL(/http\S+#token/.exec(said)[0]);
    // a first one of each warms up
    await report(origin);
    await latencies(origin, 50);
    const idle = [];
    const beside = [];
    const reports = [];
    for (let round = 0; round < rounds; round += 1) {
      idle.push(...(await latencies(origin, sent)));
      const reading = readUntilStopped(origin);
      beside.push(...(await latencies(origin, sent)));
      reports.push(...(await reading.stop()));
    }
    print({ idle, beside, reports });
  } finally {
    const gone = once(program, 'exit');
    program.kill();
    await gone;
  }
}

async function report(origin) {
  const began = performance.now();
  const to = Math.ceil(Date.now() / DAY_MS) * DAY_MS;
  const answer = await fetch(
    `${origin}/v1/report?site=${SITE}&from=${to - WEEKS * 7 * DAY_MS}&to=${to}` +
      '&parts=touchpoints,groups,previous,periods,outcomes&fields=sentences',
    { headers: { Authorization: `Bearer ${TOKEN}` } },
  );
  if (!answer.ok) throw new Error(await answer.text());
  await answer.text();
  return performance.now() - began;
}

/** One reader, who asks for the sentences again as soon as they have come. */
function readUntilStopped(origin) {
  const end = new AbortController();
  const took = [];
  const reading = (async () => {
    while (!end.signal.aborted) took.push(await report(origin));
  })();
  return {
    async stop() {
      end.abort();
      await reading;
      return took;
    },
  };
}

/** Of so many batches, one after the other with a short rest between. */
async function latencies(origin, n) {
  const took = [];
  for (let i = 0; i < n; i += 1) {
    const body = batch();
    const began = performance.now();
    const answer = await fetch(`${origin}/v1/records`, { method: 'POST', body });
    const receipt = await answer.json();
    took.push(performance.now() - began);
    if (receipt.accepted !== RECORDS) throw new Error(JSON.stringify(receipt));
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
  return took;
}

function batch() {
  const records = Array.from({ length: RECORDS }, (_, i) => ({
    id: crypto.randomUUID().replace(/^(.{14})./, '$17'),
    type: i === 0 ? 'rating' : 'visit',
    at: Date.now(),
    visitor: crypto.randomUUID(),
    standing: 'prospect',
    stage: 'search',
    touchpoint: `search/${i}`,
    ...(i === 0 ? { level: 7 } : { event: 'touchpoint' }),
  }));
  return JSON.stringify({ site: SITE, sdk: '1.0.0', sentAt: Date.now(), records });
}

function print({ idle, beside, reports }) {
  const at = (times, share) =>
    times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
  const row = (share) => {
    const [alone, loaded] = [at(idle, share), at(beside, share)];
    const ms = (time) => Number(time.toFixed(1));
    return {
      idle: ms(alone),
      'beside reports': ms(loaded),
      ratio: `${(loaded / alone).toFixed(1)} ×`,
    };
  };
  console.log(
    `POST /v1/records, ms, ${idle.length} batches of ${RECORDS} records each way; ${reports.length} reports meanwhile, median ${at(reports, 0.5).toFixed(0)} ms:`,
  );
  console.table({ median: row(0.5), '99th percentile': row(0.99), longest: row(1) });
}
