/** The module as a bundler delivers it, and every way to start Wayfelt twice, in three engines. */
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { ready } from '../support/core-asking.js';
import { openCorePages, tagWith, type CorePages } from '../support/core-pages.js';
import { bundleModule } from '../support/module-build.js';

declare const wayfelt: Wayfelt;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
  for (const [name, code] of await bundleModule()) pages.scripts.set(`/bundle/${name}`, code);
});
afterAll(() => pages.close());

/** A page's own module, which starts Wayfelt by these lines. */
const module = (lines: string) =>
  `<script type="module">import { createWayfelt } from '/bundle/shop-wayfelt.js'; ${lines}</script>`;
const create = (site: string, more = '') =>
  `createWayfelt({ site: '${site}', collector: '/collector', stage: 'search', ${more} })`;

const delivered = async (page: Page) =>
  expect(await page.evaluate(() => wayfelt.flush())).toMatchObject({ waiting: 0 });
const ofType = (site: string, type: string) =>
  pages.records(site).filter((record) => record.type === type);
const question = (selector: string) =>
  `document.querySelector('wayfelt-question')?.shadowRoot?.querySelector('${selector}')`;
const clickInQuestion = (page: Page, selector: string) =>
  page.waitFor(`${question(selector)} && (${question(selector)}.click(), true)`);

describe.each(ENGINES)('the module in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test('does all that the script does: rules, touchpoints, a question with its follow-up, routes', async () => {
    const site = `module-${engine}`;
    pages.settings.set(site, {
      asking: { quietMs: 0 },
      rules: [{ match: `/${site}/sofa`, stage: 'consideration' }],
    });
    await page.goto(
      pages.page(`/${site}/`, {
        script: module(
          `window.made = createWayfelt({ site: '${site}', collector: '/collector' });
           window.isSame = made === window.wayfelt;`,
        ),
        body: '<h1 data-wayfelt-touchpoint="search/list">sofas</h1>',
      }),
    );
    await ready(page);
    expect(await page.evaluate('isSame')).toBe(true);
    await page.evaluate((path: string) => history.pushState(null, '', path), `/${site}/sofa`);
    await page.evaluate(() => {
      document.body.innerHTML = '<h1 data-wayfelt-touchpoint="consideration/sofa">a sofa</h1>';
    });
    await until(async () => {
      await delivered(page);
      return pages
        .records(site)
        .some((record) => record.type === 'visit' && record.touchpoint === 'consideration/sofa');
    }, 'the touchpoint');
    await page.evaluate(() => void wayfelt.ask('consideration/sofa'));
    await clickInQuestion(page, 'input[value="6"]');
    await clickInQuestion(page, '.send');
    await until(async () => ofType(site, 'rating').length > 0, 'the rating');
    expect(ofType(site, 'rating')[0]).toMatchObject({
      stage: 'consideration',
      stageFrom: 'rule',
      touchpoint: 'consideration/sofa',
      level: 6,
    });
  });

  test('keeps what a dead collector did not take, and delivers it at the next visit', async () => {
    const site = `keeps-${engine}`;
    const url = pages.page(`/${site}/`, { script: module(create(site, 'settings: {}')) });
    await page.goto(url);
    await ready(page);
    pages.down = true;
    expect(await page.evaluate(() => wayfelt.rate({ level: 2 }))).toBe('kept');
    await page.reload();
    await ready(page);
    pages.down = false;
    await page.reload();
    await ready(page);
    await until(async () => ofType(site, 'rating').length === 1, 'the rating');
    await delivered(page);
    expect(ofType(site, 'rating')).toHaveLength(1);
  });

  const tag = (site: string) => tagWith(`data-site="${site}" data-stage="search"`);
  test.each([
    ['created twice', (site: string) => module(`${create(site)}; ${create(site)};`)],
    [
      'started as a strict component does: mounted, unmounted, mounted',
      (site: string) =>
        module(`const effect = () => { const wayfelt = ${create(site)}; return wayfelt.on('stage', () => {}); };
          effect()(); effect();`),
    ],
    ['included twice', (site: string) => tag(site) + tag(site)],
    ['included, and created by a module', (site: string) => tag(site) + module(create(site))],
    [
      'created by a module, and included by it',
      (site: string) =>
        module(`${create(site)};
        const again = document.createElement('script');
        Object.assign(again, { src: '/collector/wayfelt.js', async: true });
        again.dataset.site = '${site}';
        document.head.append(again);`),
    ],
  ])('%s, it is one instance and one visit', async (how, script) => {
    const site = `once-${engine}-${how.length}`;
    pages.settings.set(site, { version: 1 });
    await page.goto(
      pages.page(`/${site}/`, {
        head: '<script>window.faults = []; addEventListener("error", (event) => faults.push(event.message));</script>',
        script: script(site),
        body: '<h1 data-wayfelt-touchpoint="search/list">sofas</h1>',
      }),
    );
    await ready(page);
    await page.evaluate(() => wayfelt.rate({ level: 5 }));
    await until(async () => {
      await delivered(page);
      return pages
        .records(site)
        .some((record) => record.type === 'visit' && record.touchpoint === 'search/list');
    }, 'the touchpoint');
    // Whatever a second instance had to say is said when the page ends.
    await page.goto(pages.page('/away', { script: '' }));
    const made = pages
      .records(site)
      .map((record) =>
        record.type === 'visit' ? `${record.event} ${record.touchpoint ?? ''}` : record.type,
      );
    expect(made.filter((each) => !each.startsWith('dwell')).toSorted()).toEqual([
      'rating',
      'stage ',
      'touchpoint search/list',
    ]);
    const { records } = pages;
    expect(new Set(records(site).map(({ visitor }) => visitor)).size).toBe(1);
    expect(new Set(records(site).map(({ session }) => session)).size).toBe(1);
  });
});
