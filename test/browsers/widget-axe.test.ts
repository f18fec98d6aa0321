import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS, LANGS, MODES, shows, SIZES, STATES } from '../../demo/gallery/states.js';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, type Site } from './widget-site.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('axe finds nothing', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
    page = await browser.newPage();
    // Colours are measured when nothing moves any more.
    await page.puppet?.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  });
  afterAll(() => closeAll(browser, site));

  const findings = async (): Promise<string[]> => {
    await page.evaluate(AXE);
    return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, any }) =>
        target.join(' ') + ' ' + any.map(({ message }) => message).join(' ')).join('; ')))`);
  };

  for (const form of FORMS) {
    for (const mode of MODES) {
      test(`in any state and direction of the ${mode} ${form}`, async () => {
        const [width, height] = SIZES[form];
        await page.resize(width, height);
        for (const state of STATES.filter((each) => shows(form, each))) {
          for (const lang of LANGS) {
            await openState(page, site, { form, state, mode, lang });
            expect(await findings(), `${state} ${lang}`).toEqual([]);
          }
        }
      });
    }
  }

  test('with a site’s colours that nobody could read', async () => {
    await page.resize(...SIZES.card);
    for (const theme of [
      { accent: '#ffee00', surface: '#fff', text: '#ddd' },
      { accent: 'rebeccapurple', surface: 'oklch(0.35 0.1 300)', text: 'hsl(300 20% 40%)' },
      { surface: '#808080' },
    ]) {
      await openState(page, site, { state: 'full', theme: JSON.stringify(theme) });
      expect(await findings(), JSON.stringify(theme)).toEqual([]);
    }
  });
});
