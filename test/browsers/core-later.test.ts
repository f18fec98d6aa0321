/** Content that comes, goes and changes after the script has started, as frameworks do it, in three engines. */
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { openAsking, showing } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

declare const wayfelt: Wayfelt;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

/** What was visited: `stage`, `touchpoint`, and the page of each. */
const visits = (site: string) =>
  pages
    .records(site)
    .flatMap((record) =>
      record.type === 'visit' && record.event !== 'dwell'
        ? [
            `${record.stage ?? '-'} ${record.touchpoint ?? ''} ${record.page?.replace(`/${site}`, '')}`,
          ]
        : [],
    );
const visited = (page: Page, site: string, visit: string) =>
  until(async () => {
    await page.evaluate(() => wayfelt.flush());
    return visits(site).includes(visit);
  }, `the visit "${visit}"`).catch((cause: unknown) => {
    throw new Error(`only visited: ${visits(site).join(', ')}`, { cause });
  });

describe.each(ENGINES)('content that changes in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test('hydration that writes the body anew is the same page view, and its touchpoints are met', async () => {
    const site = `hydrated-${engine}`;
    const html = '<main><h1 data-wayfelt-touchpoint="search/title">Sofas</h1></main>';
    await openAsking(pages, page, site, { body: html });
    await page.evaluate((html: string) => {
      document.body.innerHTML = `${html}<p data-wayfelt-touchpoint="search/more">more</p>`;
    }, html);
    await visited(page, site, 'search search/more /');
    await visited(page, site, 'search search/title /');
    await page.evaluate((html: string) => {
      document.body.innerHTML = `${html}<p data-wayfelt-touchpoint="search/last">last</p>`;
    }, html);
    await visited(page, site, 'search search/last /');
    expect(visits(site).toSorted()).toEqual([
      'search  /',
      'search search/last /',
      'search search/more /',
      'search search/title /',
    ]);
  });

  test('another body on another route, as Turbo does it, is another page view, and an open question stays', async () => {
    const site = `turbo-${engine}`;
    await openAsking(pages, page, site, {
      path: '/list',
      settings: { asking: { quietMs: 0 } },
      head: '<meta name="wayfelt:stage" content="awareness">',
      body: '<nav data-wayfelt-touchpoint="nav/top">menu</nav>',
    });
    await visited(page, site, 'awareness nav/top /list');
    await page.evaluate(() => void wayfelt.ask('nav/top'));
    await showing(page, 'nav/top');
    await page.evaluate((path: string) => {
      history.pushState(null, '', path);
      const body = document.createElement('body');
      body.innerHTML = '<nav data-wayfelt-touchpoint="nav/top">menu</nav><h1>A sofa</h1>';
      document.body.replaceWith(body);
      document.head
        .querySelector('[name="wayfelt:stage"]')
        ?.setAttribute('content', 'consideration');
    }, `/${site}/sofa`);
    await visited(page, site, 'consideration  /sofa');
    // What is on both pages is met on both.
    await visited(page, site, 'consideration nav/top /sofa');
    expect(await page.evaluate(`!!document.querySelector('wayfelt-question')`)).toBe(true);
    await page.evaluate(() => history.back());
    await page.evaluate(() => {
      document.body.innerHTML = '<h1 data-wayfelt-touchpoint="list/again">Sofas</h1>';
      document.head.querySelector('[name="wayfelt:stage"]')?.setAttribute('content', 'awareness');
    });
    await visited(page, site, 'awareness list/again /list');
    expect(visits(site).filter((visit) => visit.endsWith('/sofa'))).toEqual([
      'consideration  /sofa',
      'consideration nav/top /sofa',
    ]);
  });

  test('an element that is morphed into another touchpoint is met under both names', async () => {
    const site = `morphed-${engine}`;
    await openAsking(pages, page, site, {
      body: '<section data-wayfelt-touchpoint="checkout/address">step</section>',
    });
    await visited(page, site, 'search checkout/address /');
    await page.evaluate(() =>
      document
        .querySelector('section')
        ?.setAttribute('data-wayfelt-touchpoint', 'checkout/payment'),
    );
    await visited(page, site, 'search checkout/payment /');
    expect(visits(site)).toHaveLength(3);
  });

  test('a stage that a framework writes into the head or onto an element holds from then on', async () => {
    const site = `meta-${engine}`;
    await openAsking(pages, page, site, {});
    await visited(page, site, 'search  /');
    await page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.name = 'wayfelt:stage';
      meta.content = 'consideration';
      document.head.append(meta);
    });
    await visited(page, site, 'consideration  /');
    await page.evaluate(() => {
      document.head.querySelector('[name="wayfelt:stage"]')?.setAttribute('content', 'purchase');
    });
    await visited(page, site, 'purchase  /');
    await page.evaluate(() => document.body.setAttribute('data-wayfelt-stage', 'delivery'));
    await visited(page, site, 'delivery  /');
    await page.evaluate(() => {
      document.body.removeAttribute('data-wayfelt-stage');
      document.head.querySelector('[name="wayfelt:stage"]')?.remove();
    });
    await page.evaluate(() => wayfelt.touchpoint('search/after'));
    await visited(page, site, 'search search/after /');
  });

  test('a settings file with broken rules, places and selectors is told of, and the rest of it holds', async () => {
    const site = `broken-${engine}`;
    const broken = {
      rules: [null, { match: 7, stage: 'use' }, { match: '/*', stage: 'consideration' }],
      touchpoints: [
        { id: 'a/null', stage: 'use', places: [null] },
        { id: 'a/selector', stage: 'use', places: [{ by: 'selector', selector: 'p[' }] },
        { id: 'a/page', stage: 'use', places: [{ by: 'page', match: {} }] },
        {
          id: 'a/asks',
          stage: 'use',
          places: [{ by: 'page', match: '/*' }],
          ask: { on: true, seen: '::' },
        },
        { id: 'a/good', stage: 'use', places: [{ by: 'selector', selector: 'h1', match: '/*' }] },
      ],
    };
    await openAsking(pages, page, site, {
      head: `<script>window.faults = []; addEventListener('error', (event) => faults.push(event.message));
        addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));</script>`,
      settings: broken as never,
      body: `<h1>good</h1><script>window.codes = [];
        wayfelt.on('error', ({ code }) => codes.push(code));</script>`,
    });
    await visited(page, site, 'search a/good /');
    await page.waitFor(`codes.includes('bad-rule') && codes.includes('bad-selector')`);
    expect(await page.evaluate('faults')).toEqual([]);
  });
});
