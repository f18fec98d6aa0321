/** Pages whose policy allows nothing but what carries its nonce have nothing to refuse, in three engines. */
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { ready } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

declare const wayfelt: Wayfelt;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

const policy = (script: string) =>
  `default-src 'none'; script-src ${script}; style-src 'nonce-abc'; connect-src 'self'; ` +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const WATCH = `<script nonce="abc">
  window.refused = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    blockedURI.endsWith('favicon.ico') || refused.push([violatedDirective, blockedURI, sample].join(' ')));
  addEventListener('error', ({ message }) => refused.push(message));
</script>`;

const inQuestion = (selector: string) =>
  `[...document.querySelectorAll('wayfelt-question')].map(({ shadowRoot }) => shadowRoot.querySelector('${selector}')).find(Boolean)`;
const click = (page: Page, selector: string) =>
  page.waitFor(`${inQuestion(selector)} && (${inQuestion(selector)}.click(), true)`);

describe.each(ENGINES)('a strict policy in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each([
    ['nonce', "'nonce-abc'"],
    ['strict-dynamic', "'nonce-abc' 'strict-dynamic'"],
    ['origin', "'nonce-abc' 'self'"],
  ])(
    'with %s refuses nothing of a visit, a question, its follow-up, and the other verbs',
    async (name, script) => {
      const site = `strict-${name}-${engine}`;
      pages.settings.set(site, {
        asking: { quietMs: 0 },
        rules: [{ match: '/*', stage: 'search' }],
      });
      await page.goto(
        pages.page(`/${site}/`, {
          csp: policy(script),
          head: WATCH,
          tag: `nonce="abc" data-nonce="abc" data-site="${site}"`,
          body: '<h1 data-wayfelt-touchpoint="search/list">sofas</h1><wayfelt-rating touchpoint="search/inline"></wayfelt-rating>',
        }),
      );
      await ready(page);
      await until(async () => {
        await page.evaluate(() => wayfelt.flush());
        return pages
          .records(site)
          .some((record) => record.type === 'visit' && record.touchpoint === 'search/list');
      }, 'the touchpoint');
      await page.waitFor(`!!${inQuestion('.inline input[value="4"]')}`);
      await page.evaluate(() => void wayfelt.ask('search/list'));
      await click(page, '.over input[value="3"]');
      await page.waitFor(`!!${inQuestion('.over .chosen ~ .more')}`);
      // It has its looks.
      await page.waitFor(`getComputedStyle(${inQuestion('.over > .panel')}).width === '372px'`);
      await click(page, '.over .send');
      await until(
        async () => pages.records(site).some(({ type }) => type === 'rating'),
        'the rating',
      );
      await page.evaluate(() => wayfelt.rate({ level: 6, touchpoint: 'search/own' }));
      await page.evaluate(() => wayfelt.handover());
      await page.evaluate(() => wayfelt.explain());
      pages.down = true;
      try {
        // What is not delivered at once needs one file more.
        await page.evaluate(() => wayfelt.outcome('purchase', { key: 'A1' }));
        await page.waitFor(
          `performance.getEntriesByType('resource').some(({ name }) => name.endsWith('wayfelt-courier.js'))`,
        );
      } finally {
        pages.down = false;
      }
      await page.waitFor(async () => (await wayfelt.flush()).waiting === 0);
      expect(await page.evaluate('refused')).toEqual([]);
    },
  );
});
