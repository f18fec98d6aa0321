/** Nothing to find for axe: every screen, every state, both languages, light and dark, phone and desktop. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Browser, type Page } from '../support/browsers.js';
import { startCollector, type RunningCollector } from '../support/collector.js';
import { answersOf, sendRecords } from '../support/dashboard-answers.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = {
  journey: '.journey',
  touchpoints: '.ranking',
  'touchpoint/search/results/filter': '.blueprint',
  gap: '.state.empty',
  outcomes: '.deeds',
  voices: '.voice',
  compare: '.journey',
};
const LOOKS = [
  { language: 'en', appearance: 'light', width: 1440 },
  { language: 'ko', appearance: 'dark', width: 390 },
];

let collector: RunningCollector;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  collector = await startCollector();
  browser = await openBrowser('chromium');
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
  await collector?.end();
});

/** What axe finds, in words that name the place. */
const findings = async (): Promise<string[]> => {
  await page.evaluate(`${AXE}; 0`);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  });
};

const look = async ({ language, appearance, width }: (typeof LOOKS)[number]): Promise<void> => {
  await page.resize(width, 900);
  await page.evaluate(
    (language: string, appearance: string) => {
      document.cookie = `wayfelt_language=${language}; Path=/`;
      document.cookie = `wayfelt_appearance=${appearance}; Path=/`;
    },
    language,
    appearance,
  );
};

const open = async (hash: string, until: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${collector.origin}/${hash}`);
  await page.see(until);
};

const wide = (): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(LOOKS)('in $language, $appearance, $width pixels wide', (one) => {
  test('before signing in there is nothing to find', async () => {
    await page.goto(collector.origin);
    await page.evaluate(() => fetch('/v1/session', { method: 'DELETE' }).then(() => true));
    await look(one);
    await open('#/journey', '.sign-in');
    expect(await findings()).toEqual([]);
  });

  test('before the first answer a sample says that it is one', async () => {
    const token = collector.signIn.split('token=')[1];
    await open(`#/journey?days=365&token=${token}`, 'main .journey');
    const answered = (await collector.report('shop')).total.felt.all.n > 0;
    await open(answered ? '#/journey?site=nothing-here' : '#/journey', '[data-sample] .journey');
    expect(await findings()).toEqual([]);
  });

  test('it goes with the first real answer, without a reload', async () => {
    const answered = (await collector.report('shop')).total.felt.all.n > 0;
    if (!answered) await sendRecords(collector.origin, 'shop', answersOf(Date.now()));
    else await open('#/journey?days=365', '.journey');
    await page.waitFor(
      () => document.querySelector('.voice') && !document.querySelector('[data-sample]'),
    );
    expect(await findings()).toEqual([]);
  });

  test.each(Object.entries(SCREENS))(
    '%s has no finding, and no sideways scrolling',
    async (screen, until) => {
      await open(`#/${screen}?days=365`, until);
      expect(await findings()).toEqual([]);
      expect(await wide()).toBe(0);
    },
  );

  test('an empty period, an open dialog and open tables have no finding', async () => {
    await open('#/touchpoints?from=2020-01-01&to=2020-01-02', '.state.empty');
    expect(await findings()).toEqual([]);
    await open('#/journey?days=365', '.journey');
    await page.see('.chart > .behind');
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.behind'))
        details.open = true;
    });
    await page.see('.behind table');
    expect(await findings()).toEqual([]);
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.actions > .action:last-of-type')?.click(),
    );
    await page.see('dialog[open]');
    expect(await findings()).toEqual([]);
  });
});
