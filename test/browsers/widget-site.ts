/** A server for the widget's tests: the script tag's files at the root, the repository's own folders below. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page } from '../support/browsers.js';

const TYPES: { [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** The two builds: what the script tag loads, and what bundlers take from the package. */
export const BUILDS = {
  script: '/wayfelt-widget.js',
  module: '/packages/widget/dist/index.js',
} as const;
export type Build = keyof typeof BUILDS;

/** What a bundler would do: the packages by their names. */
const IMPORTS = `<script type="importmap">{"imports": {
  "preact": "/node_modules/preact/dist/preact.mjs",
  "@wayfelt/protocol": "/packages/protocol/dist/index.js",
  ${['en', 'ko', 'ja', 'zh-Hans', 'zh-Hant', 'es', 'fr', 'de', 'pt', 'ar']
    .map((tag) => `"@wayfelt/protocol/words/${tag}": "/packages/protocol/dist/words/${tag}.js"`)
    .join(',')}
}}</script>`;

export interface Site {
  url: string;
  /** Files that are answered late: when their promise is over, and with nothing where it rejects. */
  held: Map<RegExp, Promise<unknown>>;
  close(): void;
}

/** `extra` answers before any file does: a page of one test, with its headers. */
export async function openSite(
  extra: (
    path: string,
  ) => { html: string; headers?: { [name: string]: string } } | undefined = () => undefined,
): Promise<Site> {
  const held: Site['held'] = new Map();
  const server = createServer(async (request, response) => {
    const path = pathOf(request);
    const own = extra(path);
    if (own) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...own.headers }).end(own.html);
      return;
    }
    try {
      for (const [files, promise] of held) if (files.test(path)) await promise;
      const folder = /^\/(demo|packages|node_modules)\//.test(path)
        ? '.'
        : 'packages/sdk/dist/script';
      let body: Buffer | string = await readFile(join(folder, normalize(path)));
      if (path.endsWith('/one.html')) {
        body = body.toString().replace('<meta name="viewport"', `${IMPORTS}<meta name="viewport"`);
      }
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The test server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    held,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const pathOf = (request: IncomingMessage): string =>
  new URL(request.url ?? '/', 'http://localhost').pathname;

/** Opens one state of the gallery and waits until it is there. */
export async function openState(
  page: Page,
  site: Site,
  wanted: { [name: string]: string },
): Promise<void> {
  await page.goto(`${site.url}/demo/gallery/one.html?${new URLSearchParams(wanted)}`);
  await page.waitFor('document.body.dataset.ready');
}

/**
 * Chooses a face as a finger does, and waits for what follows it: the rows fold then, and whatever is pressed next
 * must stand still first.
 */
export async function choose(page: Page, level: number): Promise<void> {
  const chosen = `new Promise((done) => {
    const end = Date.now() + 1_500;
    const look = () => {
      const found = document.querySelector('wayfelt-question').shadowRoot.querySelector('[name=level]:checked');
      if (found || Date.now() > end) done(Boolean(found));
      else setTimeout(look, 20);
    };
    look();
  })`;
  // A busy WebKitGTK drops a click now and then; choosing a face twice is the same as once.
  for (let tries = 0, done = false; !done && tries < 6; tries++) {
    await standsStill(page);
    await page.click(`wayfelt-question >>> [value="${level}"]`);
    done = await page.evaluate<boolean, []>(chosen);
  }
  await page.see('wayfelt-question >>> .chosen ~ .more');
  await standsStill(page);
}

/** Nothing of the question moves any more: two frames long its panel and its last button are where they were. */
export const standsStill = (page: Page): Promise<true> =>
  page.waitFor(`(async () => {
    const { shadowRoot } = document.querySelector('wayfelt-question');
    const boxes = () => JSON.stringify([...shadowRoot.querySelectorAll('.panel, button')].map((each) =>
      each.getBoundingClientRect()));
    await Promise.allSettled(shadowRoot.getAnimations().map(({ finished }) => finished));
    const before = boxes();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return before === boxes();
  })()`) as Promise<true>;

/** What the widget told its listener so far: `keep`, `send`, `closed` … */
export const toldNames = (page: Page): Promise<string[]> =>
  page.evaluate('told.map(([name]) => name)');

/** The element of the widget that has the focus, in one word. */
export const focusInside = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const inside = document.querySelector('wayfelt-question')?.shadowRoot?.activeElement;
    return inside?.getAttribute('value') ?? inside?.textContent ?? inside?.tagName;
  });

export const closeAll = async (browser: Browser | undefined, site: Site): Promise<void> => {
  await browser?.close();
  site.close();
};
