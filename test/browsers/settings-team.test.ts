// What a team does with its settings besides filling fields: two people at once, a file from elsewhere, a rule that was
// corrected and holds for the past too. Nothing is lost in any of it, and all of it can be read by who is no developer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SiteSettings } from '@wayfelt/protocol';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { axeFindings, openSettings, readerOf } from '../support/settings-screen.js';

interface Current {
  version: number;
  live: number;
  settings: SiteSettings;
}

let collector: RunningCollector;
let browser: Browser;
let folder: string;
const api = readerOf(() => collector);
const current = () => api<Current>('/v1/settings?site=shop');
const publish = async (settings: object, author = 'Kim') => {
  const { version } = await current();
  await api('/v1/settings?site=shop', 'PUT', { base: version, settings, author, publish: true });
};

beforeAll(async () => {
  collector = await startCollector();
  browser = await openBrowser('chromium');
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-files-'));
  const record = (page: string, index: number, more: object) => ({
    id: `0199${String(index).padStart(4, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`,
    at: Date.now() - 60_000,
    standing: 'prospect',
    visitor: 'somebody-of-the-tests',
    page,
    ...more,
  });
  await api('/v1/records', 'POST', {
    site: 'shop',
    sdk: '1.0.0',
    sentAt: Date.now(),
    records: [
      ...[0, 1, 2].map((index) => record('/lamps', index, { type: 'visit', event: 'stage' })),
      record('/lamps', 3, { type: 'rating', level: 7, form: 'card' }),
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
  await collector?.end();
});

const reads = (page: Page, selector: string, text: string) =>
  page.waitFor(
    (wanted: string, part: string) => document.querySelector(wanted)?.textContent?.includes(part),
    selector,
    text,
  );
const chooseIn = (page: Page, selector: string, value: string) =>
  page.evaluate(
    (wanted: string, chosen: string) => {
      const field = document.querySelector<HTMLSelectElement>(wanted);
      if (!field) throw new Error(`no ${wanted}`);
      field.value = chosen;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    selector,
    value,
  );

test('two people at once: each reads what the other did, chooses once, and both changes live', async () => {
  const rule = { id: 'rule-1', match: '/lamps', stage: 'search' };
  await publish({ rules: [rule] });
  const page = await openSettings(browser, collector, 'rules', { language: 'en', author: 'Park' });
  await chooseIn(page, '.rule-list select', 'consideration');
  await publish({ rules: [{ ...rule, stage: 'purchase' }], outcomeDays: 14 }, 'Lee');

  await page.click('.save-bar .primary');
  await reads(page, '.conflict', 'Lee saved changes while you were editing');
  await reads(page, '.conflict', 'The page rule /lamps now means Purchase (before: Search)');
  await reads(page, '.conflict legend', 'The page rule /lamps › stage');
  await reads(page, '.conflict fieldset', 'Mine: Consideration');
  expect(await axeFindings(page)).toEqual([]);
  await page.click('.conflict .primary');
  await reads(page, '.save-bar', 'is live');
  const { settings } = await current();
  expect([settings.rules[0]?.stage, settings.outcomeDays]).toEqual(['consideration', 14]);
  await page.close();
});

test('a file with faults changes nothing and says in Korean what is wrong; a sound one is shown first', async () => {
  await publish({});
  const before = await current();
  const page = await openSettings(browser, collector, 'transfer', { language: 'ko' });
  const take = async (name: string, content: string) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    const input = await page.puppet?.$('input[type="file"]');
    await (input as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  };
  await take('broken.json', '{"rules": [');
  await reads(page, '.wrong', '설정 전체: 필요한 값: JSON 파일');
  const wrong = {
    touchpoints: [{ id: 'cart', stage: 'purchase', ask: { on: true, delayMs: '5' } }],
  };
  await take('wrong.json', JSON.stringify(wrong));
  await reads(page, '.wrong', '1번째 접점 › 질문 › 기다리는 시간');
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate('document.querySelector(".save-bar")')).toBeNull();

  await take(
    'sound.json',
    JSON.stringify({ rules: [{ id: 'a', match: '/cart', stage: 'purchase' }] }),
  );
  await reads(page, '.save-bar', '저장하지 않은 변경 1개');
  await reads(page, '.save-bar .changes', '새 페이지 규칙: /cart → 구매');
  expect((await current()).version).toBe(before.version);
  await page.click('.save-bar .primary');
  await reads(page, '.save-bar', '게시했어요');
  expect((await current()).settings.rules).toMatchObject([{ match: '/cart', stage: 'purchase' }]);
  await page.close();
});

test('a rule that came later is applied to the past: shown, done, logged, and put back', async () => {
  await publish({ rules: [{ id: 'rule-1', match: '/lamps', stage: 'search' }] });
  const rated = async () => {
    const { stages } = await collector.report('shop');
    return stages.find(({ stage }) => stage === 'search')?.felt.all.n ?? 0;
  };
  expect(await rated()).toBe(0);
  const page = await openSettings(browser, collector, 'coverage', {
    language: 'en',
    author: 'Park',
  });
  await reads(page, 'main', '4 records would move, 1 of them ratings');
  await reads(page, '.table-frame', '/lamps');
  const move = 'section > .loaded > button:not(.plain)';
  await page.click(move);
  await reads(page, move, 'Yes, move them now');
  expect(await rated()).toBe(0);
  await page.click(move);
  await reads(page, '.past-log', 'Park: 4 records');
  expect(await rated()).toBe(1);
  await page.click('.past-log .plain');
  await reads(page, '.past-log', 'put back');
  expect(await rated()).toBe(0);
  await page.close();
});
