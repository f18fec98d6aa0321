// Without a deployment: a team member names a page and a step of it on the site itself and publishes; the next
// visitor is in the new stage and is asked the new question; the marketer reads it under the new name.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, wrap, type Browser } from '../support/browsers.js';
import { reportWhere, startCollector, type RunningCollector } from '../support/collector.js';
import { choose, fill, LABELLER, press, says } from '../support/labeller.js';
import { startSite, type Site } from '../support/site.js';

const GUIDE = `<main><h1>Which lamp fits?</h1>
  <p>Think of the room first, then of the table.</p>
  <section id="guide"><h2>Our guide</h2><p>Three questions, and you know.</p></section></main>`;

let collector: RunningCollector;
let site: Site;
/** Two people: what one browser keeps, the other does not know. */
let team: Browser;
let visitor: Browser;

const api = async <T>(path: string, method: string, sent: object): Promise<T> => {
  const token = collector.signIn.split('token=')[1];
  const response = await fetch(`${collector.origin}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(sent),
  });
  return (await response.json()) as T;
};

beforeAll(async () => {
  collector = await startCollector();
  site = await startSite(collector.origin, 'data-site="lamps"', { '/guide/rooms': GUIDE });
  [team, visitor] = await Promise.all([openBrowser('chromium'), openBrowser('chromium')]);
  await api('/v1/settings?site=lamps', 'PUT', {
    base: 0,
    settings: { home: `${site.origin}/guide/rooms`, asking: { quietMs: 0 } },
    publish: true,
  });
});
afterAll(async () => {
  await Promise.all([team?.close(), visitor?.close()]);
  await site?.end();
  await collector?.end();
});

test('a page is labelled, published, asked about, and read', async () => {
  const marketer = await team.newPage();
  await marketer.goto(collector.signIn);
  await marketer.see('main h1');
  await marketer.goto(`${collector.origin}/#/settings/journey?site=lamps`);
  const opened = marketer.puppet
    ?.browser()
    .waitForTarget((tab) => tab.url().startsWith(site.origin));
  await marketer.click('.label-pages .primary');
  const tab = await (await opened)?.page();
  if (!tab) throw new Error('no tab was opened');
  const page = wrap(tab);
  await page.see(`${LABELLER} >>> .now`);
  expect(await page.url()).toBe(`${site.origin}/guide/rooms`);

  await says(page, 'no stage yet');
  await choose(page, 'consideration');
  await press(page, '/guide/*');
  await press(page, 'These pages are in this stage');
  await says(page, 'of the rule');
  await says(page, 'Consideration');

  await press(page, 'Touchpoints');
  await press(page, 'Pick an element');
  await page.click('#guide');
  await fill(page, 'Name', 'Lamp guide');
  await fill(page, 'Seconds after', '0');
  await fill(page, 'The question', 'How did our guide feel?');
  await press(page, 'Try the question');
  await page.see('wayfelt-question >>> input[value="2"]');
  await page.click('wayfelt-question >>> input[value="2"]');
  await page.press('Escape'); // to the thanks
  await page.press('Escape');
  await page.waitFor('!document.querySelector("wayfelt-question")');
  await press(page, 'Save');
  await press(page, 'Publish');
  await press(page, 'Publish to all visitors');
  await says(page, 'is live');

  const theirs = await visitor.newPage();
  await theirs.goto(`${site.origin}/guide/rooms`);
  await theirs.see('wayfelt-question >>> input[value="7"]');
  expect(
    await theirs.evaluate('document.querySelector("wayfelt-question").shadowRoot.textContent'),
  ).toContain('How did our guide feel?');
  await theirs.click('wayfelt-question >>> input[value="7"]');

  const report = await reportWhere(collector, 'lamps', ({ stages }) =>
    stages.some(({ felt }) => felt.all.n > 0),
  );
  const consideration = report.stages.find(({ stage }) => stage === 'consideration');
  // Only the visitor's answer: what the team tried is not in it.
  expect(consideration?.felt.prospects.levels).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);

  await marketer.goto(`${collector.origin}/#/touchpoints?site=lamps`);
  await marketer.waitFor('document.querySelector("main").textContent.includes("Lamp guide")');
});

test('the tab stays a labelling one over page views, and leaves no trace when it ends', async () => {
  const { address } = await api<{ address: string }>('/v1/settings/label?site=lamps', 'POST', {});
  const page = await team.newPage();
  await page.goto(address);
  await page.see(`${LABELLER} >>> .now`);
  await page.reload();
  await page.see(`${LABELLER} >>> .now`);
  await says(page, 'Consideration');
  await press(page, 'Asking');
  await says(page, 'Lamp guide');
  await press(page, 'Stop labelling');
  await page.reload();
  await page.waitFor('"wayfelt" in window');
  expect(await page.evaluate('document.querySelector("wayfelt-labeller")')).toBeNull();
  await page.close();
});
