/** The screen shows the numbers of the API, follows its address, and hears of new answers. */
import type { Report } from '@wayfelt/report';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, type Page } from '../support/browsers.js';
import type { RunningCollector } from '../support/collector.js';
import { answersOf, sendRecords } from '../support/dashboard-answers.js';
import { openSignedIn, SITE, type DashboardScreen } from '../support/dashboard-screen.js';

let screen: DashboardScreen;
let collector: RunningCollector;
let page: Page;

beforeAll(async () => {
  screen = await openSignedIn();
  ({ collector, page } = screen);
});

afterAll(() => screen?.end());

/** What browsers call a slow 3G network. Bytes a second, and milliseconds. */
const SLOW = { download: 50_000, upload: 50_000, latency: 400 };

const open = (hash: string): Promise<void> => screen.open(hash);

const tableOf = (): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.behind table tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
    ),
  );

/** The table behind the chart is made when it is opened; opens it, and waits for so many rows. */
const openTable = async (rows: number): Promise<void> => {
  await page.see('main .journey');
  await page.waitFor((wanted: number) => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>('.behind'))
      if (!details.classList.contains('also')) details.open = true;
    return document.querySelectorAll('.behind table tbody tr').length === wanted;
  }, rows);
};

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** A share as the screen writes it. */
const written = (share: Report['total']['felt']['all']['positive']): string =>
  share.share === null
    ? share.n === 0
      ? 'No answers'
      : `Too few to show: ${share.n}`
    : `${percent(share.share)} (${Math.round((share.low ?? 0) * 100)}–${percent(share.high ?? 1)})`;

describe('one touchpoint', () => {
  test('shows each reason with its share of the answers with reasons, by standing', async () => {
    await open('#/touchpoint/search/results?days=365');
    await page.see('main table');
    const report = await collector.report(SITE);
    const figures = report.reasons.filter(({ touchpoint }) => touchpoint === 'search/results');
    const of = (standing: string, reason: string) =>
      figures
        .find((one) => one.standing === standing)
        ?.reasons.find((one) => one.reason === reason);
    const expected = ['slow', 'unclear'].map((reason) => {
      const all = of('all', reason);
      if (!all) throw new Error(`nobody chose ${reason}`);
      return [
        reason,
        written(all.share),
        ...['prospect', 'customer'].map((standing) => {
          const one = of(standing, reason);
          return one ? written(one.share) : '–';
        }),
        written(all.negative),
      ];
    });
    await page.waitFor(() => document.body.textContent?.includes('Reasons given') === true);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('[aria-label$="Reasons given"] tbody tr')].map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''),
      ),
    );
    expect(shown).toEqual(expected);
  });
});

describe('the journey', () => {
  test('shows n, shares, intervals and levels exactly as the report has them', async () => {
    await open('#/journey?days=365');
    await openTable(18);
    const report = await collector.report(SITE);
    const expected = report.stages.flatMap((stage) =>
      (['prospects', 'customers'] as const).map((standing) => {
        const felt = stage.felt[standing];
        return [
          String(felt.n),
          written(felt.positive),
          written(felt.negative),
          ...felt.levels.map(String),
          String(stage.funnel[standing].met),
        ];
      }),
    );
    expect((await tableOf()).map((row) => row.slice(2))).toEqual(expected);
  });

  test('draws no figure where fewer than five have answered', async () => {
    const report = await collector.report(SITE);
    const few = report.stages.filter(({ felt }) => felt.prospects.n > 0 && felt.prospects.n < 5);
    expect(few.length).toBeGreaterThan(0);
    // many marks are one shape
    const marks = await page.evaluate(() =>
      [...document.querySelectorAll('.line-first.lines .curve ~ .mark')]
        .map((mark) => mark.getAttribute('d')?.match(/M/g)?.length ?? 0)
        .reduce((sum, n) => sum + n, 0),
    );
    expect(marks).toBe(report.stages.filter(({ felt }) => felt.prospects.n >= 5).length);
  });

  test('filters answers and what they are counted against, and says so in the address', async () => {
    await open('#/journey?days=365&standing=prospect&device=phone');
    await openTable(9);
    const token = collector.signIn.split('token=')[1];
    const answer = await fetch(
      `${collector.origin}/v1/report?site=${SITE}&standing=prospect&device=phone`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    const report = (await answer.json()) as Report;
    const rows = await tableOf();
    expect(rows.map((row) => row[2])).toEqual(
      report.stages.map(({ felt }) => String(felt.prospects.n)),
    );
    expect(rows.map((row) => row.at(-1))).toEqual(
      report.stages.map(({ funnel }) => String(funnel.prospects.met)),
    );
  });

  test.each([320, 390, 768, 1024])(
    'hides no figure behind another, %i pixels wide',
    async (width) => {
      await open('#/journey?days=365');
      await page.see('main .journey .mark-figure');
      await page.resize(width, 900);
      // drawn anew for it
      await page.waitFor(() => {
        const drawn = document.querySelector('main .journey')?.getAttribute('width');
        return Number(drawn ?? Infinity) < window.innerWidth;
      });
      const hidden = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('main .journey .mark-figure')].map(
          (figure) => ({
            text: figure.textContent,
            box: figure.getBoundingClientRect(),
          }),
        );
        return boxes.flatMap(({ text, box }, index) =>
          boxes
            .slice(index + 1)
            .filter(
              ({ box: other }) =>
                box.left < other.right &&
                other.left < box.right &&
                // the digits themselves are lower than their line
                box.top + 4 < other.bottom - 4 &&
                other.top + 4 < box.bottom - 4,
            )
            .map((other) => `${text} and ${other.text}`),
        );
      });
      expect(hidden).toEqual([]);
      await page.resize(1280, 900);
    },
  );

  test('is walked through by keyboard, stage by stage', async () => {
    await open('#/journey?days=365');
    await page.see('a.column');
    await page.evaluate(() => document.querySelector<SVGAElement>('a.column')?.focus());
    await page.press('ArrowRight');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-stage'));
    expect(focused).toBe('search');
    await page.press('Enter');
    await page.waitFor(
      () => location.hash.startsWith('#/touchpoints') && document.querySelector('.ranking'),
    );
    expect(await page.evaluate(() => location.hash)).toContain('stage=search');
  });

  test.each([
    ['', null],
    [' on a slow phone network', SLOW],
  ])(
    'shows a new answer within five seconds of its storage, without a reload%s',
    async (_, network) => {
      await page.puppet?.emulateNetworkConditions(network);
      await open('#/journey?days=28');
      await page.see('.live-live');
      await page.evaluate(() => {
        Object.assign(window, { stillHere: true });
      });
      const comment = network ? 'said far out' : 'said just now';
      const [one] = answersOf(Date.now()).filter(({ type }) => type === 'rating');
      const id = `01900000-0000-7000-8000-00000000f00${network ? 'e' : 'd'}`;
      await sendRecords(collector.origin, SITE, [{ ...one, id, at: Date.now(), comment }]);
      const stored = Date.now();
      await page.waitFor((text: string) => document.body.innerText.includes(text), comment);
      expect(Date.now() - stored).toBeLessThan(5_000);
      expect(await page.evaluate('window.stillHere')).toBe(true);
      await page.puppet?.emulateNetworkConditions(null);
    },
  );
});

describe('a shared link', () => {
  test('shows the figures to whoever has it, and lets nobody change anything', async () => {
    const token = collector.signIn.split('token=')[1];
    const answer = await fetch(`${collector.origin}/v1/shares?site=${SITE}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ days: 1 }),
    });
    const { token: share } = (await answer.json()) as { token: string };
    const other = await openBrowser('chromium');
    const guest = await other.newPage();
    await guest.goto(`${collector.origin}/#/journey?days=365&site=${SITE}&share=${share}`);
    await guest.see('main .journey');
    expect(await guest.url()).not.toContain('share=');
    const links = await guest.evaluate(() =>
      [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href')),
    );
    expect(links.some((href) => href?.startsWith('#/settings'))).toBe(false);
    expect(await guest.evaluate(() => document.querySelectorAll('.voice').length)).toBe(0);
    await guest.goto(`${collector.origin}/#/settings?site=${SITE}`);
    await guest.waitFor(() => document.body.innerText.includes('This is not open to you'));
    await other.close();
  });
});
