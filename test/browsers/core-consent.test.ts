/** What is kept in which tier of consent, and what is left of it afterwards, in three engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { openAsking, ready } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

const GPC = `<script>Object.defineProperty(navigator, 'globalPrivacyControl', { value: true });</script>`;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

/** Where this site keeps what in this tab, and how many records wait on the disk; cookies are never among it. */
const kept = (page: Page, site: string): Promise<string[]> =>
  page.evaluate(async (site: string) => {
    const name = `wayfelt:${site}`;
    const keys = (store: Storage, where: string) =>
      Object.keys(store)
        .filter((key) => key.startsWith(name))
        .map((key) => `${where} ${key.slice(name.length + 1)}`);
    const found = [...keys(localStorage, 'local'), ...keys(sessionStorage, 'session')];
    if (document.cookie) found.push(`cookie ${document.cookie}`);
    const known = (await indexedDB.databases()).some((base) => base.name === name);
    if (!known) return found;
    const base = await new Promise<IDBDatabase>((done, failed) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => done(opening.result));
      opening.addEventListener('error', () => failed(opening.error));
    });
    let waiting = 0;
    for (const table of base.objectStoreNames) {
      waiting += await new Promise<number>((done, failed) => {
        const counting = base.transaction(table).objectStore(table).count();
        counting.addEventListener('success', () => done(counting.result));
        counting.addEventListener('error', () => failed(counting.error));
      });
    }
    base.close();
    if (waiting > 0) found.push('disk');
    return found;
  }, site);
const keeps = (page: Page, site: string, expected: string[]) =>
  until(
    async () => JSON.stringify(await kept(page, site)) === JSON.stringify(expected),
    `${site} to keep ${expected.join(', ') || 'nothing'}`,
  ).catch(async (cause: unknown) => {
    throw new Error(`${site} keeps: ${(await kept(page, site)).join(', ')}`, { cause });
  });
const consent = (page: Page, choice: string) => page.evaluate(`wayfelt.consent('${choice}')`);
/** A request that a navigation cut off is tried again later. */
const delivered = (page: Page) =>
  until(async () => {
    const { waiting } = await page.evaluate<{ waiting: number }, []>('wayfelt.flush()');
    return waiting === 0;
  }, 'everything to be delivered');
const ofVisitor = (site: string) => new Set(pages.records(site).map(({ visitor }) => visitor));

describe.each(ENGINES)('consent in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  test('persistent keeps ids over visits, session within the tab, nothing not at all', async () => {
    const site = `tiers-${engine}`;
    const url = await openAsking(pages, page, site, { tag: 'data-consent="required"' });
    await keeps(page, site, []);
    await consent(page, 'session');
    await keeps(page, site, ['session me']);
    await page.reload();
    await ready(page);
    await delivered(page);
    await keeps(page, site, ['session me']);
    expect(ofVisitor(site).size).toBe(1);
    await consent(page, 'granted');
    await keeps(page, site, ['local me', 'session me']);
    await page.goto('about:blank');
    await page.goto(url);
    await ready(page);
    await delivered(page);
    expect(ofVisitor(site).size).toBe(1);
    await consent(page, 'denied');
    await keeps(page, site, []);
    const before = pages.records(site).length;
    await page.evaluate(`wayfelt.touchpoint('search/never')`);
    await page.evaluate(`wayfelt.outcome('purchase')`);
    await delivered(page);
    expect(pages.records(site)).toHaveLength(before);
  });

  test('going down erases in every open tab, on the disk too, and loses no answer', async () => {
    const site = `down-${engine}`;
    const url = await openAsking(pages, page, site, { settings: { version: 1 } });
    const other = await browser.newPage();
    await other.goto(url);
    await ready(other);
    pages.down = true;
    try {
      expect(await page.evaluate('wayfelt.rate({ level: 2 })')).toBe('kept');
      await until(async () => (await kept(page, site)).includes('disk'), 'the rating on the disk');
      await consent(other, 'denied');
      await keeps(other, site, []);
      await keeps(page, site, []);
    } finally {
      pages.down = false;
    }
    await delivered(page);
    await until(
      async () => pages.records(site).filter(({ type }) => type === 'rating').length === 1,
      'the rating that was given before',
    );
    await other.close();
  });

  test('session in one tab takes the ids of all tabs from the disk', async () => {
    const site = `lower-${engine}`;
    const url = await openAsking(pages, page, site, {});
    const other = await browser.newPage();
    await other.goto(url);
    await ready(other);
    await other.waitFor((key: string) => localStorage[key], `wayfelt:${site}:me`);
    await consent(page, 'session');
    for (const each of [page, other]) await keeps(each, site, ['session me']);
    await other.close();
  });

  test('Global Privacy Control keeps ids within the visit, unless the page raises it itself', async () => {
    const site = `gpc-${engine}`;
    await openAsking(pages, page, site, { head: GPC });
    await delivered(page);
    await keeps(page, site, ['session me']);
    await page.reload();
    await ready(page);
    await delivered(page);
    await keeps(page, site, ['session me']);
    expect(ofVisitor(site).size).toBe(1);
    await consent(page, 'granted');
    await page.waitFor((key: string) => localStorage[key], `wayfelt:${site}:me`);
    await page.reload();
    await ready(page);
    await page.waitFor((key: string) => localStorage[key], `wayfelt:${site}:me`);
  });

  test.each([
    ['nothing else', '', ['local me']],
    ['Global Privacy Control', GPC, ['session me']],
  ] as const)('Google Consent Mode is followed, as far as %s allows', async (_, head, most) => {
    const site = `google-${engine}-${head.length}`;
    await openAsking(pages, page, site, {
      head: `${head}<script>window.dataLayer = []; function gtag() { dataLayer.push(arguments); }
        gtag('consent', 'default', { ad_storage: 'granted', analytics_storage: 'denied' });</script>`,
      body: `<button id="yes" onclick="gtag('consent', 'update', { analytics_storage: 'granted' })">yes</button>
        <button id="no" onclick="gtag('consent', 'update', { analytics_storage: 'denied' })">no</button>`,
    });
    await keeps(page, site, []);
    await page.evaluate(`wayfelt.touchpoint('search/before')`);
    await delivered(page);
    await page.click('#yes');
    await until(
      async () => (await kept(page, site)).some((each) => most.includes(each as never)),
      'what is kept then',
    );
    expect((await kept(page, site)).filter((each) => each === 'local me')).toEqual(
      most.filter((each) => each === 'local me'),
    );
    await page.evaluate(`wayfelt.touchpoint('search/after')`);
    await delivered(page);
    expect(pages.records(site)).toContainEqual(
      expect.objectContaining({ event: 'touchpoint', touchpoint: 'search/after' }),
    );
    expect(pages.records(site)).not.toContainEqual(
      expect.objectContaining({ touchpoint: 'search/before' }),
    );
    await page.click('#no');
    await keeps(page, site, []);
    // Its data layer is read, not wrapped.
    expect(await page.evaluate(`Object.hasOwn(dataLayer, 'push')`)).toBe(false);
  });

  test('a denial by Google Consent Mode holds from the first moment: no id is ever made', async () => {
    const site = `first-${engine}`;
    await openAsking(pages, page, site, {
      head: `<script>window.wrote = [];
        const note = (store) => new Proxy(store, { set: (_, key) => (wrote.push(key), true) });
        for (const name of ['localStorage', 'sessionStorage']) {
          const noted = note(window[name]);
          Object.defineProperty(window, name, { get: () => noted });
        }
        window.dataLayer = [{ event: 'a' }, null]; function gtag() { dataLayer.push(arguments); }
        gtag('consent', 'default', { analytics_storage: 'denied' });</script>`,
    });
    await page.evaluate(`wayfelt.touchpoint('search/never')`);
    await page.evaluate('wayfelt.rate({ level: 5 })');
    await until(
      async () => pages.records(site).some(({ type }) => type === 'rating'),
      'the rating that was given by hand',
    );
    await delivered(page);
    expect(await page.evaluate('wrote')).toEqual([]);
    expect(pages.records(site)).toHaveLength(1);
    expect(pages.records(site)[0]?.visitor).toBeUndefined();
  });

  test('what the page says itself stands above Google Consent Mode', async () => {
    const site = `above-${engine}`;
    await openAsking(pages, page, site, {
      head: `<script>window.dataLayer = [['consent', 'default', { analytics_storage: 'denied' }]];</script>`,
      body: '<button id="any">any</button>',
    });
    await keeps(page, site, []);
    await consent(page, 'granted');
    await page.click('#any');
    await page.evaluate(`wayfelt.touchpoint('search/counted')`);
    await delivered(page);
    expect(await kept(page, site)).toContain('local me');
    expect(pages.records(site)).toContainEqual(
      expect.objectContaining({ touchpoint: 'search/counted' }),
    );
  });

  test('who asks to be forgotten without a connection is forgotten here at once, and there later', async () => {
    const site = `forget-${engine}`;
    const url = await openAsking(pages, page, site, {});
    await page.evaluate('wayfelt.rate({ level: 2 })');
    await delivered(page);
    const [visitor] = ofVisitor(site);
    pages.down = true;
    await page.evaluate('wayfelt.rate({ level: 3 })');
    await page.evaluate('wayfelt.forget()');
    await keeps(page, site, ['local wake']);
    // Another visit without a connection keeps the wish, or the record that it became.
    await page.reload();
    await ready(page);
    const isKept = async () => (await kept(page, site)).some((each) => /wake|disk/.test(each));
    expect(await isKept()).toBe(true);
    pages.down = false;
    await page.goto('about:blank');
    await page.goto(url);
    await ready(page);
    const isForgotten = () =>
      pages.records(site).some((record) => record.type === 'forget' && record.visitor === visitor);
    await until(async () => isForgotten(), 'the wish to be forgotten');
    await until(async () => !(await isKept()), 'nothing of the wish to be left here');
  });

  test('settings that require consent hold from the moment they arrive', async () => {
    const site = `settings-${engine}`;
    await openAsking(pages, page, site, { settings: { consent: 'required' } });
    await keeps(page, site, []);
    await consent(page, 'granted');
    await delivered(page);
    await keeps(page, site, ['local me']);
  });
});
