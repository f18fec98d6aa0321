import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, standsStill, type Site } from './widget-site.js';

const SHADOW = `document.querySelector('wayfelt-question').shadowRoot`;
const WIDTH = 390;
const HEIGHT = 760;
/** What a phone's keyboard leaves of the window. */
const ABOVE_KEYBOARD = 420;

/** No browser without a phone has a keyboard that covers the page: its visual viewport is ours, as iOS would change it. */
const OWN_VIEW = `(() => {
  const view = Object.assign(new EventTarget(), { width: ${WIDTH}, height: ${HEIGHT}, offsetTop: 0, offsetLeft: 0, scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: view });
  window.see = (change) => { Object.assign(view, change); view.dispatchEvent(new Event('resize')); };
})()`;

describe('the keyboard of a phone in chromium', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
    page = await browser.newPage();
    await page.puppet?.evaluateOnNewDocument(OWN_VIEW);
    await page.puppet?.setViewport({
      width: WIDTH,
      height: HEIGHT,
      hasTouch: true,
      isMobile: true,
    });
  });
  afterAll(() => closeAll(browser, site));

  const bottomOf = (selector: string): Promise<number> =>
    page.evaluate(`${SHADOW}.querySelector('${selector}').getBoundingClientRect().bottom`);
  const focused = (): Promise<string | undefined> =>
    page.evaluate(`${SHADOW}.activeElement?.localName`);

  test('comes only when the comment is tapped', async () => {
    for (const state of ['asking', 'chosen', 'full']) {
      await openState(page, site, { form: 'sheet', state });
      expect(await focused(), state).not.toBe('textarea');
    }
    await page.puppet?.tap('wayfelt-question >>> textarea');
    expect(await focused()).toBe('textarea');
  });

  test.each(['chosen', 'full'])(
    'never covers what is typed, nor Send, when a face is %s',
    async (state) => {
      await openState(page, site, { form: 'sheet', state });
      await page.puppet?.tap('wayfelt-question >>> textarea');
      await page.evaluate(`see({ height: ${ABOVE_KEYBOARD} })`);
      await standsStill(page);
      const typed = await bottomOf('textarea');
      expect(typed).toBeGreaterThan(0);
      expect(typed).toBeLessThanOrEqual(await bottomOf('.scroll'));
      expect(await bottomOf('.send')).toBeLessThanOrEqual(ABOVE_KEYBOARD);
      expect(
        await page.evaluate(`${SHADOW}.querySelector('.panel').getBoundingClientRect().top`),
      ).toBeGreaterThanOrEqual(0);

      await page.evaluate(`see({ height: ${HEIGHT} })`);
      await standsStill(page);
      expect(await bottomOf('.panel')).toBe(HEIGHT);
    },
  );

  test('is not mistaken for two fingers that zoom in', async () => {
    await openState(page, site, { form: 'sheet', state: 'chosen' });
    await page.evaluate(`see({ height: ${HEIGHT / 2}, width: ${WIDTH / 2}, scale: 2 })`);
    await standsStill(page);
    expect(await bottomOf('.panel')).toBe(HEIGHT);
  });
});
