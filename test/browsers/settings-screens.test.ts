// Every screen of the settings in a real browser: nothing is inaccessible, in either language, appearance and width;
// a change made by keys alone is published, and an old version comes back.
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import { STARTERS, withStarter } from '@wayfelt/protocol/starters';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { axeFindings, openSettings, readerOf } from '../support/settings-screen.js';

/** With WAYFELT_SHOTS=<folder> every screen is also kept as a picture. */
const SHOTS = process.env['WAYFELT_SHOTS'];
const SCREENS = [
  'journey',
  'rules',
  'touchpoints',
  'touchpoints/search/results',
  'asking',
  'standards',
  'wording',
  'look',
  'privacy',
  'coverage',
  'versions',
  'transfer',
];

let collector: RunningCollector;
let browser: Browser;

const api = readerOf(() => collector);

const [shop] = STARTERS;
const settings = (): SiteSettings => {
  if (!shop) throw new Error('no starter');
  const { touchpoints, ...rest } = withStarter(DEFAULT_SETTINGS, shop);
  return {
    ...rest,
    home: 'https://shop.example/',
    rules: [
      { id: 'rule-1', match: '/products/:id', stage: 'consideration' },
      { id: 'rule-2', match: '/search', stage: 'search', touchpoint: 'search/results' },
      { id: 'rule-3', match: '/', stage: 'awareness' },
    ],
    touchpoints: touchpoints.map((touchpoint) =>
      touchpoint.id === 'search/results'
        ? {
            ...touchpoint,
            places: [{ by: 'selector', selector: '#results', match: '/search' }],
            ask: { on: true, delayMs: 3_000 },
            standard: { minimum: 5, beyond: 7 },
            beliefs: [{ share: 0.8, by: 'Kim', at: 1_790_000_000_000 }],
            reasons: [{ id: 'reason-1', text: { en: 'Too many', ko: '너무 많아요' } }],
          }
        : touchpoint,
    ),
  };
};

const record = (page: string, index: number, more: object = {}) => ({
  id: `0199${String(index).padStart(4, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`,
  type: 'visit',
  event: 'stage',
  at: Date.now() - 60_000,
  standing: 'prospect',
  visitor: 'somebody-of-the-tests',
  page,
  ...more,
});

beforeAll(async () => {
  collector = await startCollector();
  browser = await openBrowser('chromium');
  const pages = ['/products/1', '/products/2', '/about', '/about', '/', '/guide/lamps'];
  const receipt = await api<{ accepted: number }>('/v1/records', 'POST', {
    site: 'shop',
    sdk: '1.0.0',
    sentAt: Date.now(),
    records: [
      ...pages.map((page, index) => record(page, index)),
      record('/x', 90, { stage: 'serach', stageFrom: 'meta' }),
      record('/offer', 91, { stage: 'search', stageFrom: 'rule', alsoStages: ['purchase'] }),
    ],
  });
  expect(receipt.accepted).toBe(8);
  await api('/v1/settings?site=shop', 'PUT', {
    base: 0,
    settings: settings(),
    author: 'Kim',
    note: 'A journey to begin with',
    publish: true,
  });
  await api('/v1/settings?site=shop', 'PUT', {
    base: 1,
    settings: { ...settings(), outcomeDays: 14 },
    author: 'Lee',
    publish: true,
  });
});
afterAll(async () => {
  await browser?.close();
  await collector?.end();
});

const open = (screen: string, remembered: { [name: string]: string } = {}) =>
  openSettings(browser, collector, screen, remembered);
const settle = (page: Page) =>
  page.waitFor('!document.querySelector(".progress, .skeleton, [aria-busy=true]")');

describe.each([
  ['en', 'light', 1280],
  ['ko', 'dark', 1280],
  ['ko', 'light', 390],
  ['en', 'dark', 390],
] as const)('settings in %s, %s, %d wide', (language, appearance, width) => {
  test('every screen is accessible, and none is wider than the window', async () => {
    const page = await open('journey', { language, appearance });
    await page.resize(width, 900);
    for (const screen of SCREENS) {
      await page.goto(`${collector.origin}/#/settings/${screen}?site=shop`);
      await page.see('.settings-page .lead, .settings-page article');
      await settle(page);
      if (SHOTS) {
        mkdirSync(SHOTS, { recursive: true });
        const file = `${screen.replaceAll('/', '-')}-${language}-${appearance}-${width}.png`;
        await page.screenshot(`${SHOTS}/${file}`);
      }
      expect(await axeFindings(page), screen).toEqual([]);
      const sideways = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(sideways, `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.close();
  });
});

describe('the settings', () => {
  test('one click makes a rule of a page that had no stage', async () => {
    const page = await open('coverage', { language: 'en' });
    await page.waitFor('document.querySelector(".gap-list select")');
    await page.evaluate(() => {
      const select = document.querySelector<HTMLSelectElement>('[aria-label="Stage of /about"]');
      if (!select) throw new Error('no gap for /about');
      select.value = 'awareness';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.click('[aria-label="Make a rule: /about"]');
    await page.click('.save-bar .primary');
    await page.waitFor('document.querySelector(".save-bar")?.textContent.includes("is live")');
    // The past now can follow.
    await page.waitFor('document.body.textContent.includes("records would move")');
    const live = await fetch(`${collector.origin}/v1/sites/shop/settings`);
    expect(await live.text()).toContain('"match":"/about","stage":"awareness"');
    await page.close();
  });

  test('an old version comes back as a new one', async () => {
    const page = await open('versions', { language: 'en' });
    await page.waitFor('document.querySelectorAll(".version").length >= 3');
    await page.click('[aria-label="What changed: Version 2"]');
    await page.waitFor(
      'document.querySelector(".version .changes")?.textContent === "Time to look for what visitors did: now 14 days (before: 30 days)"',
    );
    await page.click('[aria-label="Back to this version: Version 1"]');
    await page.click('[aria-label="Yes, make it live now: Version 1"]');
    await page.waitFor(
      'document.querySelector(".live-version")?.textContent.includes("Back to version 1")',
    );
    const { settings } = await api<{ settings: SiteSettings }>('/v1/settings?site=shop');
    expect(settings.outcomeDays).toBe(30);
    await page.close();
  });

  test('where the team says nothing, the fields show what visitors read', async () => {
    const page = await open('wording', { language: 'ko' });
    await page.waitFor(
      'document.querySelector(\'.form-wide input[lang="ko"]\')?.placeholder.includes("어떠셨나요")',
    );
    await page.close();
  });

  test('the real question follows the look while it is edited', async () => {
    // On dark ground the red would be corrected to a lighter one.
    const page = await open('look', { language: 'en', appearance: 'light' });
    await page.click('.preview .primary');
    await page.see('wayfelt-question >>> input[value="7"]');
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('.colour input');
      if (!input) throw new Error('no colour');
      input.value = '#b00020';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitFor(() => {
      const root = document.querySelector('wayfelt-question')?.shadowRoot;
      const sheets = [...(root?.adoptedStyleSheets ?? [])];
      return sheets.some((sheet) =>
        [...sheet.cssRules].some((rule) => /176, ?0, ?32/.test(rule.cssText)),
      );
    });
    await page.close();
  });
});
