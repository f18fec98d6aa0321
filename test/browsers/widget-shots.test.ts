import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS, LANGS, MODES, SIZES, shows, type Form } from '../../demo/gallery/states.js';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, standsStill, type Site } from './widget-site.js';

const FOLDER = 'test/screenshots';
const STATES = ['asking', 'full', 'thanks', 'folded'];
/**
 * Pictures are compared as a coarse grid of colours: letters differ from machine to machine, layouts do not. A text in
 * another font moves a cell by 40 at most, of 255; a face or a button that is missing, or has another colour, by more
 * than 64 in the light or the dark.
 */
const CELL_PX = 20;
const MOST_MEAN = 6;
const MOST_CELL = 64;
/** A baseline is rewritten with `WAYFELT_SCREENSHOTS=write`, and then looked at. */
const WRITE = process.env['WAYFELT_SCREENSHOTS'] === 'write';

/** Runs in the page: both pictures, drawn small; the mean and the largest difference of their cells' colours. */
const COMPARE = `async (before, now, width, height) => {
  const grid = async (png) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    return [...context.getImageData(0, 0, width, height).data];
  };
  const [a, b] = [await grid(before), await grid(now)];
  const differences = a.map((value, i) => Math.abs(value - b[i])).filter((_, i) => i % 4 < 3);
  return { mean: differences.reduce((sum, each) => sum + each) / differences.length, most: Math.max(...differences) };
}`;

/** Runs in the page: the picture at a third of its size, which is enough for the eye and for the grid. */
const SHRINK = `async (png) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + png;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(image.width / 3), height: Math.round(image.height / 3),
  });
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1];
}`;

describe('looks as it was when it was last looked at', () => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
    page = await browser.newPage();
    await page.puppet?.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    if (WRITE) mkdirSync(FOLDER, { recursive: true });
  });
  afterAll(() => closeAll(browser, site));

  const open = async (form: Form, state: string, mode: string, lang: string): Promise<string> => {
    await openState(page, site, { form, state, mode, lang });
    await standsStill(page);
    return `${FOLDER}/${[form, state, mode, lang].join('-')}.png`;
  };
  const picture = async () =>
    page.evaluate<string, [string]>(SHRINK, (await page.screenshot()).toString('base64'));
  const differs = async (form: Form, file: string, now: string): Promise<boolean> => {
    const [width, height] = SIZES[form];
    const { mean, most } = await page.evaluate<
      { mean: number; most: number },
      [string, string, number, number]
    >(
      COMPARE,
      readFileSync(file).toString('base64'),
      now,
      Math.round(width / CELL_PX),
      Math.round(height / CELL_PX),
    );
    return mean > MOST_MEAN || most > MOST_CELL;
  };

  for (const form of FORMS) {
    test(form, async () => {
      await page.resize(...SIZES[form]);
      for (const state of STATES.filter((each) => shows(form, each))) {
        for (const mode of MODES) {
          for (const lang of LANGS) {
            const file = await open(form, state, mode, lang);
            const now = await picture();
            if (WRITE) writeFileSync(file, Buffer.from(now, 'base64'));
            expect(existsSync(file), `${file} is there`).toBe(true);
            expect(await differs(form, file, now), file).toBe(false);
          }
        }
      }
    });
  }

  test.each([
    ['a face that is missing', `root.querySelectorAll('.face svg')[3].remove()`],
    [
      'a face of another colour',
      `root.querySelectorAll('.face circle')[1].setAttribute('fill', '#8da')`,
    ],
    ['a missing footer', `root.querySelector('footer').remove()`],
    ['a style sheet that did not come', `root.adoptedStyleSheets = []`],
  ])('%s would be seen', async (_what, breakage) => {
    await page.resize(...SIZES.card);
    const file = await open('card', 'asking', 'dark', 'en');
    expect(await differs('card', file, await picture())).toBe(false);
    await page.evaluate(
      `{ const root = document.querySelector('wayfelt-question').shadowRoot; ${breakage} }`,
    );
    expect(await differs('card', file, await picture())).toBe(true);
  });
});
