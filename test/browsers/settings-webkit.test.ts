// What WebKitGTK remembers of the settings. Its sessions under automation keep nothing, so here it runs as a person has
// it, nobody drives it, and the page tells its own server which settings it follows.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ENGINES, until } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { visitAsPerson } from '../support/webkit.js';

const SETTINGS = '/v1/sites/lamps/settings';
/** Says again and again what the page knows; the server hears it. */
const TELL = `<script>
  addEventListener('error', ({ message }) => fetch('/heard', { method: 'POST', body: JSON.stringify({ thrown: message }) }));
  setInterval(async () => {
    const now = await window.wayfelt?.explain?.();
    if (now) fetch('/heard', { method: 'POST', body: JSON.stringify({ stage: now.stage, version: now.version }) });
  }, 100);</script>`;

interface Heard {
  stage?: string;
  version?: number;
  thrown?: string;
}

let collector: RunningCollector;
let front: Server;
let pages: Server;
let site = '';
let profile = '';
let answer: 'through' | 'none' | 'late' = 'through';
let held: (() => void)[] = [];
let asked = 0;
let heard: Heard[] = [];
let leave: (() => Promise<void>) | undefined;
let version = 0;

const listening = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const publish = async (stage: string) => {
  const response = await fetch(`${collector.origin}/v1/settings?site=lamps`, {
    method: 'PUT',
    headers: {
      Authorization: `Bearer ${collector.signIn.split('token=')[1]}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      base: version,
      settings: { rules: [{ id: 'rule-1', match: '/guide', stage }] },
      publish: true,
    }),
  });
  ({ version } = (await response.json()) as { version: number });
};

beforeAll(async () => {
  collector = await startCollector();
  front = createServer((request, response) => {
    const pass = async () => {
      const { url = '', method = 'GET' } = request;
      const body: Buffer[] = [];
      for await (const part of request) body.push(part as Buffer);
      if (url === SETTINGS) {
        asked += 1;
        if (answer === 'none') return response.destroy();
        if (answer === 'late') await new Promise<void>((resolve) => held.push(resolve));
      }
      const given = await fetch(collector.origin + url, {
        method,
        ...(method === 'POST' ? { body: Buffer.concat(body) } : {}),
      });
      const kept = [...given.headers].filter(([name]) => !/encoding|length|connection/.test(name));
      response.writeHead(given.status, Object.fromEntries(kept));
      return response.end(Buffer.from(await given.arrayBuffer()));
    };
    pass().catch(() => response.destroy());
  });
  const between = await listening(front);
  pages = createServer((request, response) => {
    const tell = async () => {
      const body: Buffer[] = [];
      for await (const part of request) body.push(part as Buffer);
      if (request.url === '/heard') heard.push(JSON.parse(Buffer.concat(body).toString()) as Heard);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><head><title>Lamps</title>${TELL}
        <script async src="${between}/wayfelt.js" data-site="lamps"></script></head><body><h1>Lamps</h1></body></html>`);
    };
    tell().catch(() => response.destroy());
  });
  site = await listening(pages);
});
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'wayfelt-person-'));
});
afterEach(async () => {
  answer = 'through';
  for (const release of held) release();
  await leave?.();
  leave = undefined;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  expect(heard.filter(({ thrown }) => thrown)).toEqual([]);
});
afterAll(async () => {
  for (const server of [pages, front]) {
    server?.close();
    server?.closeAllConnections();
  }
  await collector?.end();
});

const visit = async () => {
  [heard, held, asked] = [[], [], 0];
  leave = await visitAsPerson(`${site}/guide`, profile);
};
const hears = (stage: string, of: number) =>
  until(
    async () => heard.some((one) => one.stage === stage && one.version === of),
    `the page to be in ${stage} by version ${of}`,
  );
/** A page view that leaves the settings in the profile. */
const firstVisit = async () => {
  await publish('search');
  await visit();
  await hears('search', version);
  // It writes when it has time; who closes it at once had no time to read the page either.
  await until(async () => isWritten(profile), 'the settings in the profile', 60_000);
  await leave?.();
};
const isWritten = (folder: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(SETTINGS),
  );

describe.runIf(ENGINES.includes('webkit'))('WebKitGTK, closed and opened again', () => {
  test('goes on with the settings that it remembers where the collector does not answer', async () => {
    await firstVisit();
    answer = 'none';
    await visit();
    await hears('search', version);
  });

  test('uses what it remembers while the answer is late, and takes the new settings when they come', async () => {
    await firstVisit();
    const remembered = version;
    await publish('consideration');
    answer = 'late';
    await visit();
    await hears('search', remembered);
    await until(async () => asked > 0, 'the page to ask for what is new');
    expect(heard.filter((one) => one.version === version)).toEqual([]);
    answer = 'through';
    for (const release of held) release();
    await hears('consideration', version);
  });
});
