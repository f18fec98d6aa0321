/** The dashboard as a person sees it, of a collector of its own whose site `shop` has answers. */
import { openBrowser, type Page } from './browsers.js';
import { startCollector, type RunningCollector } from './collector.js';
import { answersOf, sendRecords } from './dashboard-answers.js';

export const SITE = 'shop';

export interface DashboardScreen {
  collector: RunningCollector;
  page: Page;
  /** Goes to another address of the open page: `#/gap?days=365`. */
  open(hash: string): Promise<void>;
  /** Resolves once the page says so. */
  says(text: string): Promise<boolean>;
  end(): Promise<void>;
}

/** Chromium, 1280 pixels wide, not signed in. Default of `answers`: those of `answersOf`. */
export const openDashboard = async (
  answers: readonly object[] = answersOf(Date.now()),
): Promise<DashboardScreen> => {
  const collector = await startCollector();
  await sendRecords(collector.origin, SITE, answers);
  const browser = await openBrowser('chromium');
  const page = await browser.newPage();
  await page.resize(1280, 900);
  return {
    collector,
    page,
    async open(hash) {
      await page.evaluate((to: string) => {
        location.hash = to;
      }, hash);
    },
    says: (text) =>
      page.waitFor((wanted: string) => document.body.innerText.includes(wanted), text),
    async end() {
      await browser.close();
      await collector.end();
    },
  };
};

/** The same, signed in, with the Journey on the screen. */
export const openSignedIn = async (answers?: readonly object[]): Promise<DashboardScreen> => {
  const screen = await openDashboard(answers);
  await screen.page.goto(screen.collector.signIn);
  await screen.page.see('main .journey');
  return screen;
};
