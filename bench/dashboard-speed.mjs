// How soon a marketer can read the Journey, and use it: a real collector with 5,000 simulated visitors, Chromium with a
// CPU slowed four times, against an empty page of the same collector in the same run. `node bench/dashboard-speed.mjs`
// after `npm run build`; `--collector <url> --token <token>` measures one that runs already. Ends with 1 where the page is
// not interactive within a second, or where something moves under the reader's eyes: for a machine that does nothing else.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/browsers.mjs';

const SLOWED = 4;
const ROUNDS = 7;
const INTERACTIVE_MS = 1_000;
/** What browsers call good is 0.1. */
const SHIFT = 0.01;
/** Nothing long for so long after the last long task: the page is at rest. */
const QUIET_MS = 1_000;

const { values } = parseArgs({
  options: { collector: { type: 'string' }, token: { type: 'string' } },
});
const own = values.collector ? undefined : await startCollector();
const origin = values.collector ?? own.origin;
const token = values.token ?? own?.token;
const browser = await launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_ARGS });
try {
  const page = await openBare();
  await page.go(`${origin}/#/journey?site=demo&days=365&token=${token}`);
  await page.run(shown, 'main svg.journey');
  const empty = [];
  const journey = [];
  // in turns, so that whatever else the machine does falls on both
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(await measure(page, `${origin}/healthz`, 'body'));
    journey.push(await measure(page, `${origin}/#/journey?site=demo&days=365`, 'svg.journey'));
  }
  const medians = (name) => [empty, journey].map((runs) => median(runs.map((run) => run[name])));
  const rows = ['shown', 'interactive', 'longest'].map((name) => {
    const [plain, filled] = medians(name);
    const ratio = plain > 0 ? `${(filled / plain).toFixed(1)} ×` : '';
    return { ms: name, 'empty page': Math.round(plain), journey: Math.round(filled), ratio };
  });
  console.log(`CPU slowed ${SLOWED} times, medians of ${ROUNDS} rounds:`);
  console.table(rows);
  const [, interactive] = medians('interactive');
  const [, shift] = medians('shift');
  console.log(`Layout shift: ${shift.toFixed(3)} of at most ${SHIFT}.`);
  if (interactive >= INTERACTIVE_MS)
    fail(`interactive after ${Math.round(interactive)} ms, wanted: ${INTERACTIVE_MS}`);
  if (shift > SHIFT) fail('something moves while the page is drawn');
} finally {
  await browser.close();
  own?.end();
}

function fail(why) {
  console.error(`Not good enough: ${why}.`);
  process.exitCode = 1;
}

/**
 * A page that nobody inspects: a driver's own page has every request watched, for which the browser notes where in the
 * code each was made, and reads all of it once more (a twentieth of a second here).
 */
async function openBare() {
  const target = browser.targets().find((one) => one.type() === 'page');
  const session = await target.createCDPSession();
  await session.send('Page.enable');
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 1440,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${observe})()` });
  return {
    async go(url) {
      const loaded = new Promise((resolve) => session.once('Page.domContentEventFired', resolve));
      await session.send('Page.navigate', { url });
      await loaded;
    },
    async run(work, ...given) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression: `(${work})(...${JSON.stringify(given)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
      return result.value;
    },
  };
}

/** Runs in the page before anything of its own: what held the thread, and what moved. */
function observe() {
  window.measured = { tasks: [], shift: 0 };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries())
      if (!hadRecentInput) window.measured.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      window.measured.tasks.push({ end: startTime + duration, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Runs in the page: when what is looked for was painted. */
function shown(selector) {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look);
      // the frame after the one that paints it
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    look();
  });
}

/** Runs in the page: what was measured, once it is at rest. */
function atRest(quietMs) {
  return new Promise((resolve) => {
    const settle = () => {
      const last = window.measured.tasks.at(-1)?.end ?? 0;
      if (performance.now() - last > quietMs) resolve(window.measured);
      else setTimeout(settle, quietMs / 4);
    };
    setTimeout(settle, quietMs);
  });
}

async function measure(page, address, selector) {
  await page.go('about:blank');
  await page.go(address);
  const at = await page.run(shown, selector);
  const { tasks, shift } = await page.run(atRest, QUIET_MS);
  return {
    shown: at,
    interactive: Math.max(at, ...tasks.map(({ end }) => end)),
    shift,
    longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
  };
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

async function startCollector() {
  const folder = mkdtempSync(join(tmpdir(), 'wayfelt-speed-'));
  const child = spawn(
    process.execPath,
    ['packages/collector/dist/cli.js', '--port', '0', '--data', folder, '--demo', 'demo/shop'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const end = () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const link = /(http\S+)\/#token=(\S+)/.exec(said);
    if (!link) continue;
    child.stdout.resume();
    const [, found, secret] = link;
    const options = `--visitors 5000 --seed 1 --collector ${found} --out ${folder}/truth`;
    execFileSync(process.execPath, ['scripts/visitors.mjs', ...options.split(' ')], {
      stdio: 'inherit',
    });
    return { origin: found, token: secret, end };
  }
  end();
  throw new Error(`The collector did not start: ${said}`);
}
