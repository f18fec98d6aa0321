/**
 * Asking is rationed over reloads and visits, in three engines. Waits are crossed by setting back what this browser
 * remembers, never by changing its clock: what is compared then is what a visitor's browser compares.
 */
import { DEFAULT_ASKING } from '@wayfelt/protocol';
import type { Asked } from 'wayfelt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { endQuestion, onPage, openAsking, ready, showing } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

const DAY_MS = 86_400_000;
/** A minute to spare: the test itself takes time. */
const MINUTE_MS = 60_000;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

const settings = { asking: { quietMs: 0 } };

/** Asks and leaves the question open. */
const begin = (page: Page, touchpoint: string) =>
  page.evaluate(
    (touchpoint: string) =>
      void (window as unknown as { wayfelt: { ask(name: string): unknown } }).wayfelt.ask(
        touchpoint,
      ),
    touchpoint,
  );
/** Why this is not asked now. */
const refused = async (page: Page, touchpoint: string) => {
  const asked = await page.evaluate<Asked, [string]>(
    `(touchpoint) => wayfelt.ask(touchpoint)`,
    touchpoint,
  );
  return asked.asked ? 'asked' : asked.why;
};
/** Everything that this browser remembers happened so much longer ago, and the visit is another one. */
const longAgo = async (page: Page, site: string, ms: number) => {
  await page.evaluate(
    (key: string, ms: number) => {
      const me = JSON.parse(localStorage[key] as string) as {
        at: number;
        asked?: { at: number }[];
      };
      me.at -= ms;
      for (const entry of me.asked ?? []) entry.at -= ms;
      localStorage[key] = JSON.stringify(me);
    },
    `wayfelt:${site}:me`,
    ms,
  );
  await page.reload();
  await ready(page);
  // The first record of the new visit; until then the visit is the old one.
  await page.waitFor(
    (key: string) =>
      Date.now() - (JSON.parse(localStorage[key] as string) as { at: number }).at < 60_000,
    `wayfelt:${site}:me`,
  );
};

describe.each(ENGINES)('asking is rationed in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test('one question a visit, and two weeks between two', async () => {
    const site = `visit-${engine}`;
    await openAsking(pages, page, site, { settings });
    await begin(page, 'search/a');
    await showing(page, 'search/a');
    expect(await refused(page, 'search/b')).toBe('this-visit');
    await endQuestion(page, 'close');
    expect(await refused(page, 'search/b')).toBe('this-visit');
    await page.reload();
    await ready(page);
    expect(await refused(page, 'search/b')).toBe('this-visit');
  });

  test.each([
    ['not now', 'snoozed', DEFAULT_ASKING.snoozedMs],
    ['close', 'dismissed', DEFAULT_ASKING.dismissedMs],
  ] as const)(
    '"%s" is %s, and holds for its days at every touchpoint',
    async (button, how, waitMs) => {
      const site = `${how}-${engine}`;
      await openAsking(pages, page, site, { settings });
      await begin(page, 'search/a');
      await showing(page, 'search/a');
      await endQuestion(page, button);
      await longAgo(page, site, waitMs - MINUTE_MS);
      expect(await refused(page, 'search/b')).toBe(how);
      await longAgo(page, site, MINUTE_MS);
      expect(await refused(page, 'search/a')).toBe('touchpoint');
      await begin(page, 'search/b');
      await showing(page, 'search/b');
    },
  );

  test('"don\'t ask me again" is for ever', async () => {
    const site = `never-${engine}`;
    await openAsking(pages, page, site, { settings });
    await begin(page, 'search/a');
    await showing(page, 'search/a');
    await endQuestion(page, 'never');
    expect(await refused(page, 'search/b')).toBe('never');
    await longAgo(page, site, 4_000 * DAY_MS);
    expect(await refused(page, 'search/b')).toBe('never');
  });

  test('a tab that is closed over an open question ignored it', async () => {
    const site = `ignored-${engine}`;
    await openAsking(pages, page, site, { settings });
    await begin(page, 'search/a');
    await showing(page, 'search/a');
    await longAgo(page, site, DEFAULT_ASKING.ignoredMs - MINUTE_MS);
    expect(await refused(page, 'search/b')).toBe('ignored');
    await longAgo(page, site, MINUTE_MS);
    await begin(page, 'search/b');
    await showing(page, 'search/b');
  });

  test('four questions a year', async () => {
    const site = `year-${engine}`;
    await openAsking(pages, page, site, { settings });
    for (const name of ['a', 'b', 'c', 'd']) {
      await begin(page, `search/${name}`);
      await showing(page, `search/${name}`);
      await endQuestion(page, 'close');
      await longAgo(page, site, 40 * DAY_MS);
    }
    expect(await refused(page, 'search/e')).toBe('year');
    await longAgo(page, site, 205 * DAY_MS + MINUTE_MS);
    await begin(page, 'search/e');
    await showing(page, 'search/e');
  });

  test('the side tab is there for whoever said never, and what it asks is not counted', async () => {
    const site = `tab-${engine}`;
    await openAsking(pages, page, site, { settings });
    await begin(page, 'search/a');
    await showing(page, 'search/a');
    await endQuestion(page, 'never');
    await openAsking(pages, page, site, { settings: { ...settings, theme: { tab: true } } });
    const inside = (selector: string) =>
      `document.querySelector('wayfelt-question')?.shadowRoot.querySelector('${selector}')`;
    const click = (selector: string) =>
      page.waitFor(`${inside(selector)} && (${inside(selector)}.click(), true)`);
    const asked = () =>
      page.evaluate(
        (key: string) =>
          (JSON.parse(localStorage[key] as string) as { asked: { how: string }[] }).asked.map(
            ({ how }) => how,
          ),
        `wayfelt:${site}:me`,
      );
    for (let visits = 0; visits < 2; visits++) {
      await page.see('wayfelt-question >>> .pill');
      // It opens as often as the visitor wants, and folds again.
      for (let times = 0; times < 2; times++) {
        await click('.pill');
        await click('.icons button:last-child');
      }
      await click('.pill');
      await click('input[value="2"]');
      await until(
        async () =>
          pages.records(site).filter(({ type }) => type === 'rating').length === visits + 1,
        'the rating',
      );
      expect(await asked()).toEqual(['never']);
      await page.reload();
      await ready(page);
    }
  });

  test('a sample is drawn once: whoever is outside of it stays outside at every visit', async () => {
    const site = `sample-${engine}`;
    const url = await openAsking(pages, page, site, {
      settings: { asking: { quietMs: 0, sample: 0.5 } },
    });
    const seen = new Set<string>();
    for (let visitor = 0; visitor < 24 && seen.size < 2; visitor++) {
      const [first] = [await asks()];
      seen.add(first);
      for (let visit = 0; visit < 2; visit++) {
        await longAgo(page, site, 200 * DAY_MS);
        expect(await asks()).toBe(first);
      }
      await page.evaluate('localStorage.clear()');
      await page.goto(url);
      await ready(page);
    }
    // Both kinds of visitors were there, or nothing was shown to be sticky.
    expect(seen).toEqual(new Set(['asked', 'sample']));

    async function asks() {
      await page.evaluate(
        `void (window.came = undefined, wayfelt.ask('search/a').then((it) => window.came = it))`,
      );
      const came = await page.waitFor<string, []>(
        `document.querySelector('wayfelt-question') ? 'asked' : window.came?.why`,
      );
      if (came === 'asked') await endQuestion(page, 'close');
      return came;
    }
  });

  test('the probability with which a question was asked is stored with it', async () => {
    const site = `probability-${engine}`;
    await openAsking(pages, page, site, {
      settings: {
        asking: { quietMs: 0, sample: 0.999_999 },
        touchpoints: [onPage('search/a', { on: true, sample: 0.999_99 })],
      },
    });
    await showing(page, 'search/a');
    await page.evaluate('wayfelt.flush()');
    const [asked] = pages
      .records(site)
      .filter((record) => record.type === 'ask' && record.event === 'shown');
    expect(asked).toMatchObject({ touchpoint: 'search/a', probability: 0.999_999 * 0.999_99 });
  });
});
