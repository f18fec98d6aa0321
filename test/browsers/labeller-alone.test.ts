// The overlay by itself, on a page with a strict policy, against the real collector; the page's side of it is a
// stand-in, so that what is seen here is the labeller's own doing.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteSettings } from '@wayfelt/protocol';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { choose, fill, LABELLER, press, says, tabTo } from '../support/labeller.js';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** With WAYFELT_SHOTS=<folder> every view is also kept as a picture. */
const SHOTS = process.env['WAYFELT_SHOTS'];
const body = `<main><h1>Lamps</h1>
  <ul id="results"><li class="card"><a href="#a">Desk lamp</a> <button data-testid="compare">Compare</button></li>
  <li class="card"><a href="#b">Floor lamp</a> <button data-testid="compare">Compare</button></li></ul>
  <p>Not sure? <button id="advice">Ask us</button></p></main>`;

let collector: RunningCollector;
let pages: Server;
let origin: string;
let browser: Browser;
let base = 0;

const token = () => collector.signIn.split('token=')[1] ?? '';
const api = async (path: string, method = 'GET', sent?: object) => {
  const response = await fetch(`${collector.origin}/v1/settings${path}`, {
    method,
    headers: { Authorization: `Bearer ${token()}`, 'Content-Type': 'application/json' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  return (await response.json()) as {
    token: string;
    version: number;
    live: number;
    settings: SiteSettings;
  };
};
const current = () => api('?site=lamps');

/** What the sdk gives the labeller, as far as this page needs it. */
const standIn = (labelToken: string, locale: string) => `
  import { start } from '${collector.origin}/wayfelt-labeller.js';
  let settings = {};
  const path = (match) => new RegExp('^' + match.replace(/:\\w+/g, '[^/]+').replace(/\\*/g, '.*') + '$').test(location.pathname);
  window.tried = [];
  start({
    site: 'lamps', collector: '${collector.origin}', token: '${labelToken}', locale: '${locale}',
    async explain() {
      const sources = (settings.rules ?? []).filter(({ match }) => path(match)).map(({ match, stage }) => ({ from: 'rule', stage, match }));
      return { page: location.pathname, standing: 'prospect', sources, ...(sources[0] ? { stage: sources[0].stage, stageFrom: 'rule' } : {}),
        touchpoints: (settings.touchpoints ?? []).map(({ id }) => ({ touchpoint: id, met: true, mayAsk: false,
          rules: [{ rule: 'met', passed: true }, { rule: 'between', passed: false, need: 14 * 86400000, have: 3 * 86400000, until: 1790000000000 }],
          moment: [{ rule: 'met', passed: true }, { rule: 'delay', passed: false, need: 9000, have: 2000, change: 'time' },
            { rule: 'seen', passed: false, need: '#gone', have: 'absent', change: 'page' },
            { rule: 'busy', passed: false, have: 'typing', change: 'visitor' }] })) };
    },
    async preview(question) { window.tried.push(question); },
    use(next) { settings = next; },
    onLook(listener) { window.looked = listener; return () => {}; },
    leave() { window.left = true; },
  });`;

beforeAll(async () => {
  collector = await startCollector();
  browser = await openBrowser('chromium');
  const first = await api('/label?site=lamps', 'POST', { author: 'Kim' });
  pages = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page');
    if (url.pathname === '/host.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      const labelToken = url.searchParams.get('token') ?? first.token;
      return response.end(standIn(labelToken, url.searchParams.get('lang') ?? 'en'));
    }
    const lang = url.searchParams.get('lang') ?? 'en';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self' ${collector.origin}; connect-src ${collector.origin}`,
    });
    return response.end(`<!doctype html><html lang="${lang}"><head><title>Lamps</title>
      <meta name="viewport" content="width=device-width"></head><body>${body}
      <script type="module" src="/host.js${url.search || `?lang=${lang}`}"></script></body></html>`);
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser?.close();
  pages?.close();
  pages?.closeAllConnections();
  await collector?.end();
});

const text = (page: Page) =>
  page.evaluate(
    (name: string) => document.querySelector(name)?.shadowRoot?.textContent ?? '',
    LABELLER,
  );
const open = async (path: string) => {
  const page = await browser.newPage();
  await page.goto(origin + path);
  await page.see(`${LABELLER} >>> .now`);
  return page;
};

describe('the labeller', () => {
  test('names the page, keeps the work over page views, and publishes it', async () => {
    const page = await open('/products/17');
    await says(page, 'no stage yet');
    await choose(page, 'consideration');
    await press(page, '/products/:id');
    await press(page, 'These pages are in this stage');
    await says(page, 'Consideration');

    await page.goto(`${origin}/products/18`);
    await page.see(`${LABELLER} >>> .panel`);
    await says(page, 'Consideration');
    await press(page, 'Publish');
    await says(page, 'New page rule: /products/:id means Consideration');
    await press(page, 'Publish to all visitors');
    await says(page, 'is live');
    const { live, settings } = await current();
    base = live;
    expect(settings.rules).toMatchObject([{ match: '/products/:id', stage: 'consideration' }]);
    await page.close();
  });

  test('picks an element with the pointer; the page notices nothing', async () => {
    const page = await open('/products/17');
    await page.evaluate(() => {
      document.querySelector('#advice')?.addEventListener('click', () => {
        (window as { clicked?: boolean }).clicked = true;
      });
    });
    await press(page, 'Touchpoints');
    await press(page, 'Pick an element');
    await page.click('#advice');
    expect(await page.evaluate('window.clicked')).toBeFalsy();
    await says(page, 'finds 1 element');
    await fill(page, 'Name', 'Ask for advice');
    await press(page, 'Try the question');
    expect(await page.evaluate('window.tried')).toEqual([
      { touchpoint: 'consideration/ask-for-advice', stage: 'consideration' },
    ]);
    await press(page, 'Save');
    await says(page, 'found once here');
    await page.see(`${LABELLER} >>> .frame`);
    await press(page, 'Publish');
    await press(page, 'Publish to all visitors');
    await says(page, 'is live');
    const { settings, live } = await current();
    base = live;
    expect(settings.touchpoints).toMatchObject([
      {
        id: 'consideration/ask-for-advice',
        name: { en: 'Ask for advice' },
        places: [{ by: 'selector', selector: '#advice' }],
        ask: { on: true, delayMs: 3000 },
      },
    ]);
    await page.close();
  });

  test('picks an element with the keyboard alone', async () => {
    const page = await open('/products/17');
    await tabTo(page, 'This page');
    await page.press('ArrowRight');
    await page.waitFor(
      (name: string) =>
        document.querySelector(name)?.shadowRoot?.activeElement?.id === 'tab-touchpoints',
      LABELLER,
    );
    await says(page, 'Edit'); // what is here is found a moment later
    await tabTo(page, 'Edit: Ask for advice');
    await page.press('Enter');
    await says(page, 'Edit touchpoint');
    await tabTo(page, 'Cancel');
    await page.press('Enter');
    await tabTo(page, 'Pick an element');
    await page.press('Enter');
    await says(page, 'arrows move');
    await page.press('ArrowDown'); // h1
    await page.press('ArrowRight'); // ul
    await says(page, '#results');
    await page.press('ArrowDown');
    await page.press('Enter');
    await says(page, 'New touchpoint');
    await says(page, 'li.card');
    await page.close();
  });

  test('joins what two people changed, and lets the person choose where they contradict', async () => {
    const page = await open('/products/17');
    await choose(page, 'search');
    await press(page, 'These pages are in this stage');
    await says(page, 'Search');
    const { settings } = await current();
    const others = settings.rules.map((rule) => ({ ...rule, stage: 'purchase' }));
    await api('?site=lamps', 'PUT', {
      base,
      settings: { ...settings, rules: others, outcomeDays: 14 },
      author: 'Lee',
      publish: true,
    });
    await press(page, 'Publish');
    await press(page, 'Publish to all visitors');
    await says(page, 'Lee changed the settings meanwhile');
    await says(page, 'The page rule /products/:id › stage');
    await says(page, 'Theirs: Purchase');
    await press(page, 'Theirs');
    await press(page, 'Publish both');
    await says(page, 'is live');
    const joined = (await current()).settings;
    expect([joined.outcomeDays, joined.rules[0]?.stage]).toEqual([14, 'purchase']);
    await page.close();
  });

  test.each([
    ['en', 'light', 820],
    ['ko', 'light', 390],
    ['ko', 'dark', 1440],
    ['en', 'dark', 390],
  ])('has no accessibility faults in any view (%s, %s, %d wide)', async (lang, mode, width) => {
    const page = await open(`/products/17?lang=${lang}`);
    await page.puppet?.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: mode }]);
    await page.resize(width, 844);
    await page.waitFor(
      (name: string) => document.querySelector(name)?.shadowRoot?.querySelector('[role=tab]'),
      LABELLER,
    );
    for (const view of ['page', 'touchpoints', 'asking', 'publish']) {
      await page.click(`${LABELLER} >>> #tab-${view}`);
      const hidden = await page.evaluate((name: string) => {
        const tabs = document.querySelector(name)?.shadowRoot?.querySelector('.tabs');
        return tabs ? tabs.scrollHeight - tabs.clientHeight : undefined;
      }, LABELLER);
      expect(hidden, `${view}: pixels of the tabs that are cut off`).toBe(0);
      if (SHOTS) await page.screenshot(`${SHOTS}/labeller-${view}-${lang}-${mode}-${width}.png`);
      await page.puppet?.evaluate(AXE);
      const faults = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: {
            run(
              where: object,
              how: object,
            ): Promise<{
              violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
            }>;
          };
        };
        const { violations } = await axe.run(
          { include: [['wayfelt-labeller', '.panel']] },
          { resultTypes: ['violations'] },
        );
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map((n) => n.html + n.failureSummary).join(' ')}`,
        );
      });
      expect(faults, view).toEqual([]);
    }
    await page.close();
  });

  test('shows every rule that matches, the winning one first, and removes any of them', async () => {
    const page = await open('/products/17');
    const shown = (selector: string) =>
      page.evaluate(
        (name: string, wanted: string) =>
          [...(document.querySelector(name)?.shadowRoot?.querySelectorAll(wanted) ?? [])].map(
            (one) => one.textContent,
          ),
        LABELLER,
        selector,
      );
    await page.see(`${LABELLER} >>> .list code`);
    const [before] = await shown('.now strong');
    await choose(page, 'use');
    await press(page, '/products/17');
    await press(page, 'These pages are in this stage');
    await says(page, 'wins: it stands first');
    expect(await shown('.list code')).toEqual(['/products/17', '/products/:id']);
    await press(page, 'Remove the rule: /products/17');
    await page.waitFor(
      (name: string, stage: string) =>
        document.querySelector(name)?.shadowRoot?.querySelector('.now strong')?.textContent ===
        stage,
      LABELLER,
      before ?? '',
    );
    expect(await shown('.list code')).toEqual(['/products/:id']);
    await page.close();
  });

  test('says why nothing is asked now, and what would have to change', async () => {
    const page = await open('/products/17');
    await press(page, 'Asking');
    await says(page, 'would not be asked now');
    await says(page, 'needs 14 days, has 3 days');
    await says(page, 'shorten the time between questions');
    await says(page, 'When it asks');
    await says(page, 'needs 9 seconds, has 2 seconds');
    await says(page, '#gone: not on this page');
    await says(page, 'typing');
    await page.close();
  });

  test('follows a single-page application to its next page', async () => {
    const page = await open('/products/17');
    await says(page, '/products/17');
    await page.evaluate(() => {
      history.pushState(null, '', '/cart');
      (window as unknown as { looked(): void }).looked();
    });
    await says(page, '/cart');
    await says(page, 'no stage yet');
    await page.close();
  });

  test('keeps the work while nobody answers or its token has ended, and publishes it afterwards', async () => {
    const page = await open('/returns');
    await choose(page, 'disposal');
    await press(page, 'These pages are in this stage');
    await press(page, 'Publish');
    await says(page, 'means Disposal');
    await page.puppet?.setOfflineMode(true);
    await press(page, 'Publish to all visitors');
    await says(page, 'The collector does not answer');
    await press(page, 'Try again');
    await says(page, 'The collector does not answer');
    await page.puppet?.setOfflineMode(false);

    // Another page view of the same tab, with a token that the collector does not take.
    await page.goto(`${origin}/returns?token=label.e30.ended`);
    await says(page, 'This labelling session has ended');
    await page.goto(`${origin}/returns`);
    await page.see(`${LABELLER} >>> .now`);
    await press(page, 'Publish');
    await says(page, 'means Disposal');
    await press(page, 'Publish to all visitors');
    await says(page, 'is live');
    expect((await current()).settings.rules).toContainEqual(
      expect.objectContaining({ match: '/returns', stage: 'disposal' }),
    );
    await page.close();
  });

  test('leaves the page as it was', async () => {
    const page = await open('/products/17');
    const before = await page.evaluate('document.body.innerHTML');
    await press(page, 'Stop labelling');
    expect(await page.evaluate('window.left')).toBe(true);
    expect(await page.evaluate('document.querySelector("wayfelt-labeller")')).toBeNull();
    expect(await page.evaluate('document.body.innerHTML')).toBe(before);
    expect(await text(page)).toBe('');
    await page.close();
  });
});
