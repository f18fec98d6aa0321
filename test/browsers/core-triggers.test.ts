/**
 * When a question becomes due, in three engines: delay, scrolling, leaving, an element in view, the page's own event.
 * What must not ask yet is proven by a second touchpoint that does: it is wanted less, so the first would win.
 */
import type { AskRule } from '@wayfelt/protocol';
import type { Wayfelt } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import {
  dispatch,
  EAGER,
  endQuestion,
  frames,
  onPage,
  openAsking,
  showing,
  shown,
} from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

const TALL = `<div style="height:9000px">
  <p id="low" style="position:absolute;top:3000px;height:100px">low</p>
  <ul id="list" style="position:absolute;top:4000px;height:4000px;width:300px;background:#eee"></ul></div>`;
/** As wanted as the other one but for a hair; then the other one wins where both are due. */
const LESS = { wanted: 0.999_999 };

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

type Act = (page: Page) => Promise<unknown>;
const scrollTo =
  (top: number): Act =>
  async (page) => {
    await page.evaluate((top: number) => window.scrollTo({ top, behavior: 'instant' }), top);
    await frames(page);
  };
/** The pointer leaves the page at this height. Puppets' pointers cannot leave the viewport, so the page is told. */
const leaveAt =
  (clientY: number): Act =>
  (page) =>
    page.evaluate(
      (clientY: number) =>
        void document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY })),
      clientY,
    );

const TRIGGERS: { title: string; rule: AskRule; notYet: Act; now: Act }[] = [
  {
    title: 'a share of the page is scrolled',
    rule: { on: true, scroll: 0.6 },
    notYet: scrollTo(2_000),
    now: scrollTo(6_000),
  },
  {
    title: 'an element is seen',
    rule: { on: true, seen: '#low' },
    // Its upper tenth is in view.
    notYet: async (page) =>
      scrollTo(await page.evaluate<number, []>('3000 - innerHeight + 10'))(page),
    now: scrollTo(3_000),
  },
  {
    title: 'an element is seen that is taller than two viewports',
    rule: { on: true, seen: '#list' },
    notYet: scrollTo(3_000),
    now: scrollTo(5_000),
  },
  {
    title: 'the page dispatches an event of its own',
    rule: { on: true, event: 'compared' },
    notYet: (page) => dispatch(page, 'comparing'),
    now: (page) => dispatch(page, 'compared'),
  },
  {
    title: 'the pointer leaves by the top',
    rule: { on: true, exit: true },
    notYet: leaveAt(300),
    now: leaveAt(-1),
  },
  {
    title: 'all that a rule asks for came true, and leaving counts only then',
    rule: { on: true, exit: true, event: 'compared', scroll: 0.2 },
    async notYet(page) {
      await scrollTo(3_000)(page);
      await leaveAt(-1)(page);
      await dispatch(page, 'compared');
    },
    now: leaveAt(-1),
  },
];

describe.each(ENGINES)('a question becomes due in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test.each(TRIGGERS.map((each) => [each.title, each] as const))(
    'when %s',
    async (_, { rule, notYet, now }) => {
      const site = `due-${engine}-${TRIGGERS.findIndex((other) => other.rule === rule)}`;
      const touchpoints = [
        onPage('search/wanted', rule),
        onPage('search/control', { on: true, event: 'control' }, LESS),
      ];
      await openAsking(pages, page, site, { settings: { asking: EAGER, touchpoints }, body: TALL });
      await watching(page, site, 2);
      await notYet(page);
      await dispatch(page, 'control');
      await showing(page, 'search/control');
      expect(await shown(page)).toEqual(['search/control']);
      await endQuestion(page, 'close');
      await now(page);
      await showing(page, 'search/wanted');
    },
  );

  test('when an element is seen that comes after the touchpoint was met', async () => {
    const site = `late-${engine}`;
    await openAsking(pages, page, site, {
      settings: {
        asking: EAGER,
        touchpoints: [onPage('search/wanted', { on: true, seen: '#late' })],
      },
    });
    await watching(page, site, 1);
    await page.evaluate(() => {
      document.body.innerHTML = '<main><p id="late">reviews</p></main>';
    });
    await showing(page, 'search/wanted');
  });

  test('when its delay is over, and not before', async () => {
    await openAsking(pages, page, `delay-${engine}`, {
      settings: {
        asking: EAGER,
        touchpoints: [onPage('search/wanted', { on: true, delayMs: 1_200 })],
      },
    });
    // Met after the page's navigation began; timers of some engines are a few milliseconds early.
    expect((await showing(page, 'search/wanted')).at).toBeGreaterThan(1_150);
  });

  test('but never in the first seconds of a page view', async () => {
    await openAsking(pages, page, `quiet-${engine}`, {
      settings: {
        asking: { ...EAGER, quietMs: 1_500 },
        touchpoints: [onPage('search/wanted', { on: true })],
      },
    });
    expect((await showing(page, 'search/wanted')).at).toBeGreaterThanOrEqual(1_450);
  });

  test('and not on another route than the one it was meant for', async () => {
    const site = `route-${engine}`;
    const at = (route: string) => ({
      places: [{ by: 'page' as const, match: `/${site}/${route}` }],
    });
    await openAsking(pages, page, site, {
      path: '/first',
      settings: {
        asking: EAGER,
        touchpoints: [
          onPage('search/first', { on: true, delayMs: 900 }, at('first')),
          onPage('search/second', { on: true, delayMs: 1_800 }, at('second')),
        ],
      },
    });
    await watching(page, site, 1);
    await page.evaluate((site: string) => {
      history.pushState(null, '', `/${site}/second`);
      document.body.innerHTML = '<h1>second</h1>';
    }, site);
    await showing(page, 'search/second');
    expect(await shown(page)).toEqual(['search/second']);
  });

  test('on every route of a page without settings that calls for it', async () => {
    const site = `call-${engine}`;
    await openAsking(pages, page, site, { settings: { asking: EAGER, version: 0 } });
    for (const route of ['second', 'third']) {
      await page.evaluate((path: string) => history.pushState(null, '', path), `/${site}/${route}`);
      await page.evaluate((name: string) => {
        const { wayfelt } = window as unknown as { wayfelt: Wayfelt };
        wayfelt.stage('consideration');
        void wayfelt.ask(name);
      }, `search/${route}`);
      await showing(page, `search/${route}`);
      await endQuestion(page, 'close');
    }
  });

  test('and only if what holds then allows it', async () => {
    const site = `again-${engine}`;
    await openAsking(pages, page, site, {
      settings: {
        asking: EAGER,
        touchpoints: [
          onPage('search/prospects', { on: true, delayMs: 700, standing: 'prospect' }),
          onPage('search/both', { on: true, delayMs: 1_400 }),
        ],
      },
    });
    await watching(page, site, 2);
    await page.evaluate(`wayfelt.standing('customer')`);
    await showing(page, 'search/both');
    expect(await shown(page)).toEqual(['search/both']);
  });

  test('when a finger flicks back up after a while of reading', async () => {
    const site = `touch-${engine}`;
    // Only Chromium lends a page a finger; elsewhere the page's own answer to that question is changed.
    await page.puppet?.setViewport({ width: 390, height: 800, hasTouch: engine === 'chromium' });
    await openAsking(pages, page, site, {
      head: FINGER,
      body: TALL,
      settings: {
        asking: EAGER,
        touchpoints: [
          onPage('search/wanted', { on: true, exit: true }),
          onPage('search/control', { on: true, event: 'control' }, LESS),
        ],
      },
    });
    await watching(page, site, 2);
    expect(await page.evaluate(`matchMedia('(pointer:coarse)').matches`)).toBe(true);
    await scrollTo(2_000)(page);
    // A short flick, and a long way in no hurry.
    await scrollTo(1_850)(page);
    for (const top of [1_800, 1_750, 1_700, 1_650, 1_600, 1_550]) {
      await page.evaluate(LATER, 60);
      await scrollTo(top)(page);
    }
    await dispatch(page, 'control');
    await showing(page, 'search/control');
    expect(await shown(page)).toEqual(['search/control']);
    await endQuestion(page, 'close');
    await scrollTo(2_000)(page);
    await page.evaluate(LATER, 1_000);
    await scrollTo(1_500)(page);
    await showing(page, 'search/wanted');
    await page.puppet?.setViewport({ width: 800, height: 600 });
  });
});

const FINGER = `<script>{
  const ask = matchMedia;
  if (!ask('(pointer:coarse)').matches)
    window.matchMedia = (query) => query === '(pointer:coarse)' ? { matches: true } : ask.call(window, query);
}</script>`;

/** The page's clock goes on by so much: a speed is distance by time, and this is the time. */
const LATER = `(ms) => new Promise((done) => {
  const end = performance.now() + ms;
  const look = () => performance.now() < end ? setTimeout(look, 20) : done();
  look();
})`;

/** So many rules of this page view are watched: the denominator of their questions is counted. */
const watching = (page: Page, site: string, count: number) =>
  until(async () => {
    await page.evaluate('wayfelt.flush()');
    const eligible = pages
      .records(site)
      .filter((record) => record.type === 'ask' && record.event === 'eligible');
    return eligible.length === count;
  }, 'the touchpoints that might be asked about');
