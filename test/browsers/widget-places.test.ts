import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { choose, closeAll, openSite, openState, standsStill, type Site } from './widget-site.js';

/** What of the question lies outside of the window or is too small to hit, by its text; at most the scroll area clips. */
const TROUBLE = `(() => {
  const { shadowRoot } = document.querySelector('wayfelt-question');
  const panel = shadowRoot.querySelector('.panel').getBoundingClientRect();
  const trouble = [];
  if (panel.left < 0 || panel.top < 0 || panel.right > innerWidth + 1 || panel.bottom > innerHeight + 1)
    trouble.push('the panel: ' + JSON.stringify(panel));
  const scroll = shadowRoot.querySelector('.scroll');
  if (scroll.scrollWidth > scroll.clientWidth + 1) trouble.push('it scrolls sideways');
  if (document.documentElement.scrollWidth > innerWidth) trouble.push('the page scrolls sideways');
  for (const target of shadowRoot.querySelectorAll('button, input')) {
    const { width, height } = target.getBoundingClientRect();
    if (target.checkVisibility() && (width < 24 || height < 24)) trouble.push(target.outerHTML);
  }
  for (const button of shadowRoot.querySelectorAll('.icons button, footer button')) {
    const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
    const hit = shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!button.contains(hit) || width < 44 || height < 44) trouble.push(button.outerHTML);
  }
  return trouble;
})()`;
const SHADOW = `document.querySelector('wayfelt-question').shadowRoot`;

describe('where it is shown', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  /** One for all: what one session emulates, another does not end. */
  let session: CDPSession | undefined;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
    page = await browser.newPage();
  });
  afterAll(() => closeAll(browser, site));

  const media = async (features: { [name: string]: string }) => {
    session ??= await page.puppet?.createCDPSession();
    await session?.send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  };

  test.each([
    ['320 pixels wide', 320, 568, 1],
    ['a phone on its side', 740, 360, 2],
    ['a window at 200 % zoom', 640, 360, 2],
  ])('all of it fits %s', async (_what, width, height, deviceScaleFactor) => {
    await page.puppet?.setViewport({ width, height, deviceScaleFactor });
    for (const lang of ['en', 'ar']) {
      for (const state of ['asking', 'chosen', 'full']) {
        await openState(page, site, { form: 'sheet', state, lang });
        await standsStill(page);
        expect(await page.evaluate(TROUBLE), `${state} ${lang}`).toEqual([]);
      }
    }
  });

  test('all of it fits a page that zooms its root element', async () => {
    await page.puppet?.setViewport({ width: 900, height: 760 });
    await openState(page, site, {});
    await page.evaluate(`document.documentElement.style.zoom = '1.3'`);
    await standsStill(page);
    await choose(page, 4);
    expect(
      await page.evaluate(`(() => {
        const { left, top, right, bottom } = ${SHADOW}.querySelector('.send').getBoundingClientRect();
        return left > 0 && top > 0 && right <= innerWidth && bottom <= innerHeight;
      })()`),
    ).toBe(true);
  });

  test('after a face, one box shows the names and sentences of all eight again', async () => {
    await page.puppet?.setViewport({ width: 390, height: 760 });
    await openState(page, site, { form: 'sheet', state: 'chosen', level: '3' });
    const inSight = `[...${SHADOW}.querySelectorAll('.words')].filter((words) => {
      const { left, top, width, height } = words.getBoundingClientRect();
      return words.contains(${SHADOW}.elementFromPoint(left + width / 2, top + height / 2)) ||
        words.parentElement.contains(${SHADOW}.elementFromPoint(left + width / 2, top + height / 2)) && height > 30;
    }).length`;
    const rows = `new Set([...${SHADOW}.querySelectorAll('.words')].map((words) => words.getBoundingClientRect().top)).size`;
    expect(await page.evaluate(rows)).toBe(1);
    await page.click('wayfelt-question >>> .all input');
    await page.waitFor(`${rows} === 8`);
    expect(await page.evaluate(inSight)).toBe(8);
  });

  test('reduced motion: nothing moves', async () => {
    await media({ 'prefers-reduced-motion': 'reduce' });
    await openState(page, site, {});
    await choose(page, 8);
    expect(
      await page.evaluate(`[...${SHADOW}.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration !== '0s';
      }).length`),
    ).toBe(0);
    await media({});
  });

  test('forced colours: faces are lines of the system’s text, and the chosen one is marked', async () => {
    await media({ 'forced-colors': 'active', 'prefers-reduced-motion': 'reduce' });
    await openState(page, site, { state: 'chosen', level: '5' });
    expect(
      await page.evaluate(`(() => {
        const look = (selector, name) => getComputedStyle(${SHADOW}.querySelector(selector))[name];
        const text = look('.words b', 'color');
        return [look('.face svg', 'color') === text, look('circle', 'stroke') === text,
          look('circle', 'fill') !== text, look('.face:has(:checked)', 'outlineStyle'),
          look('.face:not(:has(:checked))', 'outlineStyle')];
      })()`),
    ).toEqual([true, true, true, 'solid', 'none']);
    await media({});
  });

  test('the keys choose before anything that follows a face has arrived', async () => {
    await page.puppet?.setRequestInterception(true);
    page.puppet?.on('request', (request) => {
      if (!/follow-up/.test(request.url())) void request.continue();
    });
    await openState(page, site, {});
    await page.click('#mine');
    await page.press('Tab');
    await page.press('6');
    await page.waitFor(`${SHADOW}.querySelector(':checked')?.value === '6'`);
    expect(await page.evaluate(`!!${SHADOW}.querySelector('.more')`)).toBe(false);
    expect(await page.evaluate(`told.findLast(([name]) => name === 'keep')`)).toEqual([
      'keep',
      { level: 6 },
    ]);
  });
});
