// Sends simulated visitors through the public wire of a running collector, and writes beside it what a report should
// find: `npm run demo:visitors -- --visitors 5000 --seed 1`.
import { existsSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, fail, step } from './setup.mjs';
import { createSender } from './visitors-send.mjs';

const HELP = `Simulated visitors with known truth, sent to a running collector.

  npm run demo:visitors -- [options]

  --visitors <n>      how many (default 5000)
  --seed <n>          the same seed gives the same visitors (default 1)
  --collector <url>   default http://localhost:4400
  --site <id>         default demo
  --until <date>      the end of their 26 weeks, ISO 8601 (default: now)
  --nonresponse <who> mcar, j (default), silent-unhappy, vocal-unhappy
  --reactions <arm>   chart (default), seed-as-printed
  --confounding <r>   how much the wish to buy brightens what is felt (default 0)
  --owners <share>    visitors who own the product from the start (default 0.3)
  --dirt <which>      none, wire (default), all (robots too)
  --token <token>     the reader's token: also writes the team's beliefs into the site's settings
  --out <folder>      where truth.json, beliefs.json and events.ndjson go (default data/truth/<site>-<seed>)
  --events            write events.ndjson too (large)
`;

const BUILT = 'demo/dist/simulate.js';

checkNode();
const options = readOptions();
if (!existsSync('node_modules'))
  fail('Nothing is installed yet: run npm start first, and this in a second terminal.');
if (!existsSync(BUILT))
  await step('Building the simulated visitors', process.execPath, [
    'node_modules/rollup/dist/bin/rollup',
    '-c',
    '--environment',
    'WAYFELT_BUILD:visitors',
  ]);
const { simulate, DEMO_OPTIONS } = await import(new URL(`../${BUILT}`, import.meta.url).href);
const sender = createSender(options);
await sender.check().catch((cause) => fail(cause.message));
const { truth, beliefs } = await run().catch((cause) => fail(cause.message));
await report(truth);

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        visitors: { type: 'string', default: '5000' },
        seed: { type: 'string', default: '1' },
        collector: { type: 'string', default: 'http://localhost:4400' },
        site: { type: 'string', default: 'demo' },
        until: { type: 'string' },
        nonresponse: { type: 'string', default: 'j' },
        reactions: { type: 'string', default: 'chart' },
        confounding: { type: 'string', default: '0' },
        owners: { type: 'string' },
        dirt: { type: 'string', default: 'wire' },
        token: { type: 'string' },
        out: { type: 'string' },
        events: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    fail(`${cause.message}\n\n${HELP}`);
  }
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const until = values.until === undefined ? Date.now() : Date.parse(values.until);
  if (!Number.isFinite(until)) fail(`--until: expected a date as 2026-01-31, got ${values.until}`);
  const { site } = values;
  if (!/^[\w.-]{1,64}$/.test(site)) fail(`--site: expected letters, digits, . _ -, got ${site}`);
  const seed = numberOf('seed', values.seed, { low: 0, high: 2 ** 32 - 1, whole: true });
  return {
    visitors: numberOf('visitors', values.visitors, { low: 1, high: 10_000_000, whole: true }),
    seed,
    site,
    until,
    collector: collectorOf(values.collector),
    nonresponse: oneOf('nonresponse', values.nonresponse, [
      'mcar',
      'j',
      'silent-unhappy',
      'vocal-unhappy',
    ]),
    reactions: oneOf('reactions', values.reactions, ['chart', 'seed-as-printed']),
    confounding: numberOf('confounding', values.confounding, { low: -1, high: 1 }),
    owners:
      values.owners === undefined
        ? undefined
        : numberOf('owners', values.owners, { low: 0, high: 1 }),
    dirt: oneOf('dirt', values.dirt, ['none', 'wire', 'all']),
    token: values.token,
    events: values.events,
    out: values.out ?? join('data', 'truth', `${site}-${seed}`),
  };
}

function numberOf(name, text, { low, high, whole = false }) {
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high) || (whole && !Number.isInteger(value)))
    fail(
      `--${name}: expected a${whole ? ' whole' : ''} number from ${low} to ${high}, got ${text}`,
    );
  return value;
}

function oneOf(name, value, allowed) {
  if (!allowed.includes(value)) fail(`--${name}: expected ${allowed.join(', ')}, got ${value}`);
  return value;
}

function collectorOf(text) {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    fail(`--collector: expected an http address as http://localhost:4400, got ${text}`);
  return text.replace(/\/+$/, '');
}

async function run() {
  const { visitors, seed, until, nonresponse, reactions, confounding, dirt, out } = options;
  const owners = options.owners ?? DEMO_OPTIONS.owners;
  const simulation = simulate(
    { ...DEMO_OPTIONS, owners, visitors, seed, until, nonresponse, reactions, confounding },
    { dirt },
  );
  await mkdir(out, { recursive: true });
  const events = options.events ? await open(join(out, 'events.ndjson'), 'w') : undefined;
  const progress = createProgress(visitors);
  const arrivals = simulation.arrivals();
  let next = arrivals.next();
  for (let visitor = 1; !next.done; visitor++, next = arrivals.next()) {
    const { skewMs, records } = next.value;
    if (events && records.length > 0)
      await events.write(`${records.map((record) => JSON.stringify(record)).join('\n')}\n`);
    await sender.add(records, skewMs);
    progress(Math.min(visitor, visitors), sender.receipt().accepted);
  }
  await sender.finish();
  await events?.close();
  progress.end(sender.receipt().accepted);
  await writeFile(join(out, 'truth.json'), `${JSON.stringify(next.value, null, 1)}\n`);
  await writeFile(join(out, 'beliefs.json'), `${JSON.stringify(simulation.beliefs, null, 1)}\n`);
  return { truth: next.value, beliefs: simulation.beliefs };
}

async function report(truth) {
  const { accepted, duplicates, rejected } = sender.receipt();
  const made = Object.values(truth.records).reduce((sum, count) => sum + count, 0);
  const robots = truth.robots * 12;
  console.log(
    `\n${accepted} records stored, ${duplicates} repeats recognised, ${rejected} bad ones refused.`,
  );
  if (accepted === made + robots && duplicates === truth.duplicates && rejected === truth.refused)
    console.log('Exactly what was sent: nothing lost, nothing twice.');
  else if (accepted === 0)
    console.log('All of them were there already: this seed has been sent before.');
  else
    console.log(
      `Expected ${made + robots} stored, ${truth.duplicates} repeats and ${truth.refused} refused` +
        ' (a seed sent twice, or interrupted, shows as repeats).',
    );
  const { out, site, token, collector } = options;
  if (token && (await sender.believe(beliefs, token)))
    console.log("The team's beliefs are in the site's settings.");
  console.log(`The truth that a report should find: ${join(out, 'truth.json')}`);
  console.log(`What the team believes: ${join(out, 'beliefs.json')}`);
  console.log(`The dashboard: ${collector}/#/journey?site=${site}&days=365`);
}

function createProgress(total) {
  const live = process.stdout.isTTY;
  const width = 32;
  let shown = -1;
  const draw = (done, records) => {
    const share = Math.floor((done / total) * (live ? 100 : 10));
    if (share === shown) return;
    shown = share;
    const filled = Math.round((done / total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    const line = `${bar} ${done} of ${total} visitors, ${records} records`;
    if (live) process.stdout.write(`\r${line} `);
    else console.log(line);
  };
  draw.end = (records) => {
    shown = -1;
    draw(total, records);
    if (live) process.stdout.write('\n');
  };
  return draw;
}
