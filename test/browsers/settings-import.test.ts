// What people (and attackers) choose as a file of settings: taken with every name as it is, or refused with the field
// that is wrong, and never half taken.
import { writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteSettings } from '@wayfelt/protocol';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { openSettings, readerOf } from '../support/settings-screen.js';

let collector: RunningCollector;
let browser: Browser;
let page: Page;
let folder: string;
const api = readerOf(() => collector);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-import-'));
  collector = await startCollector();
  browser = await openBrowser('chromium');
  page = await openSettings(browser, collector, 'transfer', { language: 'en', author: 'Park' });
  await page.evaluate(() => {
    const faults: string[] = [];
    (window as { thrown?: string[] }).thrown = faults;
    for (const kind of ['error', 'unhandledrejection'])
      addEventListener(kind, (event) =>
        faults.push(
          String((event as ErrorEvent).message ?? (event as PromiseRejectionEvent).reason),
        ),
      );
  });
});
afterAll(async () => {
  await browser?.close();
  await collector?.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Chooses a file as a person does, and reads what the screen then says. */
const choose = async (text: string): Promise<string> => {
  const file = join(folder, 'settings.json');
  writeFileSync(file, text);
  await page.goto(`${collector.origin}/#/settings/asking?site=shop`);
  await page.see('.form-grid');
  await page.goto(`${collector.origin}/#/settings/transfer?site=shop`);
  await page.see('.file');
  const input = (await page.puppet?.$('.file input')) as unknown as {
    uploadFile(path: string): Promise<void>;
  };
  await input.uploadFile(file);
  return page.waitFor(() => {
    const said = document.querySelector('.wrong[role=alert]')?.textContent;
    return said || [...document.querySelectorAll('[role=status] p')].at(-1)?.textContent;
  });
};

const deep = (n: number) => `${'['.repeat(n)}${']'.repeat(n)}`;

describe('a file of settings', () => {
  test.each([
    ['no JSON', '{"rules": [}', 'The settings: there must be a JSON file'],
    ['empty', '', 'The settings: there must be a JSON file'],
    ['of nothing', 'null', 'The settings: there must be an object'],
    [
      'a film',
      `{"x": "${'x'.repeat(3_000_000)}"}`,
      'at most 524288 bytes of JSON, not 3000009 bytes',
    ],
    [
      'nested deeper than any',
      `{"theme": ${deep(100_000)}}`,
      'Look: there must be at most 16 levels',
    ],
    ['with keys of prototypes', '{"__proto__": {"rules": []}}', '__proto__: there must be one of'],
    ['with one field twice', '{"outcomeDays": 7, "outcomeDays": 60}', 'only once'],
    [
      'with one field twice, deep inside',
      '{"theme": {"mode": "dark", "mo\\u0064e": "light"}}',
      'Look › brightness: there must be this field only once',
    ],
    [
      'with 10,000 touchpoints',
      JSON.stringify({
        touchpoints: Array.from({ length: 10_000 }, (_, i) => ({ id: `a/${i}`, stage: 'use' })),
      }),
      'Touchpoints: there must be a list of at most 1000, not a list of 10000',
    ],
    [
      'with a catastrophic pattern',
      JSON.stringify({ rules: [{ id: 'r', match: `/${'*a'.repeat(30)}`, stage: 'use' }] }),
      'Page rules, no. 1 › pages: there must be a path like',
    ],
    [
      'with one id twice',
      JSON.stringify({ touchpoints: ['a', 'a'].map((id) => ({ id, stage: 'use' })) }),
      'Touchpoints, no. 2 › id: there must be an id not used before',
    ],
  ])('%s is refused, and says where', async (_, text, words) => {
    expect(await choose(text)).toContain(words);
    expect(await page.evaluate('document.querySelector(".save-bar")')).toBeNull();
    expect(await page.evaluate('window.thrown')).toEqual([]);
  });

  test('with names in every script, and names that code would trip over, is taken as it is', async () => {
    const names = [
      '🛒 장바구니 👩‍👩‍👧',
      'عربة التسوق',
      '\u202Eevil\u202C',
      '<img src=x onerror=alert(1)>',
      '__proto__',
    ];
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '🛒/결제'];
    const settings = {
      journey: {
        id: 'own',
        stages: [{ id: 'constructor' }, { id: 'valueof', name: { en: 'عربة', ko: '🛒' } }],
        crossing: 'valueof',
      },
      rules: [{ id: '__proto__', match: '/:a/:b/:c/*x*y*z*w*', stage: 'constructor' }],
      touchpoints: ids.map((id, index) => ({
        id,
        stage: index % 2 ? 'constructor' : 'valueof',
        name: { en: names[index], ko: names[index] },
      })),
    };
    expect(await choose(JSON.stringify(settings))).toContain('Read. Look at the changes below');
    for (const screen of ['journey', 'rules', 'touchpoints', 'standards', 'coverage', 'versions']) {
      await page.goto(`${collector.origin}/#/settings/${screen}?site=shop`);
      await page.see('.settings-page .lead');
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wide, `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    await page.goto(`${collector.origin}/#/settings/touchpoints/${encodeURI('🛒/결제')}?site=shop`);
    await page.waitFor(
      'document.querySelector(".touchpoint-editor h2")?.textContent === "__proto__"',
    );
    await page.goto(`${collector.origin}/#/settings/journey?site=shop`);
    await page.waitFor('document.querySelector(".stage-column h2")?.textContent === "constructor"');
    await page.click('.save-bar .primary');
    await page.waitFor('document.querySelector(".save-bar")?.textContent.includes("is live")');
    const stored = await api<{ settings: SiteSettings }>('/v1/settings?site=shop');
    expect(stored.settings).toMatchObject(settings);
    expect(await page.evaluate('window.thrown')).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("main img").length')).toBe(0);
  });
});
