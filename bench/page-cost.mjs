// What the always-on script costs a page, against the same page without it, in one run: `node bench/page-cost.mjs`
// (after `npm run build`; `ROUNDS=3` for a quick look). Headless Chromium, interleaved rounds, medians.
//
//   CPU          milliseconds of the main thread, from navigation until four seconds later, by CDP's TaskDuration in thread ticks
//   longest task the same at a CPU slowed four times, from a trace
//   heap         JavaScript heap after a collection
//   a change     milliseconds of the main thread for one change of the page's content, which it looks at again
//   shift        layout shift, as CLS counts it
//   requests     those of the script and what it loads
//
// Milliseconds are this machine's; compare ratios, as with the other scripts of other machines.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { NINE_STAGES } from '../packages/protocol/dist/index.js';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/browsers.mjs';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const SETTLE_MS = 4_000;
const CHANGES = 10;
const ELEMENTS = 300;
const scripts = resolve(import.meta.dirname, '../packages/sdk/dist/script');

const stageOf = (i) => NINE_STAGES[i % NINE_STAGES.length];
const settings = {
  version: 1,
  stages: NINE_STAGES,
  rules: Array.from({ length: 30 }, (_, i) => ({
    match: `/section-${i}/:id/*`,
    stage: stageOf(i),
  })).concat({ match: '/*', stage: 'search' }),
  // Half of them are named by the page itself, half are found by the settings; each may be asked about.
  touchpoints: Array.from({ length: ELEMENTS }, (_, i) => ({
    id: `${stageOf(i)}/step-${i}`,
    stage: stageOf(i),
    ...(i % 2 && { places: [{ by: 'selector', selector: `#step-${i}`, match: '/*' }] }),
    ask: { on: true, delayMs: 600_000 },
  })),
};

const plainBody = '<h1>A page</h1><p>Text.</p>';
const steps = Array.from({ length: ELEMENTS }, (_, i) => {
  const named = i % 2 ? '' : `data-wayfelt-touchpoint="${stageOf(i)}/step-${i}"`;
  return `<section id="step-${i}" ${named}><h2>Step ${i}</h2><p>Text of this step.</p></section>`;
}).join('');
const tag = (site) =>
  `<script async src="/wayfelt.js" data-site="${site}" data-stage="search"></script>`;
const html = (head, body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** Name → the page, and the one without Wayfelt to which it is compared. */
const PAGES = {
  '/empty': html('', plainBody),
  '/plain': html(tag('plain'), plainBody),
  '/steps': html('', steps),
  '/large': html(tag('large'), steps),
};
const COMPARED = [
  ['Wayfelt, no settings', '/plain', '/empty'],
  [`Wayfelt, 9 stages, ${ELEMENTS} touchpoints on the page`, '/large', '/steps'],
];

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const end = (type, body) => {
    response.setHeader('content-type', type);
    response.end(body);
  };
  if (pathname in PAGES) return end('text/html', PAGES[pathname]);
  if (/^\/wayfelt[\w-]*\.js$/.test(pathname)) {
    return end('text/javascript', readFileSync(join(scripts, pathname)));
  }
  if (pathname === '/v1/sites/large/settings') {
    return end('application/json', JSON.stringify(settings));
  }
  if (pathname.endsWith('/settings')) return end('application/json', '{"version":0}'); // a site that sets nothing
  request.resume();
  return end('application/json', JSON.stringify({ accepted: 1, duplicates: 0, rejected: [] }));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const metrics = async (client) => {
  const { metrics } = await client.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
};

/** One page view in a browser without memory of the one before. */
async function visit(browser, path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const client = await page.createCDPSession();
  let requests = 0;
  page.on('request', (request) => {
    if (!request.isNavigationRequest() && !request.url().startsWith('data:')) requests++;
  });
  await page.evaluateOnNewDocument(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shifted += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Time on the processor, not by the clock: a busy machine makes tasks longer, not dearer.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(origin + path);
  await wait(SETTLE_MS);
  const after = await metrics(client);
  for (let i = 0; i < CHANGES; i++) {
    await page.evaluate(() => document.body.append(document.createElement('p')));
    await wait(300);
  }
  const changed = await metrics(client);
  await client.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await metrics(client);
  const shift = await page.evaluate(() => window.shifted);
  await context.close();
  return {
    cpu: after.TaskDuration * 1_000,
    change: ((changed.TaskDuration - after.TaskDuration) * 1_000) / CHANGES,
    heap: JSHeapUsedSize / 1_024,
    shift,
    requests,
  };
}

/** The longest task of the page's main thread on a slow telephone. */
async function longestTask(browser, path) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.emulateCPUThrottling(4);
  await page.tracing.start({ categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await page.goto(origin + path);
  await wait(SETTLE_MS);
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString());
  await context.close();
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  if (mains.size === 0) throw new Error('The trace does not name the main thread');
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => /RunTask/.test(name) && mains.has(`${pid} ${tid}`),
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}

const profile = mkdtempSync(join(tmpdir(), 'wayfelt-bench-'));
const browser = await launch({
  executablePath: findBrowser('chromium'),
  headless: true,
  userDataDir: profile,
  protocolTimeout: 300_000,
  args: CHROMIUM_ARGS,
});
const rounds = Object.fromEntries(Object.keys(PAGES).map((path) => [path, []]));
try {
  await visit(browser, '/plain'); // the first page view of a browser pays for the browser's own start
  for (let round = 0; round < ROUNDS; round++) {
    for (const path of Object.keys(PAGES)) {
      rounds[path].push({
        ...(await visit(browser, path)),
        longest: await longestTask(browser, path),
      });
    }
  }
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  server.closeAllConnections();
  server.close();
}

const of = (path, figure) => median(rounds[path].map((round) => round[figure]));
const against = (path, base, figure, digits, unit) => {
  const [with_, without] = [of(path, figure), of(base, figure)];
  const added = with_ - without;
  return `${added < 0 ? '−' : '+'}${Math.abs(added).toFixed(digits)} ${unit} (${(with_ / without).toFixed(2)}× of ${without.toFixed(digits)})`;
};
console.log(`Medians of ${ROUNDS} interleaved rounds, each against the same page without Wayfelt`);
for (const [title, path, base] of COMPARED) {
  console.log(`
${title}
  CPU           ${against(path, base, 'cpu', 1, 'ms')}
  longest task  ${against(path, base, 'longest', 1, 'ms')} at a CPU slowed four times
  a change      ${against(path, base, 'change', 2, 'ms')}
  heap          ${against(path, base, 'heap', 0, 'KB')}
  shift         ${of(path, 'shift')} (${of(base, 'shift')})
  requests      ${of(path, 'requests')} (${of(base, 'requests')})`);
}
