// The overlay on a single-page application with a strict policy, through the real script: it stays while pages change
// without being loaded, while the body is replaced, and over page views; by pointer, and by keys alone.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteSettings } from '@wayfelt/protocol';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { choose, fill, LABELLER, press, says, tabTo } from '../support/labeller.js';

const APPLICATION = `
  const views = {
    '/lamps': '<main><h1>Lamps</h1><p id="offer">Two for one</p><a href="/cart">Cart</a></main>',
    '/cart': '<main><h1>Cart</h1><section id="coupon"><h2>Coupon</h2></section><a href="/lamps">Lamps</a></main>',
  };
  const show = () => {
    // As coarse as an application can be: the body itself is another one.
    const body = document.createElement('body');
    body.append(document.createRange().createContextualFragment(views[location.pathname] ?? ''));
    document.body.replaceWith(body);
    for (const link of body.querySelectorAll('a'))
      link.addEventListener('click', (event) => {
        event.preventDefault();
        history.pushState(null, '', link.getAttribute('href'));
        show();
      });
  };
  show();`;

let collector: RunningCollector;
let application: Server;
let origin: string;

const api = async <T>(path: string, method = 'GET', sent?: object): Promise<T> => {
  const response = await fetch(`${collector.origin}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${collector.signIn.split('token=')[1]}`,
      'Content-Type': 'application/json',
    },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const text = await response.text();
  return (text.startsWith('{') ? JSON.parse(text) : text) as T;
};

beforeAll(async () => {
  collector = await startCollector();
  application = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://application');
    if (pathname === '/app.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      return response.end(APPLICATION);
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self' ${collector.origin}; style-src 'nonce-s3cret'; connect-src ${collector.origin}`,
    });
    return response.end(`<!doctype html><html lang="en"><head><title>Lamps</title>
      <meta name="viewport" content="width=device-width">
      <script async src="${collector.origin}/wayfelt.js" data-site="${pathname === '/other' ? 'other' : 'lamps'}" data-nonce="s3cret"></script>
      </head><body><script src="/app.js"></script></body></html>`);
  });
  await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(application.address() as AddressInfo).port}`;
});
afterAll(async () => {
  application?.close();
  application?.closeAllConnections();
  await collector?.end();
});

const focusIsOn = (page: Page, id: string) =>
  page.waitFor(
    (name: string, wanted: string) =>
      document.querySelector(name)?.shadowRoot?.activeElement?.id === wanted,
    LABELLER,
    id,
  );

describe.each(ENGINES)('labelling a single-page application in %s', (engine) => {
  let browser: Browser;
  /** The same in both: WebKitGTK's session ends with its last window. */
  let page: Page;
  let base = 0;

  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
    ({ version: base } = await api<{ version: number }>('/v1/settings?site=lamps'));
    const settings = { home: `${origin}/lamps` };
    const put = { base, settings, publish: true };
    ({ version: base } = await api<{ version: number }>('/v1/settings?site=lamps', 'PUT', put));
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('one run names two pages and a step of them, and records nothing', async () => {
    const { address } = await api<{ address: string }>('/v1/settings/label?site=lamps', 'POST', {});
    await page.goto(address);
    await page.see(`${LABELLER} >>> .now`);
    await says(page, 'no stage yet');
    await choose(page, 'consideration');
    await press(page, '/lamps');
    await press(page, 'These pages are in this stage');
    await says(page, 'of the rule');

    // The application shows its next page, in a new body, and the panel follows it there.
    await page.click('a[href="/cart"]');
    await says(page, '/cart');
    await says(page, 'no stage yet');
    await choose(page, 'purchase');
    await press(page, '/cart');
    await press(page, 'These pages are in this stage');
    await says(page, 'of the rule');
    await press(page, 'Touchpoints');
    await press(page, 'Pick an element');
    await page.click('#coupon h2');
    await fill(page, 'Name', 'Coupon');
    await press(page, 'Try the question');
    await page.see('wayfelt-question >>> input[value="6"]');
    await page.click('wayfelt-question >>> input[value="6"]');
    await page.press('Escape'); // to the thanks
    await page.press('Escape');
    await page.waitFor('!document.querySelector("wayfelt-question")');
    await press(page, 'Save');
    await says(page, 'found once here');
    await page.see(`${LABELLER} >>> .frame`);

    // Another page view, in the same tab: what was begun is still there, and not yet anybody else's.
    await page.goto(`${origin}/lamps`);
    await page.see(`${LABELLER} >>> .now`);
    await says(page, 'Consideration');
    await press(page, 'Publish');
    await says(page, '3 changes');
    await says(page, 'New touchpoint “Coupon” in Purchase');
    const before = await api<{ version: number }>('/v1/settings?site=lamps');
    expect(before.version).toBe(base);
    await press(page, 'Publish to all visitors');
    await says(page, 'is live');
    const { settings } = await api<{ settings: SiteSettings }>('/v1/settings?site=lamps');
    expect(settings.rules.map(({ match, stage }) => `${match} ${stage}`).sort()).toEqual([
      '/cart purchase',
      '/lamps consideration',
    ]);
    expect(settings.touchpoints).toMatchObject([
      { id: 'purchase/coupon', places: [{ by: 'selector' }] },
    ]);
    await page.evaluate('wayfelt.flush()');
    const report = await collector.report('lamps');
    expect(report.stages.filter(({ felt }) => felt.all.n > 0)).toEqual([]);
  });

  test('an application that throws away everything beside its body does not throw the panel away', async () => {
    const { address } = await api<{ address: string }>('/v1/settings/label?site=lamps', 'POST', {});
    await page.goto('about:blank'); // only what stands behind the # is another, which loads nothing
    await page.goto(address);
    await page.see(`${LABELLER} >>> .now`);
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.append('Nothing is left.');
      document.documentElement.replaceChildren(document.head, body);
    });
    await page.see(`${LABELLER} >>> .now`);
    await press(page, 'Touchpoints');
    await says(page, 'Pick an element');
    await press(page, 'Stop labelling');
    await page.waitFor((name: string) => !document.querySelector(name), LABELLER);
  });
});

// WebKitGTK's Tab passes by buttons, as Safari's does where nobody has set it otherwise.
describe.each(ENGINES.filter((engine) => engine !== 'webkit'))('by keys alone in %s', (engine) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(engine);
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('a page and a step of it are named and published', async () => {
    const { version: base } = await api<{ version: number }>('/v1/settings?site=lamps');
    const settings = { home: `${origin}/lamps` };
    await api('/v1/settings?site=lamps', 'PUT', { base, settings, publish: true });
    const { address } = await api<{ address: string }>('/v1/settings/label?site=lamps', 'POST', {});
    const page = await browser.newPage();
    await page.goto(address);
    await page.see(`${LABELLER} >>> .now`);
    await says(page, 'no stage yet');

    await tabTo(page, 'Stage');
    await page.type('Purch'); // a list takes the first letters of what is meant
    await tabTo(page, '/lamps');
    await tabTo(page, 'These pages are in this stage');
    await page.press('Enter');
    await says(page, 'of the rule');

    // On from the last would lead into the browser's own bars, from which Firefox never comes back.
    await tabTo(page, 'This page', 'back');
    await page.press('ArrowRight');
    await focusIsOn(page, 'tab-touchpoints');
    await tabTo(page, 'Pick an element');
    await page.press('Enter');
    await says(page, 'arrows move');
    await page.press('ArrowDown'); // the heading
    await page.press('ArrowRight'); // the offer
    await says(page, '#offer');
    await page.press('Enter');
    await says(page, 'New touchpoint');
    await tabTo(page, 'Name');
    await page.type('Offer');
    await tabTo(page, 'Save');
    await page.press('Enter');
    await says(page, 'found once here');

    await page.press('ArrowRight');
    await focusIsOn(page, 'tab-asking');
    await page.press('ArrowRight');
    await focusIsOn(page, 'tab-publish');
    await tabTo(page, 'Publish to all visitors');
    await page.press('Enter');
    await says(page, 'is live');
    const now = await api<{ settings: SiteSettings }>('/v1/settings?site=lamps');
    expect(now.settings.rules).toMatchObject([{ match: '/lamps', stage: 'purchase' }]);
    expect(now.settings.touchpoints).toMatchObject([{ id: 'purchase/offer' }]);
    await page.close();
  });
});
