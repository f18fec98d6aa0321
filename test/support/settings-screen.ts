/** The settings in the dashboard, as a person opens them, and what axe finds there. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from './browsers.js';
import type { RunningCollector } from './collector.js';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Signs in, sets what the dashboard remembers (`language`, `appearance`, `author`), and opens a screen of a site. */
export const openSettings = async (
  browser: Browser,
  collector: RunningCollector,
  screen: string,
  remembered: { [name: string]: string } = {},
): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(collector.signIn);
  await page.see('main h1');
  await page.evaluate((all: { [name: string]: string }) => {
    for (const [name, value] of Object.entries(all))
      if (name === 'author') localStorage.setItem('wayfelt-dashboard-author', value);
      else document.cookie = `wayfelt_${name}=${value}; Path=/`;
  }, remembered);
  await page.goto(`${collector.origin}/#/settings/${screen}?site=shop`);
  await page.reload();
  await page.see('.settings-page .lead, .settings-page article');
  return page;
};

/** Every finding, with the element and what is wrong with it. Chromium only. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.puppet?.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(how: object): Promise<{
          violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
        }>;
      };
    };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary).join('\n')}`,
    );
  });
};

/** Talks to the collector as a reader of the site. */
export const readerOf =
  (collector: () => RunningCollector) =>
  async <T>(path: string, method = 'GET', sent?: object): Promise<T> => {
    const response = await fetch(`${collector().origin}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${collector().signIn.split('token=')[1]}`,
        'Content-Type': 'application/json',
      },
      ...(sent ? { body: JSON.stringify(sent) } : {}),
    });
    return (await response.json()) as T;
  };
