/** Whatever the address says, the screen says what became of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../support/browsers.js';
import type { RunningCollector } from '../support/collector.js';
import { openDashboard, type DashboardScreen } from '../support/dashboard-screen.js';

let screen: DashboardScreen;
let collector: RunningCollector;
let page: Page;

beforeAll(async () => {
  screen = await openDashboard();
  ({ collector, page } = screen);
});

afterAll(() => screen?.end());

/** As if the address had been typed: a new page. */
const open = async (hash: string): Promise<void> => {
  await page.goto('about:blank');
  await page.goto(`${collector.origin}/${hash}`);
};
const says = (text: string): Promise<boolean> => screen.says(text);

/** Puts the cursor into the token's field and the text with it. */
const paste = async (text: string): Promise<void> => {
  await page.click('.sign-in input');
  await page.evaluate((given: string) => {
    const field = document.querySelector<HTMLInputElement>('.sign-in input');
    if (field) field.value = given;
  }, text);
  await page.press('Enter');
};

describe('a sign-in link', () => {
  test('with a wrong token says so, and what to do', async () => {
    await open('#token=of-another-collector');
    await says('This sign-in link is not valid');
    await says('Copy the whole line');
    expect(await page.url()).not.toContain('token=');
  });

  test('of which nothing is typed right says so too', async () => {
    await paste('nonsense');
    await page.see('.sign-in .wrong');
    await says('after #token=');
  });

  test('pasted whole into the field signs in, and the team may share', async () => {
    await paste(collector.signIn);
    await page.see('main .journey');
    await says('Share');
  });
});

describe('an address', () => {
  test('of no screen says so, with a way back', async () => {
    await open('#/nowhere');
    await says('There is no such screen');
    await page.click('main a.onward');
    await page.see('main .journey');
  });

  test('with values that cannot be has notes, and the figures all the same', async () => {
    await open('#/journey?days=banana&standing=martian&site=shop');
    await page.see('main .journey');
    await says('Period “banana”');
    await says('Standing “martian”');
    await page.click('.misread li:first-child button');
    await page.waitFor(() => !location.hash.includes('banana'));
    await says('Standing “martian”');
  });

  test('of a site that nobody knows names those that there are', async () => {
    await open('#/journey?site=no-such-shop');
    await says('Sites with records: shop.');
  });

  test('of a touchpoint, language or source that no visitor brought says so', async () => {
    await open('#/journey?days=365&touchpoint=no/such/step&locale=xx&source=nowhere.example');
    await says('touchpoint “no/such/step”');
    await says('language “xx”');
    await says('source “nowhere.example”');
    await open('#/journey?days=365&touchpoint=search/results&locale=ko&source=search');
    await page.see('main .journey');
    await page.waitFor(() => !document.querySelector('.misread'));
  });

  test('goes back and forward with the browser', async () => {
    await open('#/journey?days=365');
    await page.see('main .journey');
    await page.evaluate(() => {
      location.hash = '#/journey?days=365&standing=prospect';
    });
    await page.waitFor(() => document.querySelectorAll('.journey .curve').length === 1);
    await page.evaluate(() => history.back());
    await page.waitFor(() => document.querySelectorAll('.journey .curve').length === 2);
    await page.evaluate(() => history.forward());
    await page.waitFor(() => document.querySelectorAll('.journey .curve').length === 1);
  });
});

test('what was asked for before the code was there is taken by it, and asked for once', async () => {
  await open('#/journey?days=365&site=shop');
  await page.see('main .journey');
  const asked = await page.evaluate(() => {
    const { wayfeltEarly } = window as { wayfeltEarly?: Map<string, unknown> };
    const reports = performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/v1\/(?:report|together)\?.*parts(?:=|%3D)stages/.test(name));
    return { early: wayfeltEarly !== undefined, left: wayfeltEarly?.size, reports: reports.length };
  });
  expect(asked).toEqual({ early: true, left: 0, reports: 1 });
});

test('a screen whose code does not arrive says so, and comes with a new try', async () => {
  const puppet = page.puppet;
  if (!puppet) throw new Error('Chromium has one');
  await open('#/journey?days=365');
  await page.see('main .journey');
  let refused = true;
  await puppet.setRequestInterception(true);
  puppet.on('request', (request) => {
    if (refused && /\/chunks\/gap-/.test(request.url())) void request.abort();
    else void request.continue();
  });
  await page.click('nav a[href*="gap"]');
  await says('The collector does not answer');
  refused = false;
  await page.click('.trouble button');
  await page.see('main[data-screen="gap"] h1');
});
