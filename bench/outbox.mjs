// What the outbox costs, against sending each rating by plain `fetch`, as ratios of one run: `node bench/outbox.mjs`.
// Builds from `packages/*/src`, so nothing has to be built before. Real Chromium and Firefox, a server that answers at once.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { launch } from 'puppeteer-core';
import { rollup } from 'rollup';
import ts from 'typescript';
import { CHROMIUM_ARGS, findBrowser } from '../scripts/browsers.mjs';

const ROUNDS = 300;
const WAITING = 5_000;
const root = resolve(import.meta.dirname, '..');

const typescript = {
  name: 'typescript',
  resolveId(source, importer) {
    const file =
      importer &&
      source.startsWith('.') &&
      resolve(dirname(importer), source.replace(/\.js$/, '.ts'));
    return file && existsSync(file) ? file : null;
  },
  transform: (code, id) =>
    id.endsWith('.ts')
      ? {
          code: ts.transpileModule(code, {
            compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
          }).outputText,
          map: null,
        }
      : null,
};

async function bundle(exported) {
  const index = join(root, 'packages/transport/src/index.ts');
  const entry = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? id : null),
    load: (id) => (id === 'entry' ? `export { ${exported} } from '${index}'` : null),
  };
  const built = await rollup({
    input: 'entry',
    plugins: [
      entry,
      typescript,
      nodeResolve({ browser: true, exportConditions: ['wayfelt-source'] }),
      terser({ ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe_arrows: true } }),
    ],
  });
  const { output } = await built.generate({
    format: 'iife',
    name: 'transport',
    generatedCode: 'es2015',
  });
  await built.close();
  return output[0].code;
}

const brotli = (text) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** Answers with a receipt at once, and counts. */
async function startServer(code) {
  const wire = { requests: 0, bytes: 0, records: 0, ids: new Set() };
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.setHeader(
        'content-type',
        request.url === '/outbox.js' ? 'text/javascript' : 'text/html',
      );
      return response.end(
        request.url === '/outbox.js' ? code : '<!doctype html><script src="/outbox.js"></script>',
      );
    }
    if (request.url === '/away') return response.writeHead(503).end();
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const { records } = JSON.parse(body[0] === 0x1f ? gunzipSync(body) : body);
    wire.requests++;
    wire.bytes += body.length;
    wire.records += records.length;
    for (const { id } of records) wire.ids.add(id);
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ accepted: records.length, duplicates: 0, rejected: [] }));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const take = () => {
    const taken = { ...wire, ids: wire.ids.size };
    Object.assign(wire, { requests: 0, bytes: 0, records: 0, ids: new Set() });
    return taken;
  };
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    take,
    end: () => (server.closeAllConnections(), server.close()),
  };
}

/** Runs in the page: one outbox, and a rating as long as real ones. */
function prepare(site, endpoint) {
  window.outbox = transport.createOutbox({ endpoint, site, sdk: '1.0.0' });
  let made = 0;
  window.rating = () => ({
    id: `0199${(made++).toString(16).padStart(4, '0')}-0000-7000-8000-${Math.random().toFixed(12).slice(2)}`,
    type: 'rating',
    at: Date.now(),
    visitor: '0199aaaa-0000-7000-8000-000000000000',
    session: '0199bbbb-0000-7000-8000-000000000000',
    standing: 'prospect',
    stage: 'search',
    touchpoint: 'search/results',
    page: '/search',
    locale: 'ko',
    device: 'phone',
    level: 5,
  });
  // What the browser's own part costs, with nothing of ours: the same bytes each time.
  const ready = JSON.stringify({ records: [rating()] });
  window.bare = () =>
    fetch(endpoint, { method: 'POST', body: ready, keepalive: true }).then((answer) =>
      answer.text(),
    );
  window.plain = (record) =>
    fetch(endpoint, {
      method: 'POST',
      body: JSON.stringify({ records: [record] }),
      keepalive: true,
    }).then((response) => response.text());
}

/** Interleaved, so that whatever disturbs the machine disturbs both. */
async function compare(rounds) {
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const times = { add: [], kept: [], urgent: [], fetch: [], bare: [], answered: [] };
  const clock = async (call, inTask, until) => {
    const record = rating();
    const start = performance.now();
    const promise = call(record);
    inTask.push(performance.now() - start);
    await promise;
    until.push(performance.now() - start);
  };
  // Firefox shows time in steps of a millisecond: many calls per reading.
  const many = 20;
  const block = async (call, into) => {
    const records = Array.from({ length: many }, rating);
    const start = performance.now();
    const promises = records.map((record) => call(record));
    // The rest of the same task: what promises run before the browser gets its turn.
    for (let i = 0; i < 30; i++) await Promise.resolve();
    into.push((performance.now() - start) / many);
    await Promise.all(promises);
  };
  await outbox.add(rating());
  for (let i = 0; i < rounds; i++) {
    await clock((record) => outbox.add(record), [], times.kept);
    await clock(plain, [], times.answered);
    if (i % 10 === 0) {
      await block((record) => outbox.add(record), times.add);
      await block((record) => outbox.add(record, { urgent: true }), times.urgent);
      await block(plain, times.fetch);
      await block(bare, times.bare);
    }
  }
  await outbox.flush();
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

/** Fills the storage of a site of its own, then drains it, watching for gaps between turns of the event loop. */
async function drain(count, endpoint) {
  const common = { site: 'bench-drain', sdk: '1.0.0' };
  // Stores, and sends nothing: so many at once are the courier's, and this one never comes.
  const away = transport.createLightOutbox({
    ...common,
    endpoint: '/away',
    courier: () => new Promise(() => {}),
  });
  for (let i = 0; i < count; i += 500)
    await Promise.all(Array.from({ length: 500 }, () => away.add(rating())));
  let longest = 0;
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  let last = performance.now();
  const heaps = [];
  port1.addEventListener('message', () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (performance.memory) heaps.push(performance.memory.usedJSHeapSize);
    if (!isOver) setTimeout(() => port2.postMessage(0), 1);
  });
  port1.start();
  port2.postMessage(0);
  // What the machine does to a page that does nothing.
  await new Promise((done) => setTimeout(done, 1_500));
  const idleMs = longest;
  longest = 0;
  const start = performance.now();
  // It begins by itself, so it is made only now.
  const { waiting } = await transport.createOutbox({ ...common, endpoint }).flush();
  isOver = true;
  return {
    waiting,
    totalMs: performance.now() - start,
    longestMs: longest,
    idleMs,
    heap: heaps.length ? Math.max(...heaps) - heaps[0] : 0,
  };
}

const plainly = async (count) => {
  for (let i = 0; i < count; i++) await plain(rating());
};

const [complete, light] = await Promise.all([bundle('createOutbox'), bundle('createLightOutbox')]);
const script = join(root, 'packages/sdk/dist/script/wayfelt.js');
console.log(`Bytes, brotli: ${brotli(light)} in every page, ${brotli(complete)} with the courier.`);
if (existsSync(script)) {
  const whole = brotli(readFileSync(script));
  console.log(
    `The script tag has ${whole}; the outbox alone is ${((brotli(light) / whole) * 100).toFixed(0)}% of that.`,
  );
}

const open = async (browser, site) => {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(prepare, site, `${server.url}v1/records`);
  return page;
};
const server = await startServer(await bundle('createOutbox, createLightOutbox'));
const engines = (process.env.WAYFELT_ENGINES ?? 'chromium,firefox')
  .split(',')
  .filter((engine) => engine !== 'webkit');
for (const engine of engines) {
  const profile = mkdtempSync(join(tmpdir(), 'wayfelt-bench-'));
  const browser = await launch({
    browser: engine === 'firefox' ? 'firefox' : 'chrome',
    executablePath: findBrowser(engine),
    headless: true,
    userDataDir: profile,
    protocolTimeout: 300_000,
    args: engine === 'chromium' ? [...CHROMIUM_ARGS, '--enable-precise-memory-info'] : [],
  });
  try {
    const page = await open(browser, 'bench');
    const t = await page.evaluate(compare, ROUNDS);
    server.take();
    await page.evaluate(plainly, 500);
    const one = server.take();
    await page.close();
    // A page of its own: what the thousands of requests above left behind is not the outbox's.
    const late = await open(browser, 'bench-late');
    const d = await late.evaluate(drain, WAITING, `${server.url}v1/records`);
    const all = server.take();
    const ratio = (a, b) => `${(a / b).toFixed(2)}×`;
    console.log(`
${engine} (medians of ${ROUNDS} interleaved rounds)
  main thread per rating: add ${t.add.toFixed(3)} ms, urgent add ${t.urgent.toFixed(3)} ms, plain fetch ${t.fetch.toFixed(3)} ms: ${ratio(t.add, t.fetch)} and ${ratio(t.urgent, t.fetch)}
  of the urgent add ${t.bare.toFixed(3)} ms (${((t.bare / t.urgent) * 100).toFixed(0)}%) are the browser's fetch() itself; ours is ${(t.urgent - t.bare).toFixed(3)} ms
  until it is safe: on disk after ${t.kept.toFixed(1)} ms, plain fetch answered after ${t.answered.toFixed(1)} ms: ${ratio(t.kept, t.answered)}
  the wire per record: ${(all.bytes / all.ids).toFixed(0)} bytes in ${(all.requests / all.ids).toFixed(4)} requests, plain fetch ${(one.bytes / one.ids).toFixed(0)} bytes in 1: ${ratio(all.bytes / all.ids, one.bytes / one.ids)} and ${ratio(all.requests / all.ids, 1)}
  ${WAITING} waiting: ${all.ids} of them drained in ${(d.totalMs / 1000).toFixed(1)} s, ${d.waiting} left, longest task or gap ${d.longestMs.toFixed(0)} ms (idle page: ${d.idleMs.toFixed(0)} ms)${d.heap ? `, heap at most ${(d.heap / 1e6).toFixed(1)} MB above the start` : ''}`);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
server.end();
