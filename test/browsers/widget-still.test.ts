import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { closeAll, openSite, type Site } from './widget-site.js';

/**
 * A page that asks when told to, and writes down in every frame, and at every pointer event, where the faces are. With
 * `?slow` the entrance never ends, so that whatever is pressed is pressed during it.
 */
const PAGE = `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">
<title>Still</title><body><p>text</p><div id="place"></div>
<script type="module">
  const wanted = new URLSearchParams(location.search);
  if (wanted.has('slow')) {
    const { animate } = Element.prototype;
    Element.prototype.animate = function (frames) { return animate.call(this, frames, 3_600_000); };
  }
  const { ask } = await import('/wayfelt-widget.js');
  globalThis.kept = [];
  /** Where the faces were, each place once, with what happened when they were first there. */
  globalThis.places = {};
  const root = () => document.querySelector('wayfelt-question')?.shadowRoot;
  const look = (when) => {
    const rows = [...(root()?.querySelectorAll('.scale input') ?? [])];
    // Drawn in parts while nobody sees it; from the first sight on, all of it is there.
    if (!rows[0] || getComputedStyle(rows[0]).visibility !== 'visible') return;
    const seen = rows.map((row) => {
      const { left, top, width, height } = row.getBoundingClientRect();
      return [left, top, width, height].map((each) => each.toFixed(1)).join(' ');
    });
    if (!root().querySelector(':checked')) places[seen.join(', ')] ??= when;
  };
  for (const type of ['pointerover', 'pointerdown', 'pointerup']) addEventListener(type, () => look(type), true);
  // Firefox may take a window's new size only now; that they move then is right.
  addEventListener('resize', () => { places = {}; });
  const each = () => { look('a frame'); requestAnimationFrame(each); };
  each();
  globalThis.go = () => ask(
    { ask: 'a', standing: 'prospect', form: wanted.get('form'), order: 'worst-first', locale: wanted.get('lang') },
    { seen() {}, async keep({ level }) { kept.push(level); return 'kept'; }, async send() { return 'kept'; },
      async takeBack() {}, closed() {} },
    wanted.get('form') === 'inline' ? document.querySelector('#place') : undefined);
  /** What follows a face is here, style and all, and was painted. */
  globalThis.followed = async () => {
    if (root().adoptedStyleSheets.length < 3) return false;
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return true;
  };
  document.body.dataset.ready = 'yes';
</script></body></html>`;

describe.each(ENGINES)('under the pointer in %s', (engine) => {
  let site: Site;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    site = await openSite((path) => (path === '/still' ? { html: PAGE } : undefined));
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => closeAll(browser, site));

  const open = async (wanted: { [name: string]: string }) => {
    await page.goto(`${site.url}/still?${new URLSearchParams(wanted)}`);
    await page.waitFor('document.body.dataset.ready');
  };

  test.each([
    ['card', 900],
    ['sheet', 480],
    ['inline', 900],
  ])(
    'no face of the %s moves or is missing, from the first frame to the choice',
    async (form, width) => {
      await page.resize(width, 800);
      for (const lang of ['en', 'ko', 'ar']) {
        await open({ form, lang });
        await page.evaluate('void go()');
        await page.click('wayfelt-question >>> legend');
        await page.waitFor('followed()');
        const places = Object.keys(await page.evaluate<object, []>('places'));
        expect(places, lang).toHaveLength(1);
        expect(places[0]?.split(', '), lang).toHaveLength(8);
      }
    },
  );

  test('a press during the entrance chooses the face that is under it', async () => {
    await page.resize(900, 800);
    for (const level of [1, 3, 8]) {
      await open({ form: 'card', lang: 'en', slow: '' });
      await page.evaluate('go().then(() => {})');
      await page.click(`wayfelt-question >>> [value="${level}"]`);
      await page.waitFor('kept.length');
      expect(await page.evaluate('kept')).toEqual([level]);
      expect(Object.keys(await page.evaluate<object, []>('places'))).toHaveLength(1);
    }
  });
});
