import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import {
  BUILDS,
  choose,
  closeAll,
  focusInside,
  openSite,
  openState,
  toldNames,
  type Build,
  type Site,
} from './widget-site.js';

const pageFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate('document.activeElement?.id || document.activeElement?.localName');
const checked = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    `document.querySelector('wayfelt-question')?.shadowRoot.querySelector('[name=level]:checked')?.value`,
  );
const isGone = (page: Page) => page.waitFor(`!document.querySelector('wayfelt-question')`);

describe.each(ENGINES)('by keyboard alone in %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser(engine);
    page = await browser.newPage();
    await page.resize(900, 760);
  });
  afterAll(() => closeAll(browser, site));

  test.each(Object.keys(BUILDS) as Build[])(
    'the %s build asks, keeps each face at once, and thanks',
    async (build) => {
      await openState(page, site, { from: BUILDS[build], form: 'card' });
      expect(await checked(page)).toBeFalsy();
      await page.click('#mine');
      await page.press('7');
      expect(await toldNames(page)).not.toContain('keep');

      await page.press('Tab');
      expect(await focusInside(page)).toBeDefined();
      await page.waitFor(
        `document.querySelector('wayfelt-question').shadowRoot.activeElement?.name === 'level'`,
      );
      await page.press('7');
      expect(await checked(page)).toBe('7');
      await page.press('ArrowRight');
      expect(await checked(page)).toBe('8');
      expect(await toldNames(page)).toEqual(expect.arrayContaining(['keep', 'keep']));
      expect(await toldNames(page)).not.toContain('send');

      await page.see('wayfelt-question >>> .chosen ~ .more');
      await page.press('Tab');
      await page.press('Tab');
      await page.type('It took 2 days');
      expect(await checked(page)).toBe('8');
      await page.press('Tab');
      await page.press('Enter');
      await page.see('wayfelt-question >>> .said');
      expect(await page.evaluate(`told.find(([name]) => name === 'send')[1]`)).toEqual({
        level: 8,
        comment: 'It took 2 days',
      });

      await page.press('Escape');
      await isGone(page);
      expect(await pageFocus(page)).toBe('mine');
      expect((await toldNames(page)).at(-1)).toBe('closed');
    },
  );

  test('the focus stays where the visitor was when the question comes', async () => {
    await openState(page, site, {});
    expect(await pageFocus(page)).toBe('body');
  });

  test('Escape outside leaves the question alone, inside it closes it', async () => {
    await openState(page, site, {});
    await page.click('#mine');
    await page.press('Escape');
    expect(await toldNames(page)).not.toContain('closed');
    await page.press('Tab');
    await page.press('Escape');
    await isGone(page);
    expect(await page.evaluate('told.at(-1)')).toEqual(['closed', 'dismissed']);
  });

  test('a face that was chosen stays when the question is closed, and can be taken back', async () => {
    await openState(page, site, { state: 'chosen', level: '2' });
    await page.click('wayfelt-question >>> .icons button:last-child');
    await page.see('wayfelt-question >>> .said button');
    expect(await toldNames(page)).not.toContain('closed');
    await page.click('wayfelt-question >>> .said button');
    await page.waitFor(`told.some(([name]) => name === 'takeBack')`);
    await page.click('wayfelt-question >>> .icons button:last-child');
    await isGone(page);
    expect(await page.evaluate('told.at(-1)')).toEqual(['closed', 'dismissed']);
  });

  // Each in a language of its own, whose files no page of this browser has in its cache.
  test.each([
    ['arrive late', 'pt', true],
    ['never arrive', 'fr', false],
  ])('closed in the same breath as a face is chosen, whose words %s', async (_, locale, arrive) => {
    let settle = () => {};
    const words = new Promise<void>((resolve, reject) => {
      settle = arrive ? resolve : () => reject(new Error('blocked'));
    });
    words.catch(() => undefined);
    site.held.set(new RegExp(`${locale}-follow-up`), words);
    await openState(page, site, { lang: locale });
    await page.click('#mine');
    await page.press('Tab');
    await page.press('2');
    await page.waitFor(`told.some(([name]) => name === 'keep')`);
    await page.press('Escape');
    settle();
    if (arrive) {
      await page.see('wayfelt-question >>> .said button');
      expect(await toldNames(page)).not.toContain('closed');
      await page.click('wayfelt-question >>> .said button');
      await page.waitFor(`told.some(([name]) => name === 'takeBack')`);
    } else {
      await isGone(page);
      expect(await page.evaluate('told.at(-1)')).toEqual(['closed', 'answered']);
    }
  });

  test('two taps are enough: a face, and Send', async () => {
    await openState(page, site, {});
    await choose(page, 6);
    await page.click('wayfelt-question >>> .send');
    await page.see('wayfelt-question >>> .said');
    expect(await page.evaluate(`told.filter(([name]) => name !== 'seen')`)).toEqual([
      ['keep', { level: 6 }],
      ['send', { level: 6 }],
    ]);
  });

  test('Not now and Don’t ask again end it in one tap', async () => {
    for (const [button, how] of [
      ['first', 'snoozed'],
      ['last', 'never'],
    ]) {
      await openState(page, site, {});
      await page.click(`wayfelt-question >>> footer button:${button}-child`);
      await isGone(page);
      expect(await page.evaluate('told.at(-1)')).toEqual(['closed', how]);
    }
  });

  test('the side tab opens on demand, closes again, and counts as seen only when open', async () => {
    await openState(page, site, { form: 'tab', state: 'folded' });
    await page.click('wayfelt-question >>> .pill');
    await page.see('wayfelt-question >>> .panel');
    await page.waitFor(`told.some(([name]) => name === 'seen')`);
    await page.press('Escape');
    await page.see('wayfelt-question >>> .pill');
    expect(await toldNames(page)).toEqual(['seen']);
  });

  test('language, direction and theme change while it is open, and the chosen face stays', async () => {
    await openState(page, site, { state: 'full', level: '3' });
    await page.evaluate(`opened.update({ locale: 'ar-EG', theme: { mode: 'dark' } })`);
    const text = await page.waitFor(`(() => {
      const root = document.querySelector('wayfelt-question').shadowRoot;
      return root.querySelector('[dir=rtl] #hint')?.textContent.startsWith('اختياري') &&
        getComputedStyle(root.querySelector('.panel')).backgroundColor;
    })()`);
    expect(text).toBe('rgb(30, 31, 37)');
    expect(await checked(page)).toBe('3');
  });
});
