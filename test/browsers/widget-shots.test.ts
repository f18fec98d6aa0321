import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMS, LANGS, MODES, SIZES, shows } from '../../demo/gallery/states.js';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, openState, type Site } from './widget-site.js';

const FOLDER = 'test/screenshots';
const STATES = ['asking', 'full', 'thanks', 'folded'];
/** Pictures are compared as a coarse grid of brightness: fonts differ from machine to machine, layouts do not. */
const CELL_PX = 20;
/** Mean difference of the grid's cells, 0 to 255. A missing face or footer, or a wrong theme, is far beyond it. */
const MOST_MEAN = 6;
/** A baseline is rewritten with `WAYFELT_SCREENSHOTS=write`, and then looked at. */
const WRITE = process.env['WAYFELT_SCREENSHOTS'] === 'write';

/** Runs in the page: both pictures, drawn small; the mean difference of their brightness. */
const COMPARE = `async (before, now, width, height) => {
  const grid = async (png) => {
    const image = new Image();
    image.src = 'data:image/png;base64,' + png;
    await image.decode();
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return Array.from({ length: width * height }, (_, i) =>
      0.21 * data[4 * i] + 0.72 * data[4 * i + 1] + 0.07 * data[4 * i + 2]);
  };
  const [a, b] = [await grid(before), await grid(now)];
  return a.reduce((sum, cell, i) => sum + Math.abs(cell - b[i]), 0) / a.length;
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

  for (const form of FORMS) {
    test(form, async () => {
      const [width, height] = SIZES[form];
      const grid = [Math.round(width / CELL_PX), Math.round(height / CELL_PX)] as const;
      await page.resize(width, height);
      for (const state of STATES.filter((each) => shows(form, each))) {
        for (const [mode, lang] of MODES.flatMap((each) =>
          LANGS.map((tag) => [each, tag] as const),
        )) {
          const name = [form, state, mode, lang].join('-');
          const file = `${FOLDER}/${name}.png`;
          await openState(page, site, { form, state, mode, lang });
          const large = await page.screenshot();
          const now = await page.evaluate<string, [string]>(SHRINK, large.toString('base64'));
          if (WRITE) writeFileSync(file, Buffer.from(now, 'base64'));
          expect(existsSync(file), `${file} is there`).toBe(true);
          const difference = await page.evaluate<number, [string, string, number, number]>(
            COMPARE,
            readFileSync(file).toString('base64'),
            now,
            ...grid,
          );
          expect(difference, name).toBeLessThan(MOST_MEAN);
        }
      }
    });
  }
});
