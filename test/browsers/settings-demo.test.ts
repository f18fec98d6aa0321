// The demo shop has a page of which nobody has said what it is. The team says it, on the page itself.
import type { SiteSettings } from '@wayfelt/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, type Browser } from '../support/browsers.js';
import { reportWhere, startCollector, type RunningCollector } from '../support/collector.js';
import { choose, fill, LABELLER, press, says } from '../support/labeller.js';

let collector: RunningCollector;
/** Two people: what one browser keeps, the other does not know. */
let team: Browser;
let visitor: Browser;

const api = async <T>(path: string, method: string, sent?: object): Promise<T> => {
  const token = collector.signIn.split('token=')[1];
  const response = await fetch(`${collector.origin}${path}?site=demo`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
  return answer as T;
};

/** Changes what the demo came with. */
const change = async (to: (now: SiteSettings) => Partial<SiteSettings>): Promise<void> => {
  const { version, settings } = await api<{ version: number; settings: SiteSettings }>(
    '/v1/settings',
    'GET',
  );
  const changed = { ...settings, ...to(settings) };
  await api('/v1/settings', 'PUT', { base: version, settings: changed, publish: true });
};

beforeAll(async () => {
  collector = await startCollector({ demo: true });
  [team, visitor] = await Promise.all([openBrowser('chromium'), openBrowser('chromium')]);
  const home = `${collector.shop}stories.html`;
  await change((now) => ({ home, asking: { ...now.asking, quietMs: 0 } }));
});
afterAll(async () => {
  await Promise.all([team?.close(), visitor?.close()]);
  await collector?.end();
});

test('a page of the demo shop gets a stage, its question, and a name in the dashboard', async () => {
  const theirs = await visitor.newPage();
  await theirs.goto(`${collector.shop}stories.html`);
  await theirs.waitFor('"explain" in (window.wayfelt ?? {})');
  expect(await theirs.evaluate('wayfelt.explain().then(({ stage }) => stage ?? null)')).toBeNull();

  const { address } = await api<{ address: string }>('/v1/settings/label', 'POST', {});
  const page = await team.newPage();
  await page.goto(address);
  await page.see(`${LABELLER} >>> .now`);
  await says(page, 'no stage yet');
  await choose(page, 'consideration');
  await press(page, '/demo/stories.html');
  await press(page, 'These pages are in this stage');
  await says(page, 'of the rule');
  await press(page, 'Touchpoints');
  await press(page, 'Pick an element');
  await page.click('#stories h2');
  await fill(page, 'Name', 'Stories of homes');
  await fill(page, 'Seconds after', '0');
  await fill(page, 'The question', 'How did these stories feel?');
  await press(page, 'Save');
  await press(page, 'Publish');
  await press(page, 'Publish to all visitors');
  await says(page, 'is live');

  // A page view later the browser has the settings that it fetched meanwhile.
  await theirs.goto(`${collector.shop}search.html`);
  await theirs.goto(`${collector.shop}stories.html`);
  await theirs.see('wayfelt-question >>> input[value="8"]');
  expect(
    await theirs.evaluate('document.querySelector("wayfelt-question").shadowRoot.textContent'),
  ).toContain('How did these stories feel?');
  await theirs.click('wayfelt-question >>> input[value="8"]');

  const report = await reportWhere(collector, 'demo', ({ stages }) =>
    stages.some(({ felt }) => felt.all.n > 0),
  );
  const consideration = report.stages.find(({ stage }) => stage === 'consideration');
  expect(consideration?.felt.prospects.levels).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);

  const marketer = await team.newPage();
  await marketer.goto(collector.signIn);
  await marketer.see('main h1');
  await marketer.goto(`${collector.origin}/#/touchpoints?site=demo`);
  await marketer.waitFor('document.querySelector("main").textContent.includes("Stories of homes")');
});

test('where no comment is wanted, the question has no field for words', async () => {
  // A touchpoint that nobody has rated: of others only some visitors are asked, by lot.
  const unrated = {
    id: 'search/unrated',
    stage: 'search',
    places: [{ by: 'page', match: '/demo/search.html' }],
    ask: { on: true, delayMs: 0 },
  } as const;
  await change(({ touchpoints }) => ({
    privacy: { consent: 'implied', comments: false },
    touchpoints: [...touchpoints, unrated],
  }));

  const browser = await openBrowser('chromium');
  try {
    const page = await browser.newPage();
    await page.goto(`${collector.shop}search.html`);
    await page.click('wayfelt-question >>> input[value="8"]');
    await page.see('wayfelt-question >>> .chosen ~ .more');
    const fields = await page.evaluate(
      'document.querySelector("wayfelt-question").shadowRoot.querySelectorAll("textarea").length',
    );
    expect(fields).toBe(0);
  } finally {
    await browser.close();
  }
});
