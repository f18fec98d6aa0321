// What Chromium does itself when the network goes, crawls, or the disk is full; no stub stands in for it.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CDPSession } from 'puppeteer-core';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { startFaultServer, type FaultServer } from '../support/fault-server.js';

let server: FaultServer;
let browser: Browser;
let page: Page;
let devtools: CDPSession;
const isHere = ENGINES.includes('chromium');

beforeAll(async () => {
  if (!isHere) return;
  server = await startFaultServer();
  browser = await openBrowser('chromium');
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});
beforeEach(async () => {
  if (!isHere) return;
  page = await browser.newPage();
  if (!page.puppet) throw new Error('Chromium is driven by puppeteer');
  devtools = await page.puppet.createCDPSession();
  await devtools.send('Network.enable');
});
afterEach(() => page?.close());

const network = (change: object) =>
  devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
    ...change,
  });
const quota = (origin: string, bytes?: number) =>
  devtools.send('Storage.overrideQuotaForOrigin', {
    origin,
    ...(bytes === undefined ? {} : { quotaSize: bytes }),
  });
const stored = async (site: string, n: number) => {
  await until(async () => (await server.stored(site)).length >= n, `${n} records of ${site}`);
  return await server.stored(site);
};
const flush = () => page.evaluate<{ waiting: number }, []>('outbox.flush()');

if (isHere) {
  test('keeps what is rated with the network off, and sends it by itself when it is back', async () => {
    await page.goto(server.page('off'));
    await network({ offline: true });
    expect(await page.evaluate('navigator.onLine')).toBe(false);
    expect(await page.evaluate('Promise.all([rate("one"), rate("two", false)])')).toEqual([
      'kept',
      'kept',
    ]);
    expect((await flush()).waiting).toBe(2);
    await network({});
    expect(await stored('off', 2)).toEqual(['one', 'two']);
  });

  test('delivers a hundred records over a link of 4 kB a second, none twice', async () => {
    await page.goto(server.page('link'));
    await network({ latency: 400, downloadThroughput: 4_000, uploadThroughput: 4_000 });
    await page.evaluate('rateMany("n", 100)');
    expect(await flush()).toEqual({ waiting: 0 });
    expect(await stored('link', 100)).toHaveLength(100);
    expect(server.seen.filter(({ site }) => site === 'link').length).toBe(1);
  });

  test('delivers from memory when the disk is full indeed, and says so', async () => {
    // An origin that has stored nothing yet: Chromium remembers for a while how much room there was.
    const fresh = server.pages.replace('127.0.0.1', 'localhost');
    await quota(fresh, 1);
    await page.goto(server.page('full').replace(server.pages, fresh));
    try {
      expect(await page.evaluate('rate("no room")')).toBe('delivered');
      expect(await page.evaluate('told.errors')).toContain('storage');
      expect(await stored('full', 1)).toEqual(['no room']);
    } finally {
      await quota(fresh);
    }
  });
} else {
  test('needs Chromium, which WAYFELT_ENGINES leaves out', () => expect(isHere).toBe(false));
}
