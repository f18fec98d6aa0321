/** What a page, an extension or an older script may leave behind, and calls that make no sense: nothing is lost for it. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { ready } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

declare const window: { wayfelt: Wayfelt; errors: string[] };
declare const wayfelt: Wayfelt;

const DAY_MS = 86_400_000;
const SCRIPTS = 'packages/sdk/dist/script';
const LISTEN = `window.thrown = [];
  addEventListener('error', ({ message }) => thrown.push(message));
  addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)))`;
let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

/** A page with this head before the script, that keeps what went wrong in `window.errors`. */
const open = async (page: Page, site: string, head = '') => {
  const tag = `data-site="${site}" data-stage="search"`;
  await page.goto(pages.page(`/${site}/`, { head, tag, body: '<p>Results</p>' }));
  await ready(page);
  await page.evaluate(() => {
    window.errors = [];
    for (const type of ['error', 'unhandledrejection'])
      addEventListener(type, () => window.errors.push(type));
    wayfelt.on('error', ({ code }) => window.errors.push(code));
  });
};
const arrived = (page: Page, site: string, type: string) =>
  until(async () => {
    await page.evaluate(() => wayfelt.flush());
    return pages.records(site).filter((record) => record.type === type)[0];
  }, `a ${type} of ${site}`);

describe.each(ENGINES)('in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each([
    ['nothing at all', 'null'],
    ['a list', '[1]'],
    ['parts of another shape', '{"who":1,"asked":"x","once":5,"draw":"y","at":"z"}'],
    ['entries of another shape', '{"asked":[null,7,{"how":{}}],"once":[{}],"draw":7}'],
    ['no JSON', '{'],
  ])('asks, and keeps a rating, where %s stands in storage', async (what, text) => {
    const site = `junk-${engine}-${what.replaceAll(' ', '-')}`;
    pages.settings.set(site, { asking: { quietMs: 0 } });
    const junk = `localStorage['wayfelt:${site}:me'] = ${JSON.stringify(text)}`;
    await open(page, site, `<script>${junk}</script>`);
    await page.evaluate(() => void wayfelt.ask('search/results'));
    await page.see('wayfelt-question >>> input[value="8"]');
    await page.evaluate(() => wayfelt.rate({ level: 6 }));
    const rating = await arrived(page, site, 'rating');
    expect(rating).toMatchObject({ level: 6, visitor: expect.any(String) as string });
    expect(await page.evaluate('errors')).toEqual([]);
  });

  test.each([['x'], [-1], [0], [Number.NaN], [1e9]])(
    'a hand-over code for %s days expires all the same',
    async (days) => {
      const site = `days-${engine}-${days}`;
      await open(page, site);
      const before = Date.now();
      const made = await page.evaluate(
        async (days) => (await wayfelt.handover({ days: days as number }))?.expires,
        Number.isNaN(days) ? null : days,
      );
      const lastsMs = (made ?? 0) - before;
      expect(lastsMs).toBeGreaterThan(DAY_MS);
      expect(lastsMs).toBeLessThan(120 * DAY_MS);
      expect(await arrived(page, site, 'handover')).toMatchObject({ expires: made });
    },
  );

  test('ratings with senseless comments arrive, and those without a level are told', async () => {
    const site = `calls-${engine}`;
    await open(page, site);
    const kept = await page.evaluate(async () => {
      const rate = wayfelt.rate as (rating: object) => Promise<unknown>;
      const level = 5;
      return [
        await rate({ level, comment: 7 }),
        await rate({ level, comment: null }),
        await rate({ level, comment: {} }),
        await rate({ level: 9 }),
        await rate({ level: 4.5 }),
        await rate({}),
      ];
    });
    expect(kept.slice(3)).toEqual(['lost', 'lost', 'lost']);
    await arrived(page, site, 'rating');
    await until(async () => {
      await page.evaluate(() => wayfelt.flush());
      return pages.records(site).filter(({ type }) => type === 'rating').length === 3;
    }, 'three ratings');
    expect(await page.evaluate('errors')).toEqual(['bad-level', 'bad-level', 'bad-level']);
  });

  const taken = (name: string) =>
    `Object.defineProperty(window, '${name}', { value: undefined, configurable: true })`;
  test.each([
    ['IntersectionObserver', taken('IntersectionObserver'), true],
    ['MutationObserver', taken('MutationObserver'), true],
    ['BroadcastChannel', taken('BroadcastChannel'), true],
    ['indexedDB', taken('indexedDB'), true],
    ['localStorage', taken('localStorage'), true],
    ['navigation', taken('navigation'), true],
    ['AbortSignal.timeout', 'AbortSignal.timeout = undefined', true],
    ['CompressionStream', taken('CompressionStream'), true],
    ['the random numbers', taken('crypto'), false],
    ['the clock', 'Date.now = () => NaN', false],
    ['fetch', 'window.fetch = () => { throw new TypeError("patched") }', false],
  ] as const)('nothing reaches a page without %s', async (what, head, arrives) => {
    const site = `taken-${engine}-${what.replaceAll(/\W/g, '-')}`;
    pages.settings.set(site, { asking: { quietMs: 0 } });
    await open(page, site, `<script>${LISTEN};${head}</script>`);
    await page.evaluate(async () => {
      document.body.append(document.createElement('wayfelt-rating'));
      wayfelt.touchpoint('search/results');
      wayfelt.stage('use');
      wayfelt.consent('denied');
      wayfelt.consent('granted');
      void wayfelt.ask('search/results');
      await wayfelt.rate({ level: 6, touchpoint: 'search/results' });
      await wayfelt.handover();
      await wayfelt.explain();
      dispatchEvent(new Event('pagehide'));
    });
    if (arrives) expect(await arrived(page, site, 'rating')).toMatchObject({ level: 6 });
    else await page.evaluate(() => void wayfelt.flush());
    expect(await page.evaluate('thrown')).toEqual([]);
  });

  test.each(['page', 'asking', 'more', 'courier', 'widget', 'element', 'follow-up'])(
    'nothing reaches a page whose blocker keeps the %s file away, and a rating arrives',
    async (part) => {
      const site = `blocked-${engine}-${part}`;
      for (const file of readdirSync(SCRIPTS)) {
        if (file === `wayfelt-${part}.js` || !file.endsWith('.js')) continue;
        pages.scripts.set(`/${site}/${file}`, readFileSync(`${SCRIPTS}/${file}`, 'utf8'));
      }
      pages.settings.set(site, { asking: { quietMs: 0 } });
      await page.goto(
        pages.page(`/${site}/`, {
          head: `<script>${LISTEN}</script>`,
          script: `<script async src="/${site}/wayfelt.js" data-site="${site}" data-stage="search" data-collector="/collector"></script>`,
          body: '<p data-wayfelt-touchpoint="search/results">Results</p><wayfelt-rating></wayfelt-rating>',
        }),
      );
      await ready(page);
      const codes = await page.evaluate(async () => {
        const codes: string[] = [];
        wayfelt.on('error', ({ code }) => codes.push(code));
        const asked = wayfelt.ask('search/results');
        await wayfelt.rate({ level: 6 });
        await wayfelt.handover();
        await wayfelt.explain();
        await wayfelt.flush();
        void asked;
        return codes;
      });
      expect(await arrived(page, site, 'rating')).toMatchObject({ level: 6 });
      expect(await page.evaluate('thrown')).toEqual([]);
      if (part === 'more') expect(codes).toContain('load');
    },
  );
});
