/** What a reader chose for this browser holds: the page says it before anything of it has run. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSignedIn, type DashboardScreen } from '../support/dashboard-screen.js';

let screen: DashboardScreen;

beforeAll(async () => {
  screen = await openSignedIn();
});

afterAll(() => screen?.end());

/** As the collector sends it to this browser. */
const sent = (): Promise<{ language?: string; appearance?: string }> =>
  screen.page.evaluate(async () => {
    const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
    return { ...page.documentElement.dataset };
  });

test('nothing is said of who has chosen nothing', async () => {
  expect(await sent()).toEqual({ language: '', appearance: '' });
  expect(await screen.page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('the language and the appearance are those that were chosen, also the next time', async () => {
  const { page } = screen;
  await page.see('.switch [lang="ko"]');
  await page.evaluate(() => document.querySelector<HTMLElement>('.switch [lang="ko"]')?.click());
  await screen.says('여정');
  await page.see('.appearance select');
  await page.evaluate(() => {
    const choice = document.querySelector<HTMLSelectElement>('.appearance select');
    if (!choice) throw new Error('there is no choice of the appearance');
    choice.value = 'dark';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(await sent()).toEqual({ language: 'ko', appearance: 'dark' });
  await page.reload();
  await page.see('main .journey');
  await screen.says('여정');
  expect(
    await page.evaluate(() => {
      const { lang, dataset } = document.documentElement;
      return [lang, dataset['appearance'], getComputedStyle(document.body).colorScheme];
    }),
  ).toEqual(['ko', 'dark', 'dark']);
});

test('what is no choice is not written into the page', async () => {
  await screen.page.evaluate(() => {
    document.cookie = 'wayfelt_language="><script>; Path=/';
    document.cookie = 'wayfelt_appearance=loud; Path=/';
  });
  expect(await sent()).toEqual({ language: '', appearance: '' });
});
