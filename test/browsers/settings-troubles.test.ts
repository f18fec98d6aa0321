// What a product team meets on a bad day: the collector is gone, somebody else was faster, the rules have changed since.
// Nothing that was typed is lost, and every screen says in words what to do.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SiteSettings } from '@wayfelt/protocol';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { axeFindings, openSettings, readerOf } from '../support/settings-screen.js';

interface Stored {
  version: number;
  live: number;
  note: string;
  settings: SiteSettings;
}

let collector: RunningCollector;
let browser: Browser;
const api = readerOf(() => collector);
const stored = () => api<Stored>('/v1/settings?site=shop');

beforeAll(async () => {
  collector = await startCollector();
  browser = await openBrowser('chromium');
});
afterAll(async () => {
  await browser?.close();
  await collector?.end();
});
beforeEach(async () => {
  const { version: base } = await stored();
  await api('/v1/settings?site=shop', 'PUT', {
    base,
    settings: {
      touchpoints: [{ id: 'search/results', stage: 'search', name: { en: 'Results', ko: '결과' } }],
    },
    publish: true,
  });
});

const open = (screen: string, remembered: { [name: string]: string } = {}) =>
  openSettings(browser, collector, screen, { language: 'en', author: 'Park', ...remembered });

const says = (page: Page, wanted: string) =>
  page.waitFor((text: string) => document.body.textContent?.includes(text), wanted);

/** Types into the field with this label, in place of what is there. */
const fill = async (page: Page, label: string, value: string) => {
  await page.waitFor(
    (wanted: string, typed: string) => {
      const found = [...document.querySelectorAll<HTMLInputElement>('input')].find(
        (one) =>
          one.labels?.[0]?.textContent === wanted || one.getAttribute('aria-label') === wanted,
      );
      if (!found) return false;
      found.value = typed;
      return found.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    value,
  );
};
const press = async (page: Page, label: string) => {
  await page.waitFor((wanted: string) => {
    for (const one of document.querySelectorAll<HTMLElement>('[data-chosen]'))
      delete one.dataset['chosen'];
    const found = [...document.querySelectorAll<HTMLButtonElement>('button')].find(
      (one) => one.textContent?.trim() === wanted || one.getAttribute('aria-label') === wanted,
    );
    if (!found || found.disabled) return false;
    found.dataset['chosen'] = '';
    return true;
  }, label);
  await page.click('[data-chosen]');
};

describe('what a team believes', () => {
  test('is written down with how many people were asked, where several were', async () => {
    const page = await open('standards');
    await fill(page, 'I believe that so many', '80');
    await fill(page, 'People asked (optional)', '362');
    await press(page, 'Write down: Results');
    await says(page, '80%, Park,');
    await says(page, '362 people asked');
    await fill(page, 'I believe that so many', '70');
    await press(page, 'Write down: Results');
    await says(page, '70%, Park,');
    await press(page, 'Publish');
    await says(page, 'is live');
    const { settings } = await stored();
    expect(settings.touchpoints[0]?.beliefs).toMatchObject([
      { share: 0.8, asked: 362, by: 'Park' },
      { share: 0.7, by: 'Park' },
    ]);
    expect(settings.touchpoints[0]?.beliefs?.[1]).not.toHaveProperty('asked');
    await page.close();
  });
});

describe('saving', () => {
  test.each([
    ['en', 'The collector does not answer', 'Publish', 'What did you change? (optional)'],
    ['ko', '수집기가 응답하지 않아요', '게시', '무엇을 바꿨나요? (선택)'],
  ])(
    'keeps everything while the collector is gone (%s)',
    async (language, words, publish, note) => {
      const page = await open('privacy', { language });
      await fill(page, language === 'en' ? 'Words of comments' : '의견의 글', '90');
      await fill(page, note, 'Ninety days');
      await collector.stop();
      await press(page, publish);
      await says(page, words);
      expect(await page.evaluate('document.body.textContent')).not.toMatch(/TypeError|fetch/);
      expect(await axeFindings(page)).toEqual([]);
      await collector.start();
      await press(page, publish);
      await page.waitFor('document.querySelector(".save-said")?.textContent.includes("✓")');
      expect(await stored()).toMatchObject({
        note: 'Ninety days',
        settings: { retention: { commentDays: 90 } },
      });
      await page.close();
    },
  );

  const meanwhile = async (settings: object) => {
    const { version: base } = await stored();
    await api('/v1/settings?site=shop', 'PUT', { base, settings, author: 'Lee', publish: true });
  };

  test('joins what two people changed without publishing it, where neither asked for that', async () => {
    const page = await open('privacy');
    await fill(page, 'Words of comments', '30');
    await fill(page, 'What did you change? (optional)', 'Thirty days');
    const before = await stored();
    await meanwhile({ ...before.settings, outcomeDays: 14 });
    await press(page, 'Save without publishing');
    await says(page, 'Lee saved changes while you were editing');
    expect(await axeFindings(page)).toEqual([]);

    // Nobody has to decide at once.
    await press(page, 'Go on editing');
    await fill(page, 'Words of comments', '31');
    await press(page, 'Save without publishing');
    await says(page, 'Lee saved changes while you were editing');
    await press(page, 'Save both without publishing');
    await says(page, 'is saved');
    const after = await stored();
    expect(after).toMatchObject({
      version: before.version + 2,
      live: before.version + 1,
      note: 'Thirty days',
      settings: { outcomeDays: 14, retention: { commentDays: 31 } },
    });
    await page.close();
  });
});

describe('the past', () => {
  test('is not moved by rules that somebody has changed since, and says so', async () => {
    await api('/v1/records', 'POST', {
      site: 'shop',
      sdk: '1.0.0',
      sentAt: Date.now(),
      records: [
        {
          id: '01990000-0000-7000-8000-000000000001',
          type: 'visit',
          event: 'stage',
          at: Date.now() - 60_000,
          standing: 'prospect',
          visitor: 'somebody-of-the-tests',
          page: '/offer',
        },
      ],
    });
    const { version: base, settings } = await stored();
    const rules = (stage: string) => ({
      ...settings,
      rules: [{ id: 'r', match: '/offer', stage }],
    });
    const put = (version: number, next: object) =>
      api('/v1/settings?site=shop', 'PUT', { base: version, settings: next, publish: true });
    await put(base, rules('search'));
    const page = await open('coverage');
    await says(page, '1 record would move');
    // The screen follows what changes; what it does not hear of in time is refused.
    await page.evaluate(() => {
      const { fetch: real } = window;
      window.fetch = (...call) =>
        String(call[0]).includes('/v1/settings/past') && call[1]?.method === 'POST'
          ? real(call[0], { ...call[1], body: JSON.stringify({ version: 0 }) })
          : real(...call);
    });
    await press(page, 'Move them');
    await press(page, 'Yes, move them now');
    await says(page, 'Look at the preview again.');
    await page.close();
  });
});
