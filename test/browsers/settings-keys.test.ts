// The blueprint edited without a pointer: only keys are pressed, and the focus is never put anywhere by the test.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { openSettings, readerOf } from '../support/settings-screen.js';

// WebKitGTK's Tab passes by buttons and links, as Safari's does where nobody has set it otherwise.
describe.each(['chromium', 'firefox'] as const)('the blueprint by keys alone in %s', (engine) => {
  let collector: RunningCollector;
  let browser: Browser;
  const api = readerOf(() => collector);

  beforeAll(async () => {
    collector = await startCollector();
    browser = await openBrowser(engine);
    const { journey } = DEFAULT_SETTINGS;
    await api('/v1/settings?site=shop', 'PUT', {
      base: 0,
      settings: {
        journey: { ...journey, stages: [...journey.stages, { id: 'gift', name: { en: 'Gift' } }] },
        touchpoints: [{ id: 'search/results', stage: 'search', name: { en: 'Results' } }],
      },
      publish: true,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await collector?.end();
  });

  const open = (screen = 'journey') =>
    openSettings(browser, collector, screen, { language: 'en', author: 'Park' });
  /** What a person hears of where the focus is. */
  const focused = async (page: Page) =>
    String(
      await page.evaluate(() => {
        const { activeElement: active } = document;
        const label = (active as HTMLInputElement | null)?.labels?.[0]?.textContent;
        return active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '';
      }),
    ).trim();
  const focusIs = (page: Page, wanted: string) =>
    page.waitFor((words: string) => {
      const { activeElement: active } = document;
      const label = (active as HTMLInputElement | null)?.labels?.[0]?.textContent;
      const said = active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '';
      return said.trim().startsWith(words);
    }, wanted);
  const tabTo = async (page: Page, wanted: string) => {
    for (let presses = 0; presses < 200; presses++) {
      if ((await focused(page)).startsWith(wanted)) return;
      await page.press('Tab');
    }
    throw new Error(`Tab never came to ${wanted}`);
  };
  const order = (page: Page) =>
    page.evaluate<string[], []>(() =>
      [...document.querySelectorAll('.stage-column h2')].map((one) => one.textContent ?? ''),
    );

  test('a step is added and published', async () => {
    const page = await open();
    await tabTo(page, 'Add a step: Search');
    await page.press('Enter');
    await focusIs(page, 'Name of the step');
    await page.press('Escape');
    await focusIs(page, 'Add a step: Search');
    await page.press('Enter');
    await focusIs(page, 'Name of the step');
    await page.type('Voice search');
    await page.press('Enter');
    await page.waitFor('document.querySelector(".save-bar")?.textContent.includes("1 change")');
    await focusIs(page, 'Add a step: Search');
    await page.press('ArrowUp');
    await focusIs(page, 'Voice search');
    await tabTo(page, 'Publish');
    await page.press('Enter');
    await page.waitFor('document.querySelector(".save-bar")?.textContent.includes("is live")');
    const { settings, author } = await api<{ settings: SiteSettings; author: string }>(
      '/v1/settings?site=shop',
    );
    expect(settings.touchpoints.at(-1)).toEqual({
      id: 'search/voice-search',
      stage: 'search',
      name: { en: 'Voice search' },
    });
    expect(author).toBe('Park');
    await page.close();
  });

  test('arrows go to the neighbouring stages and up and down inside of one', async () => {
    const page = await open();
    await tabTo(page, 'Edit: Awareness');
    await page.press('ArrowRight');
    await focusIs(page, 'Edit: Search');
    await page.press('ArrowDown');
    await focusIs(page, 'Results');
    await page.press('ArrowLeft');
    await focusIs(page, 'Add a step: Awareness');
    await page.press('ArrowRight');
    await focusIs(page, 'Add a step: Search');
    await page.press('ArrowRight');
    await focusIs(page, 'Add a step: Consideration');
    await page.press('ArrowUp');
    await focusIs(page, 'Edit: Consideration');
    await page.press('ArrowUp'); // nothing is above
    await focusIs(page, 'Edit: Consideration');
    await page.close();
  });

  test('a stage is moved to the end, renamed and removed, and the focus stays at work', async () => {
    const page = await open();
    await tabTo(page, 'Edit: Disposal');
    await page.press('Enter');
    await tabTo(page, 'Name of the stage (English)');
    await page.press('End');
    await page.type('2');
    await tabTo(page, 'Move later');
    await page.press('Enter');
    await page.waitFor(() =>
      document.querySelector('.stage-column:last-child h2')?.textContent?.startsWith('Dispo'),
    );
    // It is the last now: what moved it there is asleep, and its neighbour has the focus.
    await focusIs(page, '← Move earlier');
    await page.press('Enter');
    await page.waitFor(
      'document.querySelector(".stage-column:last-child h2").textContent === "Gift"',
    );
    await focusIs(page, '← Move earlier');
    await page.press('Enter');
    await focusIs(page, '← Move earlier');
    expect((await order(page)).slice(-3)).toEqual(['Disposal2', 'After-service', 'Gift']);

    await tabTo(page, 'Edit: Gift');
    await page.press('Enter');
    await tabTo(page, 'Remove the stage');
    await page.press('Enter');
    await focusIs(page, 'Edit: After-service');
    expect(await order(page)).not.toContain('Gift');
    await page.close();
  });

  test('places and reasons of a touchpoint are added and removed, and the focus stays among them', async () => {
    const page = await open('touchpoints/search/results');
    await tabTo(page, '+ Add a place');
    await page.press('Enter');
    await focusIs(page, 'Place');
    await tabTo(page, '+ Add a place');
    await page.press('Enter');
    await focusIs(page, 'Place');
    await tabTo(page, 'Remove: Place 2');
    await page.press('Enter');
    await focusIs(page, 'Remove: Place 1');
    await page.press('Enter');
    await focusIs(page, '+ Add a place');
    await tabTo(page, '+ Add a reason');
    await page.press('Enter');
    await focusIs(page, 'Reason');
    await tabTo(page, 'Remove: Reason 1');
    await page.press('Enter');
    await focusIs(page, '+ Add a reason');
    await page.close();
  });
});
