/** The built script in three engines: stages, routes, touchpoints, tabs, consent, hand-over, and hostile pages. */
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

declare const window: { wayfelt: Wayfelt; errors: string[]; came?: unknown } & Record<
  string,
  unknown
>;
declare const wayfelt: Wayfelt;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

const ready = (page: Page) => page.waitFor('typeof window.wayfelt?.rate === "function"');
const flush = (page: Page) => page.evaluate(() => wayfelt.flush());
const visits = (site: string) =>
  pages
    .records(site)
    .filter((record) => record.type === 'visit')
    .map(({ event, stage = '-', touchpoint, page }) =>
      [event, touchpoint ?? stage, page].join(' '),
    );

describe.each(ENGINES)('in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(() => browser.close());

  test('a single-page application is one page view per route, and a call holds for its route', async () => {
    const site = `spa-${engine}`;
    const page = await browser.newPage();
    await page.goto(
      pages.page(`/${site}/a`, {
        tag: `data-site="${site}" data-stage="awareness"`,
        body: '<main><p data-wayfelt-touchpoint="a/top">a</p></main>',
      }),
    );
    await ready(page);
    await page.evaluate(() => wayfelt.stage('search'));
    await page.evaluate((site) => history.pushState(null, '', `/${site}/b`), site);
    await page.evaluate(() => {
      document.body.innerHTML =
        '<main data-wayfelt-stage="consideration"><p data-wayfelt-touchpoint="b/top">b</p></main>';
    });
    await until(async () => {
      await flush(page);
      return visits(site).some((visit) => visit.startsWith('touchpoint b/top'));
    }, 'the touchpoint of the second route');
    const seen = visits(site);
    expect(seen).toContain(`stage search /${site}/a`);
    expect(seen).toContain(`stage consideration /${site}/b`);
    expect(seen.filter((visit) => visit.includes('search') && visit.endsWith('/b'))).toEqual([]);
    await page.evaluate(() => history.back());
    await until(async () => {
      await flush(page);
      return visits(site).filter((visit) => visit.startsWith(`stage`)).length >= 3;
    }, 'the visit after going back');
  });

  test('rules of the settings name the stage, and unknown names are told with the nearest', async () => {
    const site = `rules-${engine}`;
    pages.settings.set(site, {
      rules: [
        {
          match: `/${site}/products/:id`,
          stage: 'consideration',
          touchpoint: 'consideration/page',
        },
        { match: `/${site}/*`, stage: 'search' },
      ],
    });
    const page = await browser.newPage();
    await page.goto(pages.page(`/${site}/products/7`, { tag: `data-site="${site}"` }));
    await ready(page);
    await page.evaluate(() => {
      window.errors = [];
      wayfelt.on('error', (error) => window.errors.push(JSON.stringify(error)));
    });
    await until(async () => {
      await flush(page);
      return visits(site).length >= 2;
    }, 'the visit by the rule');
    expect(visits(site)).toContain(`stage consideration /${site}/products/7`);
    const [visit] = pages.records(site).filter((record) => record.type === 'visit');
    expect(visit).toMatchObject({ stageFrom: 'rule', alsoStages: ['search'] });
    await page.evaluate(() => wayfelt.stage('serach'));
    await page.waitFor(() => window.errors.some((error) => error.includes('"nearest":"search"')));
    const rated = await page.evaluate(() => wayfelt.rate({ level: 6 }));
    expect(['kept', 'delivered']).toContain(rated);
    await flush(page);
    expect(pages.records(site)).toContainEqual(
      expect.objectContaining({ type: 'rating', stage: 'serach', stageFrom: 'call', level: 6 }),
    );
  });

  test('before consent nothing is stored and nothing counted, save a rating by hand without ids', async () => {
    const site = `consent-${engine}`;
    const page = await browser.newPage();
    const url = pages.page(`/${site}/`, {
      tag: `data-site="${site}" data-stage="search" data-consent="required"`,
    });
    await page.goto(url);
    await ready(page);
    const stored = () =>
      page.evaluate(async () => [
        ...Object.keys(localStorage).filter((key) => key.includes('consent-')),
        ...Object.keys(sessionStorage).filter((key) => key.includes('consent-')),
        ...(await indexedDB.databases())
          .map(({ name }) => name)
          .filter((name) => name?.includes('consent-')),
        document.cookie,
      ]);
    await page.evaluate(() => wayfelt.rate({ level: 3, comment: 'anonymous' }));
    await until(async () => pages.records(site).length > 0, 'the anonymous rating');
    expect(await stored()).toEqual(['']);
    const [only, ...more] = pages.records(site);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ type: 'rating', level: 3, standing: 'prospect' });
    expect(only).not.toHaveProperty('visitor');
    expect(only).not.toHaveProperty('session');

    const other = await browser.newPage();
    await other.goto(url);
    await ready(other);
    await other.evaluate(() => wayfelt.consent('granted'));
    await other.waitFor((site) => localStorage[`wayfelt:${site}:me`], site);
    // The first tab hears of it, and is the same visitor.
    await until(async () => {
      await page.evaluate(() => wayfelt.rate({ level: 4 }));
      await flush(page);
      return pages.records(site).some(({ type, visitor }) => type === 'rating' && visitor);
    }, 'a rating of the first tab that has an id');
    await flush(other);
    const known = pages.records(site).filter(({ visitor }) => visitor);
    expect(new Set(known.map(({ type }) => type))).toEqual(new Set(['rating', 'visit']));
    expect(new Set(known.map(({ visitor }) => visitor)).size).toBe(1);
    await page.evaluate(() => wayfelt.consent('denied'));
    await other.waitFor((site) => !localStorage[`wayfelt:${site}:me`], site);
    await flush(other);
    const before = pages.records(site).length;
    await other.evaluate(() => wayfelt.touchpoint('search/never'));
    await flush(other);
    expect(pages.records(site).length).toBe(before);
  });

  test('a visitor who buys was a prospect until then, once per order, and is a customer at the next visit', async () => {
    const site = `crossing-${engine}`;
    const url = pages.page(`/${site}/`, { tag: `data-site="${site}" data-stage="purchase"` });
    const page = await browser.newPage();
    await page.goto(url);
    await ready(page);
    await page.evaluate(async () => {
      await wayfelt.rate({ level: 7 });
      await wayfelt.outcome('purchase', { value: 39_000, currency: 'KRW', key: 'A1' });
      await wayfelt.outcome('purchase', { value: 39_000, currency: 'KRW', key: 'A1' });
    });
    await page.reload();
    await ready(page);
    await page.evaluate(async () => {
      await wayfelt.outcome('purchase', { value: 39_000, currency: 'KRW', key: 'A1' });
      await wayfelt.rate({ level: 5 });
    });
    await flush(page);
    const found = pages.records(site);
    // The collector counts the first of a key, whichever device or tab says it again.
    const outcomes = found.filter((record) => record.type === 'outcome');
    expect(outcomes[0]).toMatchObject({ value: 39_000, standing: 'prospect' });
    expect(new Set(outcomes.map(({ outcome, key }) => `${outcome} ${key}`))).toEqual(
      new Set(['purchase A1']),
    );
    expect(found.filter(({ type }) => type === 'rating').map(({ standing }) => standing)).toEqual([
      'prospect',
      'customer',
    ]);
    const sequence = found.map(({ seq }) => seq ?? 0).sort((a, b) => a - b);
    expect(new Set(found.map(({ visitor }) => visitor)).size).toBe(1);
    expect(sequence).toEqual(sequence.map((_, i) => i + 1));
  });

  test('two tabs that ask at once show one question', async () => {
    const site = `tabs-${engine}`;
    pages.settings.set(site, { asking: { quietMs: 0 } });
    const url = pages.page(`/${site}/`, { tag: `data-site="${site}" data-stage="search"` });
    const [first, second] = [await browser.newPage(), await browser.newPage()];
    for (const page of [first, second]) {
      await page.goto(url);
      await ready(page);
    }
    // Only one of the tabs is in front; both decide, and a hidden one must wait to be polite.
    for (const page of [first, second]) {
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { get: () => false });
        window.came = undefined;
        void wayfelt.ask('search/results').then((asked) => (window.came = asked));
      });
    }
    await until(async () => {
      const came = [await first.evaluate('window.came'), await second.evaluate('window.came')];
      return came.some((asked) => (asked as { asked?: boolean } | undefined)?.asked === false);
    }, 'one tab that does not ask');
    await until(async () => {
      await flush(first);
      await flush(second);
      return pages
        .records(site)
        .some((record) => record.type === 'ask' && record.event === 'shown');
    }, 'the question that is shown');
    expect(
      pages.records(site).filter((record) => record.type === 'ask' && record.event === 'shown'),
    ).toHaveLength(1);
  });

  test('arriving with a hand-over code joins the journeys and brings the standing along', async () => {
    const site = `handover-${engine}`;
    const url = pages.page(`/${site}/`, { tag: `data-site="${site}" data-stage="delivery"` });
    const page = await browser.newPage();
    await page.goto(url);
    await ready(page);
    const made = await page.evaluate(async () => {
      await wayfelt.outcome('purchase');
      return wayfelt.handover();
    });
    await flush(page);
    // Another device: nothing of the first is known there.
    await page.evaluate(() => wayfelt.consent('denied'));
    await page.goto('about:blank');
    await page.goto(`${url}?${made?.parameter}`);
    await ready(page);
    await until(async () => {
      await flush(page);
      return pages
        .records(site)
        .some((record) => record.type === 'handover' && record.event === 'used');
    }, 'the code that was used');
    const [first, second] = pages.records(site).filter((record) => record.type === 'handover');
    expect(first?.visitor).not.toBe(second?.visitor);
    expect(second).toMatchObject({ code: made?.code, event: 'used' });
    await page.evaluate(() => wayfelt.rate({ level: 8 }));
    await flush(page);
    expect(pages.records(site)).toContainEqual(
      expect.objectContaining({ type: 'rating', standing: 'customer' }),
    );
  });

  test('forgetting works without a connection and is delivered at the next visit', async () => {
    const site = `forget-${engine}`;
    const url = pages.page(`/${site}/`, { tag: `data-site="${site}" data-stage="use"` });
    const page = await browser.newPage();
    await page.goto(url);
    await ready(page);
    await page.evaluate(() => wayfelt.rate({ level: 2 }));
    await flush(page);
    const visitor = pages.records(site)[0]?.visitor;
    pages.down = true;
    await page.evaluate(() => wayfelt.forget());
    const left = await page.evaluate(
      (site) => localStorage[`wayfelt:${site}:me`] as string | undefined,
      site,
    );
    pages.down = false;
    expect(left ?? null).toBeNull();
    await page.goto('about:blank');
    await page.goto(url);
    await ready(page);
    await until(
      async () =>
        pages
          .records(site)
          .some((record) => record.type === 'forget' && record.visitor === visitor),
      'the request to be forgotten',
    );
  });

  test('a hostile page gets no exception, no second instance and no other global', async () => {
    const site = `hostile-${engine}`;
    const hostile = `
      window.errors = [];
      addEventListener('error', (event) => errors.push(event.message));
      addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
      Array.prototype.extra = function () {};
      Object.freeze(Object.prototype); Object.freeze(Function.prototype);
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
      let skew = 0; const now = Date.now; Date.now = () => now() + (skew = -skew || 86400000);
      window.before = Object.getOwnPropertyNames(window);
      window.wayfelt ||= (q => new Proxy({ q }, { get: (t, k) => t[k] || ((...a) => new Promise((r) => q.push([k, a, r]))) }))([]);
      window.early = wayfelt.rate({ level: 6 });
    `;
    const page = await browser.newPage();
    await page.goto(
      pages.page(`/${site}/`, {
        head: `<script>${hostile}</script>`,
        tag: `data-site="${site}" data-stage="search"`,
        body: `<div id="wayfelt-x"></div><p data-wayfelt-touchpoint="x/y">y</p>
          <script async src="/collector/wayfelt.js" data-site="${site}" data-stage="use"></script>`,
      }),
    );
    await page.waitFor('window.wayfelt && !window.wayfelt.q');
    await page.evaluate(async () => {
      const odd = wayfelt as unknown as Record<string, (...args: unknown[]) => unknown>;
      for (const verb of Object.keys(odd)) {
        if (verb === 'ask' || verb === 'forget') continue;
        for (const arg of [undefined, null, 7, 'x', {}, []]) {
          try {
            await odd[verb]?.(arg);
          } catch (error) {
            window.errors.push(`${verb}(${JSON.stringify(arg)}): ${String(error)}`);
          }
        }
      }
      document.body.innerHTML = '';
    });
    const kept = await page.evaluate(() => window['early'] as Promise<string>);
    expect(['delivered', 'memory']).toContain(kept);
    await until(
      async () => pages.records(site).some(({ type }) => type === 'rating'),
      'the rating',
    );
    expect(await page.evaluate(() => window.errors)).toEqual([]);
    const globals = await page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter(
        (name) => !(window['before'] as string[]).includes(name),
      ),
    );
    expect(globals.filter((name) => !['wayfelt', 'early', 'before'].includes(name))).toEqual([]);
  });
});
