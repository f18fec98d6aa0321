import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { choose, closeAll, openSite, openState, type Site } from './widget-site.js';

/** A page's own style sheet at its worst. */
const HOSTILE = `
  * { all: unset !important; }
  div, section, form, fieldset, label, wayfelt-question { display: none !important; }
  * { --surface: lime !important; --text: lime !important; --radius: 90px !important; --lift: 400px !important;
      color: lime !important; font: 40px cursive !important; direction: rtl !important; position: static !important; }
  html { font-size: 64px !important; }
  body { transform: rotate(4deg) scale(0.5) !important; filter: blur(2px) !important; }`;

/** What the visitor sees of each face's row, and of the panel. */
const LOOKS = `(() => {
  const root = document.querySelector('wayfelt-question').shadowRoot;
  const look = (selector) => [...root.querySelectorAll(selector)].map((element) => {
    const { width, height } = element.getBoundingClientRect();
    const { color, fontSize, direction, borderRadius } = getComputedStyle(element);
    return [Math.round(width), Math.round(height), color, fontSize, direction, borderRadius].join(' ');
  });
  return [...look('.panel'), ...look('.scale label'), ...look('footer button')];
})()`;

const CSP =
  "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'nonce-abc'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'; report-to none";

/** A page that allows nothing but what carries its nonce, and counts what it refused. */
const STRICT = `<!doctype html><html lang="en"><title>Strict</title><body><p>text</p>
<script nonce="abc">
  globalThis.refused = [];
  addEventListener('securitypolicyviolation', (event) => event.blockedURI.endsWith('favicon.ico') || refused.push(event.violatedDirective + ' ' + event.blockedURI));
  addEventListener('error', (event) => refused.push(event.message));
</script>
<script nonce="abc" type="module">
  if (location.search === '?old') CSSStyleSheet.prototype.replaceSync = undefined, delete globalThis.CSSStyleSheet;
  import('/wayfelt-widget.js').then(async ({ ask }) => {
    const kept = async () => 'delivered';
    await ask({ ask: 'a', standing: 'prospect', form: 'card', order: 'worst-first', locale: 'en', nonce: 'abc' },
      { seen() {}, keep: kept, send: kept, takeBack: kept, closed() {} });
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const { shadowRoot } = document.querySelector('wayfelt-question');
    await Promise.allSettled(shadowRoot.getAnimations().map(({ finished }) => finished));
    document.body.dataset.ready = 'yes';
  });
</script></body></html>`;

describe.each(ENGINES)('on difficult pages in %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite((path) =>
      path === '/strict'
        ? { html: STRICT, headers: { 'content-security-policy': CSP } }
        : undefined,
    );
    browser = await openBrowser(engine);
    page = await browser.newPage();
    await page.resize(900, 760);
  });
  afterAll(() => closeAll(browser, site));

  test('a hostile style sheet does not reach the question', async () => {
    for (const state of ['asking', 'full', 'thanks']) {
      await openState(page, site, { state });
      const before = await page.evaluate(LOOKS);
      await page.evaluate((css: string) => {
        const style = document.createElement('style');
        style.textContent = css;
        document.head.append(style);
      }, HOSTILE);
      expect(await page.evaluate(LOOKS), state).toEqual(before);
    }
    await page.click('wayfelt-question >>> .icons button:last-child');
    await page.waitFor(`!document.querySelector('wayfelt-question')`);
  });

  test('the page looks the same with the question as without it', async () => {
    const looks = `[...document.querySelectorAll('body, body *')].map((element) => JSON.stringify([
      ...Object.values(element.getBoundingClientRect().toJSON()), getComputedStyle(element).cssText ||
      getComputedStyle(element).font + getComputedStyle(element).color]))`;
    await openState(page, site, { state: 'full' });
    const during = await page.evaluate(looks);
    await page.evaluate('opened.close()');
    expect(await page.evaluate(looks)).toEqual(during);
    expect(
      await page.evaluate('Object.keys(globalThis).filter((name) => /wayfelt/i.test(name))'),
    ).toEqual([]);
  });

  test('it stays when the page replaces its body or writes itself anew', async () => {
    await openState(page, site, { state: 'chosen', level: '3' });
    await page.evaluate(`document.body = document.createElement('body')`);
    await page.see('wayfelt-question >>> .panel');
    await page.evaluate(`document.documentElement.replaceChildren(document.createElement('body'))`);
    await page.see('wayfelt-question >>> .panel');
    expect(
      await page.evaluate(
        `document.querySelector('wayfelt-question').shadowRoot.querySelector(':checked').value`,
      ),
    ).toBe('3');
  });

  test.each(['', '?old'])(
    'a strict policy with Trusted Types has nothing to refuse%s',
    async (how) => {
      await page.goto(`${site.url}/strict${how}`);
      await page.waitFor('document.body.dataset.ready');
      await choose(page, 5);
      expect(await page.evaluate('refused')).toEqual([]);
      expect(
        await page.evaluate(`(() => {
        const root = document.querySelector('wayfelt-question').shadowRoot;
        return [getComputedStyle(root.querySelector('.panel')).width, root.querySelectorAll('[style]').length];
      })()`),
      ).toEqual(['372px', 0]);
    },
  );
});

describe('without a shift of the page in chromium', () => {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    site = await openSite();
    browser = await openBrowser('chromium');
  });
  afterAll(() => closeAll(browser, site));

  test.each(['card', 'sheet', 'tab', 'inline'])('the %s adds nothing to CLS', async (form) => {
    const page = await browser.newPage();
    await page.puppet?.evaluateOnNewDocument(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.resize(form === 'sheet' ? 390 : 1000, 760);
    await openState(page, site, { form, state: 'asking' });
    await page.click('#mine');
    await page.waitFor(`told.some(([name]) => name === 'seen') || '${form}' === 'tab'`);
    expect(await page.evaluate('shifts')).toEqual([]);
    await page.close();
  });
});
