/** Where little is known the screen claims little, and says why it is empty. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '../support/browsers.js';
import { answersOf } from '../support/dashboard-answers.js';
import { openSignedIn, type DashboardScreen } from '../support/dashboard-screen.js';

const FEW = 'search/by-photo';

let screen: DashboardScreen;
let page: Page;

beforeAll(async () => {
  const answers = answersOf(Date.now());
  const [rating] = answers.filter(({ type }) => type === 'rating');
  screen = await openSignedIn([
    ...answers,
    { ...rating, id: '01900000-0000-7000-8000-00000000fe01', stage: 'search', touchpoint: FEW },
  ]);
  ({ page } = screen);
});

afterAll(() => screen?.end());

const open = (hash: string): Promise<void> => screen.open(hash);
const says = (text: string): Promise<boolean> => screen.says(text);

test('draws no part of a service standard where fewer than five have answered', async () => {
  await open('#/touchpoints?days=365&show=standards&order=steps');
  await page.see(`.row a[href*="${FEW}"]`);
  const parts = await page.evaluate(
    (few: string) =>
      [...document.querySelectorAll('li.row:has(a)')].map((row) => ({
        few: row.querySelector('a')?.getAttribute('href')?.includes(few),
        parts: row.querySelectorAll('.row-bar svg [class^="zone-fill"]').length,
      })),
    FEW,
  );
  expect(parts.filter(({ few }) => few).map((row) => row.parts)).toEqual([0]);
  expect(Math.max(...parts.map((row) => row.parts))).toBeGreaterThan(1);
});

test('marks a share of fewer than thirty answers hollow, and says what hollow means', async () => {
  await open('#/touchpoints?days=365');
  await page.see('.row-share .mark-hollow');
  await says('Hollow: fewer than 30 answers');
});

test('does not say that no difference was shown where there was nothing to compare', async () => {
  await open(`#/touchpoint/${FEW}?days=365`);
  await says('Those who answered, and everyone else');
  await says('too few to compare');
  expect(
    await page.evaluate(() => document.body.innerText.includes('no difference was shown')),
  ).toBe(false);
});

test('says of a period without answers that it has none, not that outcomes were never sent', async () => {
  await open('#/outcomes?from=2020-01-01&to=2020-01-02');
  await says('No answers here');
  await open('#/voices?from=2020-01-01&to=2020-01-02');
  await says('nobody wrote a comment');
});

test('legends name only the lines that are drawn', async () => {
  await open('#/journey?days=365&standing=prospect');
  await page.waitFor(() => document.querySelectorAll('.journey .curve').length === 1);
  const names = await page.evaluate(
    () => document.querySelector('.drawing .legend')?.textContent ?? '',
  );
  expect(names).toContain('Prospects');
  expect(names).not.toContain('Customers');
});

test('leaves every stage in reach when one is chosen', async () => {
  await open('#/touchpoints?days=365&stage=search');
  await page.waitFor(() => document.querySelectorAll('.crumbs a').length === 10);
});

test('opens every menu within the window of a phone', async () => {
  await page.resize(390, 844);
  await open('#/touchpoint/search/results?days=365');
  await page.waitFor(() => document.querySelectorAll('.chart details.menu').length > 2);
  await page.waitFor(() => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu'))
      menu.open = true;
    return [...document.querySelectorAll('details.menu')].every((menu) => menu.children[1]);
  });
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('details.menu > :not(summary)')]
      .map((menu) => menu.getBoundingClientRect())
      .filter(({ left, right }) => left < 0 || right > document.documentElement.clientWidth),
  );
  expect(beyond).toEqual([]);
});
