/** A question waits while the visitor is busy, in three engines, and is asked when that is over. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { EAGER, openAsking, showing, shown } from '../support/core-asking.js';
import { openCorePages, type CorePages } from '../support/core-pages.js';

const BODY = `
  <input id="input"><textarea id="area"></textarea><div id="rich" contenteditable>text</div>
  <select id="select"><option>one</option></select><div id="shadow"></div>
  <iframe id="frame" srcdoc="<input id='card'>"></iframe>
  <button id="button">elsewhere</button>
  <dialog id="dialog"><p>Sure?</p><button>yes</button></dialog>
  <div id="modal" role="dialog" aria-modal="true" hidden>
    Newsletter <button onclick="this.parentElement.hidden = true">no</button></div>
  <script>
    document.getElementById('shadow').attachShadow({ mode: 'open' }).innerHTML = '<input id="deep">';
  </script>`;

let pages: CorePages;
beforeAll(async () => {
  pages = await openCorePages();
});
afterAll(() => pages.close());

interface Busy {
  title: string;
  begin(page: Page): Promise<unknown>;
  end(page: Page): Promise<unknown>;
}

/** Real keys in a field; then a button elsewhere has the focus. */
const typing = (title: string, selector: string): Busy => ({
  title,
  async begin(page) {
    await page.click(selector);
    await page.type('ab');
  },
  end: (page) => page.click('#button'),
});
const run = (expression: string) => (page: Page) => page.evaluate(`void (${expression})`);
const find = (id: string) => `document.getElementById('${id}')`;

/** Not every engine lets a puppet hide its tab or fill the screen, so in all three the page is told that it is so. */
const say = (property: string, value: string, event: string) =>
  run(`Object.defineProperty(document, '${property}', { configurable: true, get: () => ${value} }),
    document.dispatchEvent(new Event('${event}', { bubbles: true }))`);

const BUSY: Busy[] = [
  typing('types in a field', '#input'),
  typing('types in a text area', '#area'),
  typing('writes in an editable element', '#rich'),
  typing('types in a field inside a shadow root', '#shadow >>> #deep'),
  {
    title: 'chooses from a list',
    begin: run(`${find('select')}.focus()`),
    end: (page) => page.click('#button'),
  },
  {
    title: 'types in a frame, as card numbers are typed',
    begin: run(`${find('frame')}.contentDocument.getElementById('card').focus()`),
    end: (page) => page.click('#button'),
  },
  {
    title: 'has a modal dialog open',
    begin: run(`${find('dialog')}.showModal()`),
    end: run(`${find('dialog')}.close()`),
  },
  {
    title: 'has a dialog without focus open, which closes by itself',
    begin: run(`${find('dialog')}.setAttribute('open', '')`),
    end: run(`${find('dialog')}.close()`),
  },
  {
    title: "has one of the page's own dialogs open",
    begin: run(`${find('modal')}.hidden = false`),
    end: (page) => page.click('#modal button'),
  },
  {
    title: 'watches in full screen',
    begin: say('fullscreenElement', 'document.body', 'fullscreenchange'),
    end: say('fullscreenElement', 'null', 'fullscreenchange'),
  },
  {
    title: 'looks at another tab',
    begin: say('hidden', 'true', 'visibilitychange'),
    end: say('hidden', 'false', 'visibilitychange'),
  },
];

describe.each(ENGINES)('a question waits in %s', (engine) => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser(engine);
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  // WebKitGTK says that the body has the focus while a frame has it, so nobody can know there.
  const isKnown = ({ title }: Busy) => engine !== 'webkit' || !title.includes('frame');
  test.each(BUSY.filter(isKnown).map((each) => [each.title, each] as const))(
    'while the visitor %s',
    async (_, { title, begin, end }) => {
      const site = `busy-${engine}-${BUSY.findIndex((busy) => busy.title === title)}`;
      await openAsking(pages, page, site, { settings: { asking: EAGER }, body: BODY });
      await begin(page);
      await page.evaluate(`void (window.now = 'busy', wayfelt.ask('search/results'))`);
      await page.waitFor(COULD_BE_SHOWN);
      expect(await shown(page)).toEqual([]);
      await page.evaluate(`window.now = 'over'`);
      await end(page);
      expect(await showing(page, 'search/results')).toMatchObject({ now: 'over' });
    },
  );

  test('nobody is busy because a button has the focus or a dialog is not shown', async () => {
    await openAsking(pages, page, `free-${engine}`, { settings: { asking: EAGER }, body: BODY });
    await page.click('#button');
    await page.evaluate(`void wayfelt.ask('search/results')`);
    await showing(page, 'search/results');
  });
});

/**
 * The question's files have been there for longer than a question takes to appear. On a machine too slow for that the
 * test shows less, and never fails for it.
 */
const COULD_BE_SHOWN = `(() => {
  const widget = performance.getEntriesByType('resource').find(({ name }) => name.includes('wayfelt-widget'));
  return widget?.responseEnd + 700 < performance.now();
})()`;
