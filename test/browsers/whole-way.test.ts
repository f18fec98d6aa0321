// From the script tag to what a marketer reads: built files, real browsers, the page on one origin and the
// collector, a process of its own, on another.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PlaceFigures, Report } from '@wayfelt/report';
import { ENGINES, openBrowser, type Browser, type Page } from '../support/browsers.js';
import { reportWhere, startCollector, type RunningCollector } from '../support/collector.js';
import { startSite, type Site } from '../support/site.js';

const QUESTION = 'wayfelt-question';
const face = (level: number) => `${QUESTION} >>> input[value="${level}"]`;

const stageOf = (report: Report, stage: string): PlaceFigures => {
  const found = report.stages.find((place) => place.stage === stage);
  if (!found) throw new Error(`no stage ${stage} in the report`);
  return found;
};
const ratedBy = (report: Report, stage: string) => ({
  prospects: stageOf(report, stage).felt.prospects.n,
  customers: stageOf(report, stage).felt.customers.n,
});
const ratings = (report: Report) => report.stages.reduce((sum, { felt }) => sum + felt.all.n, 0);

const ask = (page: Page, touchpoint: string) =>
  page.evaluate((name: string) => {
    const { wayfelt } = window as unknown as { wayfelt: { ask(name: string): void } };
    void wayfelt.ask(name);
  }, touchpoint);
const delivered = async (page: Page) =>
  expect(await page.evaluate('wayfelt.flush()')).toMatchObject({ waiting: 0 });
const scriptIsThere = (page: Page) => page.waitFor('"wayfelt" in window');

describe.each(ENGINES)('the whole way in %s', (engine) => {
  let browser: Browser;
  let collector: RunningCollector;
  let site: Site;
  let apart: Site;
  let thanked: Site;
  beforeAll(async () => {
    collector = await startCollector();
    site = await startSite(collector.origin, 'data-site="shop" data-stage="search"', {
      '/search': '<h1>Results</h1>',
      '/': '<h1>Hello again</h1>',
    });
    apart = await startSite(collector.origin, 'data-site="apart" data-stage="search"', {
      '/apart': '<h1>Results</h1>',
    });
    thanked = await startSite(collector.origin, 'data-site="thanked" data-locale="en"', {
      '/search': '<h1>Results</h1>',
    });
    browser = await openBrowser(engine);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.end();
    await thanked?.end();
    await apart?.end();
    await collector?.end();
  });

  test('a rating in search survives the tab that is closed at once, and counts once', async () => {
    const stays = await browser.newPage(); // a browser whose last tab closes goes with it
    const first = await browser.newPage();
    await first.goto(`${site.origin}/search`);
    await scriptIsThere(first);
    await ask(first, 'search/results');
    await first.click(face(3));
    await first.close();

    await stays.goto(`${site.origin}/`);
    await scriptIsThere(stays);
    const report = await reportWhere(collector, 'shop', (report) => ratings(report) > 0);
    expect(ratedBy(report, 'search')).toEqual({ prospects: 1, customers: 0 });
    expect(stageOf(report, 'search').felt.prospects.levels).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
    await delivered(stays); // whatever the second visit still had to say cannot count it again
    expect(ratings(await collector.report('shop'))).toBe(1);
  });

  test('thanks are plain where the collector has the answer', async () => {
    const page = await browser.newPage();
    await page.goto(`${thanked.origin}/search`);
    await scriptIsThere(page);
    await ask(page, 'search/results');
    await page.click(face(7));
    const inQuestion = (selector: string) =>
      `document.querySelector('${QUESTION}').shadowRoot.querySelector('${selector}')`;
    await page.waitFor(`${inQuestion('.send')} && (${inQuestion('.send')}.click(), true)`);
    const said = await page.waitFor<string | undefined, []>(
      `/Thank you\\..+/.exec(document.querySelector('${QUESTION}').shadowRoot.textContent)?.[0]`,
    );
    expect(said).toContain('It goes to the team');
    await page.close();
  });

  test('a dead collector in between loses nothing', async () => {
    const page = await browser.newPage();
    await page.goto(`${apart.origin}/apart`);
    await scriptIsThere(page);
    await ask(page, 'search/filter');
    await page.see(face(7));
    await collector.stop('SIGKILL');
    await page.click(face(7));
    await page.waitFor(
      (element: string) =>
        document.querySelector(element)?.shadowRoot?.querySelector('input:checked') !== null,
      QUESTION,
    );
    await page.reload();
    await collector.start();
    await page.goto(`${apart.origin}/apart`);
    await scriptIsThere(page);
    const report = await reportWhere(collector, 'apart', (report) => ratings(report) > 0);
    expect(stageOf(report, 'search').felt.prospects.levels).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    await delivered(page);
    expect(ratings(await collector.report('apart'))).toBe(1);
  });
});

const BEFORE_PURCHASE = ['awareness', 'search', 'consideration'];
const AFTER_PURCHASE = ['delivery', 'installation', 'use', 'after-service', 'disposal'];

describe.each(['', 'ko/'])('the demo shop at /demo/%s', (folder) => {
  let browser: Browser;
  let collector: RunningCollector;
  beforeAll(async () => {
    collector = await startCollector({ demo: true });
    browser = await openBrowser('chromium');
  });
  afterAll(async () => {
    await browser?.close();
    await collector?.end();
  });

  test('is clicked through in all nine stages, and buying makes a customer', async () => {
    const page = await browser.newPage();
    await page.resize(1280, 900);
    const goTo = async (file: string) => {
      await page.click(`onbit-footer a[href="${file}"]`);
      await arriveAt(file);
    };
    const arriveAt = async (file: string) => {
      await page.waitFor((name: string) => location.pathname.endsWith(name), `/${folder}${file}`);
      await page.waitFor('document.readyState === "complete" && !("q" in wayfelt)');
      await page.see('onbit-footer a');
    };

    await page.goto(`${collector.shop}${folder}`);
    await page.waitFor('document.readyState === "complete" && !("q" in wayfelt)');
    await goTo('search.html');
    await page.click('[name=q]');
    await page.type('dal');
    await goTo('compare.html');
    await page.click('#reveal');
    await page.click('a[href="checkout.html?lamp=dal"]');
    await arriveAt('checkout.html');
    for (const field of ['name', 'tel', 'address']) {
      await page.click(`[name=${field}]`);
      await page.type('Haneul 1');
    }
    await page.click('#buy');
    await arriveAt('thanks.html');
    for (const file of ['delivery.html', 'installation.html', 'my.html']) await goTo(file);
    await page.click('a[href="my.html?view=evenings"]');
    await page.see('#bedtime');
    for (const file of ['help.html', 'recycling.html']) await goTo(file);

    const met = (report: Report, stage: string) => stageOf(report, stage).funnel;
    const report = await reportWhere(
      collector,
      'demo',
      (report) => met(report, 'disposal').customers.met > 0,
    );
    for (const stage of BEFORE_PURCHASE) {
      expect([stage, met(report, stage).prospects.met > 0]).toEqual([stage, true]);
      expect([stage, met(report, stage).customers.met]).toEqual([stage, 0]);
    }
    expect(met(report, 'purchase').prospects.met).toBeGreaterThan(0);
    for (const stage of AFTER_PURCHASE) {
      expect([stage, met(report, stage).prospects.met]).toEqual([stage, 0]);
      expect([stage, met(report, stage).customers.met > 0]).toEqual([stage, true]);
    }
    await page.close();
  });

  test('a rating given there is on the open dashboard within five seconds', async () => {
    const dashboard = await openBrowser('chromium');
    const marketer = await dashboard.newPage();
    await marketer.resize(1280, 900);
    await marketer.goto(collector.signIn);
    await marketer.see('main');

    const visitor = await browser.newPage();
    await visitor.goto(`${collector.shop}${folder}search.html`);
    await visitor.waitFor('!("q" in wayfelt)');
    const comment = `${folder} the filter forgot my room`.trim();
    await visitor.evaluate((comment: string) => {
      const { wayfelt } = window as unknown as { wayfelt: { rate(rating: object): Promise<void> } };
      return wayfelt.rate({ touchpoint: 'search/filter', level: 3, comment });
    }, comment);
    const said = Date.now();
    await marketer.waitFor((text: string) => document.body.innerText.includes(text), comment);
    expect(Date.now() - said).toBeLessThan(5_000);
    await visitor.close();
    await dashboard.close();
  });
});
