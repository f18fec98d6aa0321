// How settings reach a page: what the browser remembers is used at once, and nothing that happens to the collector's
// answer (late, none, none of ours) delays the page or takes its settings away. The real script, in real browsers.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ENGINES,
  openBrowser,
  until,
  type Browser,
  type Engine,
  type Page,
} from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';

let collector: RunningCollector;
let version = 0;

/** What stands between the page and the collector, and what it does with the next answers for settings. */
let front: Server;
let between = '';
let answer: 'through' | 'late' | 'none' | 'a sign-in page' = 'through';
let release: (() => void) | undefined;
let seen: { conditional: boolean; status: number }[] = [];

let pages: Server;
let site = '';

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const pass = async (request: IncomingMessage, response: ServerResponse) => {
  const { url = '', method = 'GET', headers } = request;
  const body: Buffer[] = [];
  for await (const part of request) body.push(part as Buffer);
  const known = headers['if-none-match'];
  const isSettings = /\/v1\/sites\/\w+\/settings/.test(url);
  if (isSettings && answer === 'late') await new Promise<void>((resolve) => (release = resolve));
  if (isSettings && answer === 'none') return response.destroy();
  if (isSettings && answer === 'a sign-in page') {
    response.writeHead(200, {
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=3600',
      'content-type': 'text/html',
    });
    return response.end('<h1>Welcome to our hotel</h1>');
  }
  const given = await fetch(collector.origin + url, {
    method,
    headers: {
      ...(known ? { 'if-none-match': known } : {}),
      'content-type': headers['content-type'] ?? 'text/plain',
    },
    ...(method === 'POST' ? { body: Buffer.concat(body) } : {}),
  });
  if (isSettings) seen.push({ conditional: known !== undefined, status: given.status });
  const kept = [...given.headers].filter(
    ([name]) => !/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name),
  );
  response.writeHead(given.status, Object.fromEntries(kept));
  return response.end(Buffer.from(await given.arrayBuffer()));
};

const publish = async (settings: object) => {
  const response = await fetch(`${collector.origin}/v1/settings?site=lamps`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${collector.signIn.split('token=')[1]}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ base: version, settings, publish: true }),
  });
  expect(response.status).toBe(200);
  ({ version } = (await response.json()) as { version: number });
};
const ruled = (stage: string) => ({ rules: [{ id: 'rule-1', match: '/guide', stage }] });

beforeAll(async () => {
  collector = await startCollector();
  front = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  between = await listening(front);
  pages = createServer((request, response) => {
    const inline = { stages: ['a', 'b'], crossing: 'b', rules: [{ match: '/own', stage: 'a' }] };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><head><title>Lamps</title>
      <script>window.thrown = []; for (const kind of ['error', 'unhandledrejection'])
        addEventListener(kind, (event) => thrown.push(String(event.reason ?? event.message)));</script>
      ${request.url === '/own' ? `<script type="application/json" id="wayfelt-settings">${JSON.stringify(inline)}</script>` : ''}
      <script async src="${between}/wayfelt.js" data-site="lamps"></script></head><body><h1>Lamps</h1></body></html>`);
  });
  site = await listening(pages);
});
afterAll(async () => {
  for (const server of [pages, front]) {
    server?.close();
    server?.closeAllConnections();
  }
  await collector?.end();
});

// WebKitGTK under WebDriver has a session that keeps nothing; what it remembers is in settings-webkit.test.ts.
const remembers = (engine: Engine) => (engine === 'webkit' ? test.skip : test);

describe.each(ENGINES)('settings in %s', (engine) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    answer = 'through';
    await publish(ruled('search'));
    await page.goto(`${site}/guide`);
    await stageIs('search');
    seen = [];
  });
  afterEach(async () => {
    expect(await page.evaluate('window.thrown')).toEqual([]);
    answer = 'through';
    release?.();
  });

  /** Waits until the page is in this stage by a rule of this version. */
  const stageIs = (stage: string, of = version) =>
    page.waitFor(
      async (wantedStage: string, wantedVersion: number) => {
        const { wayfelt } = window as unknown as {
          wayfelt?: { explain?(): Promise<{ stage?: string; version?: number }> };
        };
        const now = await wayfelt?.explain?.();
        return now?.stage === wantedStage && now.version === wantedVersion;
      },
      stage,
      of,
    );

  remembers(engine)(
    'a page goes on with the settings it remembers, and takes the new ones when they come',
    async () => {
      const remembered = version;
      await publish(ruled('consideration'));
      answer = 'late';
      // Returns when the page is loaded, although the answer is still held back.
      await page.goto(`${site}/guide`);
      await stageIs('search', remembered);
      answer = 'through';
      release?.();
      await stageIs('consideration');
    },
  );

  remembers(engine)('what has not changed is not sent again', async () => {
    await page.goto(`${site}/guide`);
    await stageIs('search');
    await until(async () => seen.length > 0, 'the browser to ask');
    for (const request of seen) expect(request).toEqual({ conditional: true, status: 304 });
  });

  remembers(engine)('a collector that does not answer changes nothing', async () => {
    answer = 'none';
    await page.goto(`${site}/guide`);
    await stageIs('search');
    await page.reload();
    await stageIs('search');
  });

  test('what is no settings at all does not stay in place of them', async () => {
    answer = 'a sign-in page';
    await page.goto(`${site}/guide`);
    await page.waitFor('"explain" in (window.wayfelt ?? {})');
    await page.evaluate('wayfelt.explain()');
    answer = 'through';
    await page.goto(`${site}/guide`);
    await stageIs('search');
  });

  test('settings in the page need no collector', async () => {
    answer = 'none';
    seen = [];
    await page.goto(`${site}/own`);
    await page.waitFor(async () => {
      const { wayfelt } = window as unknown as {
        wayfelt?: { explain?(): Promise<{ stage?: string }> };
      };
      return (await wayfelt?.explain?.())?.stage === 'a';
    });
    expect(seen).toEqual([]);
  });
});
