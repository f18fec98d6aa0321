// How fast the question is there, in Chromium with its CPU slowed six times: from `ask()` to painted, beside the two
// limits of what can be had, eight plain buttons in vanilla JS and the same in Preact, each loaded when asked for.
// Rounds are interleaved, medians are shown, and times also as ratios to vanilla in the same run, because machines and
// their load differ. Exits with 1 when a task of the question's own is longer than 50 ms.
//
//     npm run build && node bench/widget-speed.mjs [--rounds 9] [--slower 6]
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/browsers.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '9' },
    slower: { type: 'string', default: '6' },
  },
});
const ROUNDS = Number(values.rounds);
const SLOWER = Number(values.slower);
const LONGEST_TASK_MS = 50;
const SCRIPT_DIR = 'packages/sdk/dist/script';

const LEVELS = ['Loathing', 'Not again', 'Ugh!', 'So-so', 'Works', 'Works well', 'Like', 'Zen'];
const STYLE = `position: fixed; right: 20px; bottom: 20px; display: grid; gap: 8px; width: 340px; padding: 20px; background: #fff`;
const VANILLA = `export const show = () => {
  const box = document.createElement('div');
  box.style.cssText = '${STYLE}';
  box.append(...${JSON.stringify(LEVELS)}.map((name) => {
    const button = document.createElement('button');
    button.textContent = name;
    button.onclick = () => box.replaceChildren('Thank you');
    return button;
  }));
  document.body.append(box);
};`;
const PREACT = `import { h, render } from 'preact';
const draw = (box, said) => render(
  said ? 'Thank you' : ${JSON.stringify(LEVELS)}.map((name) => h('button', { onClick: () => draw(box, true) }, name)), box);
export const show = () => {
  const box = document.createElement('div');
  box.style.cssText = '${STYLE}';
  document.body.append(box);
  draw(box, false);
};`;
const WIDGET = `export const show = async () => {
  const { ask } = await import('/wayfelt-widget.js');
  const kept = async () => 'kept';
  await ask({ ask: 'a', standing: 'prospect', form: 'card', order: 'worst-first', locale: 'en' },
    { seen() {}, keep: kept, send: kept, takeBack: kept, closed() {} });
};`;

/** What is measured: its name, the file that shows it, what to press, and what is there afterwards. */
const SUBJECTS = [
  { name: 'vanilla', file: '/vanilla.js', press: 'body > div > button:nth-child(6)' },
  { name: 'preact', file: '/preact.js', press: 'body > div > button:nth-child(6)' },
  { name: 'wayfelt', file: '/wayfelt.show.js', press: 'wayfelt-question >>> [value="6"]' },
];

const page = (file) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Speed</title>
<body><h1>A page</h1>${'<p>Text of a page that is read.</p>'.repeat(40)}<script type="module">
  globalThis.shifts = 0;
  new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) shifts += hadRecentInput ? 0 : value; })
    .observe({ type: 'layout-shift', buffered: true });
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const inside = () => document.querySelector('wayfelt-question')?.shadowRoot;
  /** What is there when all that follows from an event is. */
  const has = {
    pointerover: () => (inside()?.adoptedStyleSheets.length ?? 3) > 2,
    pointerdown: () => (inside() ?? document).querySelector('.send, body > div:not(:has(button))'),
  };
  globalThis.measure = async () => {
    await painted();
    performance.mark('begin');
    const from = performance.now();
    const { show } = await import('${file}');
    await show();
    await painted();
    const took = performance.now() - from;
    performance.mark('end');
    return took;
  };
  // From the first event of this type until what follows from it is painted.
  globalThis.after = (type) => new Promise((done) => addEventListener(type, async () => {
    performance.mark('begin');
    do await painted(); while (!has[type]());
    await painted();
    performance.mark('end');
    done();
  }, { capture: true, once: true }));
</script></body></html>`;

const site = await serve({
  '/vanilla.js': VANILLA,
  '/preact.js': await bundle(PREACT),
  '/wayfelt.show.js': WIDGET,
});
const browser = await launch({ executablePath: findBrowser('chromium'), args: CHROMIUM_ARGS });
const found = new Map(SUBJECTS.map(({ name }) => [name, []]));
try {
  // The first round warms the browser up, and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const subject of SUBJECTS) {
      const figures = await measure(subject);
      if (round > 0) found.get(subject.name)?.push(figures);
    }
  }
} finally {
  await browser.close();
  site.close();
}
report();

async function measure({ file, press }) {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 1000, height: 760 });
  await tab.goto(`${site.url}/page?${file}`);
  const session = await tab.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const shown = await traced(session, async () => ({
    painted: await tab.evaluate(() => globalThis.measure()),
  }));
  // The second phase is the first touch, and what is downloaded then; for the plain ones it is nothing.
  const handle = await tab.waitForSelector(press);
  const follows = async (type, act) => {
    await tab.evaluate((type) => {
      globalThis.followed = globalThis.after(type);
    }, type);
    return traced(session, async () => {
      await act();
      await tab.evaluate(() => globalThis.followed);
      return {};
    });
  };
  const touched = await follows('pointerover', async () => handle?.hover());
  const chosen = await follows('pointerdown', async () => {
    await tab.mouse.down();
    await tab.mouse.up();
  });
  const shift = await tab.evaluate(() => globalThis.shifts);
  await tab.close();
  return { shown, touched, chosen, shift };
}

/** Runs `act` under a trace; with it, the longest and the sum of the main thread's tasks in it, in milliseconds. */
async function traced(session, act) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'blink.user_timing'],
    },
  });
  const own = await act();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect);
  // The page's own main thread is the one that ran its scripts and frames; other processes are the browser's.
  const main = events.findLast(({ name }) => name === 'UpdateLayoutTree' || name === 'Layout');
  const marked = (mark) => events.findLast(({ name }) => name === mark)?.ts;
  const tasks = [];
  for (const { name, pid, tid, ts, dur, tdur } of events.toSorted((a, b) => a.ts - b.ts)) {
    if (!tdur || pid !== main?.pid || tid !== main?.tid) continue;
    const own = tasks.at(-1);
    const inside = own && ts < own.end;
    if (inside || ts > marked('end') || ts + dur < marked('begin')) continue;
    // The thread's own time: what other processes take away from it is not the page's.
    if (name.endsWith('RunTask')) tasks.push({ took: tdur / 1_000, end: ts + dur });
    // What promises do after a task holds the page up as if it were still that task.
    else if (own && name.endsWith('PerformMicrotaskCheckpoint')) own.took += tdur / 1_000;
  }
  return {
    ...own,
    longest: Math.max(0, ...tasks.map(({ took }) => took)),
    cpu: tasks.reduce((sum, { took }) => sum + took, 0),
  };
}

function report() {
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
  const of = (name, read) => median(found.get(name)?.map(read) ?? []);
  const rows = [
    ['from ask to painted, ms', ({ shown }) => shown.painted],
    ['main thread until then, ms', ({ shown }) => shown.cpu],
    ['longest task until then, ms', ({ shown }) => shown.longest],
    ['longest task of the first touch, ms', ({ touched }) => touched.longest],
    ['longest task of choosing a face, ms', ({ chosen }) => chosen.longest],
    ['layout shift', ({ shift }) => shift],
  ];
  const names = SUBJECTS.map(({ name }) => name);
  console.log(`CPU ${SLOWER} times slower, medians of ${ROUNDS} interleaved rounds\n`);
  console.log(`| | ${names.join(' | ')} | Preact : vanilla | Wayfelt : vanilla |`);
  console.log(`|---|${'---:|'.repeat(names.length + 2)}`);
  for (const [what, read] of rows) {
    const [vanilla, preact, wayfelt] = names.map((name) => of(name, read));
    const ratio = (each) => (vanilla ? `${(each / vanilla).toFixed(1)}×` : '–');
    const shown = [vanilla, preact, wayfelt].map((each) => each.toFixed(each < 1 ? 3 : 1));
    console.log(`| ${what} | ${shown.join(' | ')} | ${ratio(preact)} | ${ratio(wayfelt)} |`);
  }
  const longest = Math.max(...rows.slice(2, 5).map(([, read]) => of('wayfelt', read)));
  if (longest > LONGEST_TASK_MS) {
    console.error(
      `\nA task of ${longest.toFixed(0)} ms: at most ${LONGEST_TASK_MS} ms were promised.`,
    );
    process.exitCode = 1;
  }
}

async function serve(files) {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const html = pathname === '/page';
    response.setHeader('content-type', html ? 'text/html; charset=utf-8' : 'text/javascript');
    try {
      response.end(
        html
          ? page(search.slice(1))
          : (files[pathname] ?? readFileSync(join(SCRIPT_DIR, pathname))),
      );
    } catch {
      // The browser asks for an icon, which no subject has.
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => server.close(),
  };
}

/** One minified file, as the widget is. */
async function bundle(source) {
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? source : null),
  };
  const built = await rollup({
    input: 'entry',
    plugins: [entry, nodeResolve({ browser: true }), terser({ ecma: 2020, module: true })],
  });
  const { output } = await built.generate({ format: 'es' });
  return output[0].code;
}
