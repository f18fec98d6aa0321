/** What a team does with two slices, and with single comments. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from '../support/browsers.js';
import { openSignedIn, type DashboardScreen } from '../support/dashboard-screen.js';

let screen: DashboardScreen;
let page: Page;

beforeAll(async () => {
  screen = await openSignedIn();
  ({ page } = screen);
});

afterAll(() => screen?.end());

const open = (hash: string): Promise<void> => screen.open(hash);

test('says in a sentence whether prospects feel worse than customers', async () => {
  await open('#/compare?days=365&standing=prospect&vs-standing=customer&vs=same');
  await page.waitFor(() => document.querySelector('.verdict-words:not([aria-busy]) .sentence'));
  const said = await page.evaluate(() => document.querySelector('.verdict-words')?.textContent);
  expect(said).toContain('worse than the second');
  expect(said).toMatch(/Of 100 pairs .* in \d+ \(95% interval \d+ to \d+\)/);
});

test('says that slices which share answers are not compared', async () => {
  await open('#/compare?days=365&vs-standing=customer&vs=same');
  await page.waitFor(() =>
    document.querySelector('p.verdict-words')?.textContent?.includes('share answers'),
  );
});

test('opens the path behind a comment, and keeps the tag that the team sets', async () => {
  await open('#/voices?days=365');
  await page.waitFor(() => document.querySelector('details.path summary'));
  await page.evaluate(() => document.querySelector<HTMLElement>('details.path summary')?.click());
  await page.waitFor(() => document.querySelector('.steps [aria-current]'));
  expect(await page.evaluate(() => document.querySelector('.steps')?.textContent)).not.toContain(
    'visitor-',
  );
  await page.click('.voice-tags button');
  await page.see('.voice-tags input');
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.voice-tags input');
    if (!input) return;
    input.value = 'oak';
    input.form?.requestSubmit();
  });
  await page.waitFor(() =>
    document.querySelector('.voice-tags .tag')?.textContent?.includes('oak'),
  );
  await open('#/voices?days=365&tag=oak');
  await page.waitFor(() => document.querySelectorAll('.voice').length === 1);
});
