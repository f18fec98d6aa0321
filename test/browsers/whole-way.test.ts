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
const ratings = (report: Report) =>
  report.stages.reduce((sum, { felt }) => sum + felt.all.n, 0);

const ask = (page: Page, touchpoint: string) =>
  page.evaluate((name: string) => {
    const { wayfelt } = window as unknown as { wayfelt: { ask(name: string): void } };
    void wayfelt.ask(name);
  }, touchpoint);
const scriptIsThere = (page: Page) => page.waitFor('"wayfelt" in window');

describe.each(ENGINES)('the whole way in %s', (engine) => {
  let browser: Browser;
  let collector: RunningCollector;
  let site: Site;
  beforeAll(async () => {
    collector = await startCollector();
    site = await startSite(collector.origin, 'data-site="shop" data-stage="search"', {
      '/search': '<h1>Results</h1>',
      '/': '<h1>Hello again</h1>',
    });
    browser = await openBrowser(engine);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.end();
    await collector?.end();
  });

  test('a rating in search survives the tab that is closed at once, and counts once', async () => {
    const first = await browser.newPage();
    const stays = await browser.newPage();
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
    expect(ratings(report)).toBe(1);
    await stays.close();
  });
});
