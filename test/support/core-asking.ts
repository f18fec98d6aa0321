/** Pages of the built script on which a visitor may be asked, and what the page is told of its questions. */
import type { AskingSettings, AskRule, PageSettings, TouchpointSettings } from '@wayfelt/protocol';
import type { Page } from './browsers.js';
import type { CorePages } from './core-pages.js';

/** One entry of `window.told`. */
export interface Told {
  event: string;
  touchpoint: string;
  /** On the page's own clock, since its navigation began. */
  at: number;
  /** What the page noted in `window.now` at that moment. */
  now?: string;
}

/** Nothing is rationed: what is tested is the rest. */
export const EAGER: AskingSettings = {
  perVisit: 99,
  betweenMs: 0,
  sameTouchpointMs: 0,
  snoozedMs: 0,
  dismissedMs: 0,
  ignoredMs: 0,
  perYear: 99,
  quietMs: 0,
  sample: 1,
  order: 'worst-first',
};

/** A touchpoint that every page with this path is. */
export const onPage = (
  id: string,
  ask: AskRule,
  more: Partial<TouchpointSettings> = {},
): TouchpointSettings => ({
  id,
  stage: 'search',
  places: [{ by: 'page', match: '/*' }],
  ask,
  ...more,
});

/** Calls wait in the line of `packages/sdk/README.md` until the script is there. */
export const STUB =
  'window.wayfelt||=(q=>new Proxy({q},{get:(t,k)=>t[k]||((...a)=>new Promise(r=>q.push([k,a,r])))}))([]);';

const LISTEN = `${STUB} window.told = [];
  wayfelt.on('asked', ({ event, touchpoint }) =>
    told.push({ event, touchpoint, at: performance.now(), now: window.now }));`;

export interface AskingPage {
  settings?: PageSettings;
  head?: string;
  body?: string;
  tag?: string;
  path?: string;
}

/** Opens a page of this site that has its settings in itself, and waits until the script runs. */
export async function openAsking(
  pages: CorePages,
  page: Page,
  site: string,
  { settings = {}, head = '', body = '', tag = '', path = '/' }: AskingPage,
): Promise<string> {
  const inline = JSON.stringify(settings).replaceAll('<', '\\u003c');
  const url = pages.page(`/${site}${path}`, {
    head: `${head}<script type="application/json" id="wayfelt-settings">${inline}</script><script>${LISTEN}</script>`,
    tag: `data-site="${site}" data-stage="search" ${tag}`,
    body,
  });
  await page.goto(url);
  await ready(page);
  return url;
}

export const ready = (page: Page): Promise<unknown> =>
  page.waitFor('window.wayfelt?.rate && !window.wayfelt.q');

/** Touchpoints whose questions were shown on this page so far, in order. */
export const shown = async (page: Page): Promise<string[]> =>
  (await toldOf(page)).filter(({ event }) => event === 'shown').map(({ touchpoint }) => touchpoint);

export const toldOf = (page: Page): Promise<Told[]> => page.evaluate<Told[], []>('window.told');

/** The moment a question of this touchpoint was shown. */
export const showing = (page: Page, touchpoint: string): Promise<Told> =>
  page.waitFor(
    (wanted: string) =>
      (window as unknown as { told: Told[] }).told.find(
        ({ event, touchpoint }) => event === 'shown' && touchpoint === wanted,
      ),
    touchpoint,
  ) as Promise<Told>;

/** Ends the open question by one of its buttons. */
export const endQuestion = async (
  page: Page,
  button: 'close' | 'not now' | 'never',
): Promise<void> => {
  const selector = {
    close: '.icons button:last-child',
    'not now': 'footer button:nth-last-child(2)',
    never: 'footer button:last-child',
  }[button];
  await page.waitFor((selector: string) => {
    const found = document.querySelector('wayfelt-question')?.shadowRoot?.querySelector(selector);
    (found as HTMLElement | null | undefined)?.click();
    return Boolean(found);
  }, selector);
  await page.waitFor(`!document.querySelector('wayfelt-question')`);
};

/** Two frames: what scrolling, layout and observers have to tell is told. */
export const frames = (page: Page): Promise<unknown> =>
  page.evaluate(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))',
  );

/** Things happen on the document as the page would make them happen. */
export const dispatch = (page: Page, event: string): Promise<unknown> =>
  page.evaluate((event: string) => void document.dispatchEvent(new Event(event)), event);
