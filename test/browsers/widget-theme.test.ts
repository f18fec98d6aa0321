import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, type Site } from './widget-site.js';

const GROUND = `getComputedStyle(document.querySelector('wayfelt-question').shadowRoot.querySelector('.panel')).backgroundColor`;
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(30, 31, 37)';

/** Takes the gallery's own colours away: a page of which the browser paints all. */
const BARE = `document.body.style.cssText = 'color: CanvasText; background: none'`;

describe.each(ENGINES)('light and dark in %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => closeAll(browser, site));

  const becomes = (ground: string) => page.waitFor(`${GROUND} === '${ground}'`);

  test('follow the page’s own text, live', async () => {
    await openState(page, site, { mode: 'system' });
    expect(await page.evaluate(GROUND)).toBe(LIGHT);
    await page.evaluate(`document.documentElement.classList.add('dark')`);
    await becomes(DARK);
    await page.evaluate(`document.documentElement.classList.remove('dark')`);
    await becomes(LIGHT);
  });

  test('follow a page whose colours fade', async () => {
    await openState(page, site, { mode: 'system' });
    await page.evaluate(`document.body.style.transition = 'color 0.3s'`);
    await page.evaluate(`document.documentElement.classList.add('dark')`);
    await becomes(DARK);
  });

  test('follow what the page says of its colour scheme, in its style or in its head', async () => {
    await openState(page, site, { mode: 'system' });
    await page.evaluate(BARE);
    await page.evaluate(`document.documentElement.style.colorScheme = 'dark'`);
    await becomes(DARK);
    await page.evaluate(`document.documentElement.style.colorScheme = ''`);
    await becomes(LIGHT);
    await page.evaluate(`document.head.append(
      Object.assign(document.createElement('meta'), { name: 'color-scheme', content: 'dark' }))`);
    await page.evaluate(`document.documentElement.className = 'changed'`);
    await becomes(DARK);
  });

  test('follow a set mode and a call before the page', async () => {
    await openState(page, site, { mode: 'dark' });
    await page.evaluate(`document.documentElement.classList.remove('dark')`);
    expect(await page.evaluate(GROUND)).toBe(DARK);
    await page.evaluate(`opened.update({ theme: { mode: 'light' } })`);
    await becomes(LIGHT);
    await page.evaluate(`document.documentElement.classList.add('dark')`);
    expect(await page.evaluate(GROUND)).toBe(LIGHT);
  });

  // Neither WebDriver nor BiDi can make a device dark.
  test.runIf(engine === 'chromium')('follow a dark device only where the page does', async () => {
    const device = (value: string) =>
      page.puppet?.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await device('dark');
    await openState(page, site, { mode: 'system' });
    expect(await page.evaluate(GROUND)).toBe(LIGHT);
    await page.evaluate(BARE);
    await page.evaluate(`document.documentElement.style.colorScheme = 'light dark'`);
    await becomes(DARK);
    await device('light');
    await becomes(LIGHT);
  });
});
