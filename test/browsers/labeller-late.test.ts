// The collector's answer to the page itself comes after the labeller has put its draft in place: the page must go on
// with the draft while somebody labels it, and with the answer when nobody does any more.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { choose, LABELLER, press, says } from '../support/labeller.js';
import { startSite, type Site } from '../support/site.js';

let collector: RunningCollector;
let site: Site;
/** Between the page and the collector; it holds the answers to the page's own question for settings back. */
let front: Server;
let isHeld = false;
let held: (() => void)[] = [];
let answered = 0;

const api = async <T>(path: string, method: string, sent: object): Promise<T> => {
  const response = await fetch(collector.origin + path, {
    method,
    headers: {
      Authorization: `Bearer ${collector.signIn.split('token=')[1]}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(sent),
  });
  return (await response.json()) as T;
};

beforeAll(async () => {
  collector = await startCollector();
  front = createServer((request, response) => {
    const answer = async () => {
      const { url = '', method = 'GET', headers } = request;
      const sent: Buffer[] = [];
      for await (const part of request) sent.push(part as Buffer);
      const isSettings = url.startsWith('/v1/sites/');
      if (isSettings && isHeld) await new Promise<void>((resolve) => held.push(resolve));
      const given = await fetch(collector.origin + url, {
        method,
        headers: Object.fromEntries(
          ['authorization', 'content-type', 'access-control-request-method', 'origin']
            .filter((name) => headers[name])
            .map((name) => [name, String(headers[name])]),
        ),
        ...(sent.length > 0 ? { body: Buffer.concat(sent) } : {}),
      });
      const kept = [...given.headers].filter(([name]) => !/encoding|length|connection/.test(name));
      // Nothing is remembered from one engine's run to the next.
      response.writeHead(given.status, {
        ...Object.fromEntries(kept),
        'cache-control': 'no-store',
      });
      response.end(Buffer.from(await given.arrayBuffer()), () => {
        if (isSettings) answered += 1;
      });
    };
    answer().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const between = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
  site = await startSite(between, 'data-site="late"', { '/guide': '<h1>Guide</h1>' });
  await api('/v1/settings?site=late', 'PUT', {
    base: 0,
    settings: {
      home: `${site.origin}/guide`,
      rules: [{ id: 'rule-1', match: '/guide', stage: 'search' }],
    },
    publish: true,
  });
});
afterAll(async () => {
  await site?.end();
  front?.close();
  front?.closeAllConnections();
  await collector?.end();
});

describe.each(ENGINES)('a late answer to a page that is labelled in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
    isHeld = true;
    [held, answered] = [[], 0];
  });
  afterAll(async () => {
    isHeld = false;
    for (const release of held) release();
    await browser?.close();
  });

  const stageNow = () =>
    page.evaluate(async () => {
      const { wayfelt } = window as unknown as {
        wayfelt: { explain(): Promise<{ stage?: string }> };
      };
      return (await wayfelt.explain()).stage;
    });

  test('does not take the place of the draft, and is not lost', async () => {
    const { address } = await api<{ address: string }>('/v1/settings/label?site=late', 'POST', {});
    await page.goto(address);
    await page.see(`${LABELLER} >>> .now`);
    await says(page, 'Search');
    await choose(page, 'use');
    await press(page, '/guide');
    await press(page, 'These pages are in this stage');
    await says(page, 'Use');
    expect(await stageNow()).toBe('use');

    await until(async () => held.length > 0, 'the page to ask for its settings');
    isHeld = false;
    for (const release of held) release();
    // It asks twice: for what is remembered, then for what is new.
    await until(async () => answered >= 2, 'both answers');
    await page.evaluate(
      'new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))',
    );
    expect(await stageNow()).toBe('use');

    // Nothing of the draft was published, so a visitor's page is what it was.
    await press(page, 'Stop labelling');
    await page.waitFor((name: string) => !document.querySelector(name), LABELLER);
    expect(await stageNow()).toBe('search');
  });
});
