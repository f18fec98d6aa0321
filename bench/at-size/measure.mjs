// The requests that the dashboard makes, one at a time, as it makes them.
import { createCollector, openSqliteStore } from '../../packages/collector/dist/index.js';
import { openDatabase } from './database.mjs';
import { DAY_MS, HOUR_MS, RARE_WORD, SITE } from './world.mjs';

const TOKEN = 'a token for this run only';
const of = (place, ...names) =>
  ['all', 'prospects', 'customers'].flatMap((who) =>
    names.map((name) => `${place}.${who}.${name}`),
  );
const VALUES = [
  ...of('stages.felt', 'n', 'levels', 'positive', 'indifferent', 'negative', 'emotional'),
  ...of('stages.felt', 'rational', 'net', 'mean', 'median', 'enough', 'missing'),
  ...of('stages.funnel', 'met', 'seen', 'rated'),
  ...of('total.felt', 'n', 'positive'),
  ...of('total.funnel', 'response'),
];
const drawn = (parts, ...fields) => `${parts}&fields=${fields.join()}`;
/** As `packages/dashboard/src/data/report-request.ts` has them. */
const JOURNEY = drawn('stages', ...VALUES);
const SAID = drawn('touchpoints,groups,previous,periods,outcomes', 'sentences');
const TOUCHPOINTS = drawn(
  'touchpoints',
  ...VALUES,
  ...of('touchpoints.felt', 'positive', 'negative'),
  'touchpoints.felt.all.n,touchpoints.felt.all.levels,touchpoints.funnel.prospects.met,ranking',
  'touchpoints.standard.all.below,touchpoints.standard.all.asExpected',
  'touchpoints.standard.all.beyondExpectation,touchpoints.prospectsAgainstCustomers.verdict',
  'touchpoints.prospectsAgainstCustomers.strength',
);
const OUTCOMES = drawn(
  'touchpoints,outcomes,paths,repeats',
  ...VALUES,
  'settings,outcomes.total,moments,paired,peakEnd,lastWords,repeats',
);
const FILTERS = {
  '': '',
  ', prospects': '&standing=prospect',
  ', one stage': '&stage=search',
  ', one touchpoint': '&stage=search&touchpoint=search%2F7',
  ', Korean': '&locale=ko',
  ', phones': '&device=phone',
  ', one source': '&source=social',
  ', phones in Korean': '&device=phone&locale=ko',
};
/** The bounds of a day are those of the reader's calendar. */
const ZONES = { UTC: 0, Seoul: 9 * HOUR_MS };

export async function measure({ file, end, weeks, rounds, only }) {
  const began = performance.now();
  const store = openSqliteStore(file);
  console.log(`The store opens in ${(performance.now() - began).toFixed(0)} ms.\n`);
  const collector = createCollector({ store, token: TOKEN, now: () => end });
  const ask = async (path) => {
    const answer = await collector(
      new Request(`http://localhost${path}`, { headers: { Authorization: `Bearer ${TOKEN}` } }),
    );
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${text}`);
    return text;
  };
  const processors = new Map();
  console.log(
    `${'question'.padEnd(48)}${'kB'.padStart(8)}${'median'.padStart(11)}${'p95'.padStart(11)}${'processor'.padStart(12)}`,
  );
  for (const [name, path] of questionsOf({ end, weeks })) {
    if (only && !name.includes(only)) continue;
    const { kilobytes, median, worst, processor } = await timed(() => ask(path), rounds);
    processors.set(name, processor);
    const ms = (time, width) => `${time.toFixed(0)} ms`.padStart(width);
    console.log(
      name.padEnd(48) +
        kilobytes.toFixed(0).padStart(8) +
        ms(median, 11) +
        ms(worst, 11) +
        ms(processor, 12),
    );
  }
  store.close();
  scan(file, { end, report: processors.get('Journey, 28 days, UTC') });
}

async function timed(work, rounds) {
  const first = await work();
  const walls = [];
  const processors = [];
  for (let i = 0; i < rounds; i += 1) {
    const cpu = process.cpuUsage();
    const began = performance.now();
    await work();
    walls.push(performance.now() - began);
    const { user, system } = process.cpuUsage(cpu);
    processors.push((user + system) / 1000);
  }
  const at = (times, share) =>
    times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    kilobytes: first.length / 1000,
    median: at(walls, 0.5),
    worst: at(walls, 0.95),
    processor: at(processors, 0.5),
  };
}

function questionsOf({ end, weeks }) {
  const bounds = (days, zone) => {
    const today = Math.floor((end + ZONES[zone]) / DAY_MS) * DAY_MS - ZONES[zone];
    return `site=${SITE}&from=${today - (days - 1) * DAY_MS}&to=${today + DAY_MS}`;
  };
  const report = (days, zone, filter, parts) =>
    `/v1/report?${bounds(days, zone)}${filter}&parts=${parts}`;
  const all = weeks * 7;
  const questions = [];
  for (const zone of Object.keys(ZONES))
    for (const days of [28, all])
      for (const [words, filter] of Object.entries(FILTERS)) {
        const rest = `${days} days, ${zone}${words}`;
        questions.push([`Journey, ${rest}`, report(days, zone, filter, JOURNEY)]);
        questions.push([`Journey's sentences, ${rest}`, report(days, zone, filter, SAID)]);
      }
  for (const days of [28, all])
    questions.push(
      [`Touchpoints, ${days} days`, report(days, 'UTC', '', TOUCHPOINTS)],
      [`Outcomes, ${days} days`, report(days, 'UTC', '', OUTCOMES)],
      [
        `Compare, ${days} days`,
        `/v1/compare?${bounds(days, 'UTC')}&standing=prospect&vs-standing=customer`,
      ],
      [`Voices, ${days} days`, `/v1/comments?${bounds(days, 'UTC')}&limit=50`],
      [
        `Voices, ${days} days, a rare word`,
        `/v1/comments?${bounds(days, 'UTC')}&limit=50&search=${RARE_WORD}`,
      ],
      [
        `Voices, ${days} days, a rare touchpoint`,
        `/v1/comments?${bounds(days, 'UTC')}&limit=50&touchpoint=disposal%2F99`,
      ],
    );
  questions.push(['Sites', '/v1/sites'], ['Tags', `/v1/tags?site=${SITE}`]);
  return questions;
}

/** What the Journey report says, out of the records themselves; in processor time, as other programs run beside. */
function scan(file, { end, report }) {
  const db = openDatabase(file);
  const cpu = process.cpuUsage();
  const rows = db
    .prepare(
      `SELECT place.stage, place.standing, record.type, record.event, record.level, count(*) AS n
       FROM record NOT INDEXED JOIN place ON place.id = record.place
       WHERE record.at >= ? AND record.at < ? AND record.counts = 1 GROUP BY 1, 2, 3, 4, 5`,
    )
    .all(end - 28 * DAY_MS, end);
  const { user, system } = process.cpuUsage(cpu);
  const ms = (user + system) / 1000;
  db.close();
  const records = rows.reduce((sum, { n }) => sum + n, 0).toLocaleString('en');
  console.log(
    `\nThe counts of 28 days by reading every record: ${ms.toFixed(0)} ms of processor (${records} records in them).`,
  );
  if (report !== undefined)
    console.log(`That is ${(ms / report).toFixed(0)} times the Journey report.`);
}
