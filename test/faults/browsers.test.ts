// Every fault on a real wire, in real browsers, before the real collector; what counts is what its store holds.
// One browser per engine for all scenarios; each scenario is a site of its own, so none meets another's records.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, openBrowser, until, type Browser, type Page } from '../support/browsers.js';
import { createRandom } from '../support/fault-random.js';
import { startFaultServer, type Fault, type FaultServer } from '../support/fault-server.js';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server.end());

const numbered = (label: string, n: number) =>
  Array.from({ length: n }, (_, i) => `${label}${i}`).toSorted();

const storedIs = async (site: string, wanted: string[]) => {
  let found: string[] = [];
  await until(async () => {
    found = await server.stored(site);
    return found.length >= wanted.length;
  }, `${wanted.length} records of ${site} in the store`).catch(() => undefined);
  expect(found).toEqual(wanted.toSorted());
};
const requestsOf = (site: string) => server.seen.filter((request) => request.site === site);

/** What every page of ours has. */
const flush = (page: Page) =>
  page.evaluate<{ waiting: number; reason?: string }, []>('outbox.flush()');
const add = (page: Page, label: string, n: number, urgent = false) =>
  page.evaluate<string[], []>(`rateMany(${JSON.stringify(label)}, ${n}, ${urgent})`);

describe.each(ENGINES)('in %s', (engine) => {
  let browser: Browser;
  const opened: Page[] = [];
  let hanging: Page;
  const site = (name: string) => `${engine}-${name}`;
  const open = async (name: string, more?: Record<string, string>) => {
    const page = await browser.newPage();
    opened.push(page);
    await page.goto(server.page(site(name), more));
    return page;
  };
  const scenario = (name: string, run: (name: string) => Promise<void>) =>
    test(name, async () => {
      await run(name.replace(/\W+/g, '-').slice(0, 40));
      while (opened.length > 1) await opened.pop()?.close();
      await hanging.evaluate('1'); // WebDriver opens a tab only from a tab that is still there
    });

  beforeAll(async () => {
    browser = await openBrowser(engine);
    // Begun first and looked at last: a hanging request is given up after twenty seconds.
    let first = true;
    server.set(site('hanging'), () => {
      const fault = first ? 'hang' : 'pass';
      first = false;
      return fault;
    });
    hanging = await open('hanging');
    await hanging.evaluate('void rate("patience")');
  });
  afterAll(() => browser.close());

  scenario('delivers what is rated, and asks for nothing more', async (name) => {
    const page = await open(name);
    expect(await page.evaluate('rate("fine")')).toBe('kept');
    await storedIs(site(name), ['fine']);
    expect(await flush(page)).toEqual({ waiting: 0 });
    expect(requestsOf(site(name)).length).toBe(1);
    expect(await page.evaluate('told.delivered.length')).toBe(1);
  });

  scenario('begins offline, is reloaded, and delivers when it is online', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name);
    await add(page, 'offline', 3, true);
    await page.reload();
    await add(page, 'again', 2);
    expect(await flush(page)).toEqual({ waiting: 5, reason: 'network' });
    server.set(site(name), 'pass');
    await page.evaluate('dispatchEvent(new Event("online"))');
    await storedIs(site(name), [...numbered('again', 2), ...numbered('offline', 3)]);
  });

  scenario('waits out a 503, and does not ask again before Retry-After is over', async (name) => {
    server.set(site(name), { status: 503, headers: { 'Retry-After': '4' } });
    const page = await open(name);
    await page.evaluate('rate("busy")');
    const other = await open(name);
    await other.evaluate('rate("busy too")');
    expect(await flush(other)).toEqual({ waiting: 2, reason: 'silenced' });
    expect(requestsOf(site(name)).length).toBe(1);
    server.set(site(name), 'pass');
    await storedIs(site(name), ['busy', 'busy too']);
  });

  scenario('understands 429 with a date, over a reload', async (name) => {
    const date = new Date(Date.now() + 5_000).toUTCString();
    server.set(site(name), { status: 429, headers: { 'Retry-After': date } });
    const page = await open(name);
    await page.evaluate('rate("slow down")');
    await until(async () => requestsOf(site(name)).length, 'the first request');
    await page.waitFor('told.errors.length');
    await page.reload();
    await page.evaluate('rate("later")');
    expect((await flush(page)).reason).toBe('silenced');
    server.set(site(name), 'pass');
    await storedIs(site(name), ['later', 'slow down']);
  });

  scenario('sends again when the answer was cut off, and is stored once', async (name) => {
    server.set(site(name), 'cut');
    const page = await open(name);
    await add(page, 'cut', 3, true);
    await storedIs(site(name), numbered('cut', 3));
    expect((await flush(page)).waiting).toBe(3);
    server.set(site(name), 'pass');
    expect(await flush(page)).toEqual({ waiting: 0 });
    await storedIs(site(name), numbered('cut', 3));
  });

  scenario('loses nothing when the tab is closed in the same moment', async (name) => {
    const page = await open(name);
    await page.evaluate('void rate("last words")');
    await opened.pop()?.close();
    await hanging.evaluate('1');
    await storedIs(site(name), ['last words']);
  });

  scenario('loses nothing when the page is left in the same task', async (name) => {
    const page = await open(name);
    await page
      .evaluate(
        '(void rate("on the way out"), void rate("a visit", false), location.assign("/blank"))',
      )
      .catch(() => undefined); // the page that was to answer is gone
    await page.waitFor('location.pathname === "/blank"');
    await page.goto(server.page(site(name)));
    await flush(page);
    await storedIs(site(name), ['a visit', 'on the way out']);
  });

  scenario('has stored what was rated offline right before leaving', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name);
    await page.evaluate('rate("warm", false)');
    await page
      .evaluate(
        '(addEventListener("pagehide", () => void rate("as it went", false)), void rate("offline, and gone"), location.assign("/blank"))',
      )
      .catch(() => undefined); // the page that was to answer is gone
    await page.waitFor('location.pathname === "/blank"');
    server.set(site(name), 'pass');
    await page.goto(server.page(site(name)));
    await flush(page);
    // WebKitGTK drops what is written in `pagehide` itself, with and without `commit()`.
    const atTheEnd = engine === 'webkit' ? [] : ['as it went'];
    await storedIs(site(name), [...atTheEnd, 'offline, and gone', 'warm']);
  });

  scenario('keeps what was cheap until the page is hidden, and sends it then', async (name) => {
    const page = await open(name);
    await page.evaluate('rateMany("visit", 3)');
    await page.goto(`${server.pages}/blank`);
    await storedIs(site(name), numbered('visit', 3));
    expect(requestsOf(site(name)).length).toBe(1);
  });

  scenario('loses nothing in four tabs at once', async (name) => {
    const pages = [];
    for (let i = 0; i < 4; i++) pages.push(await open(name));
    await Promise.all(pages.map((page, i) => add(page, `tab${i}-`, 25)));
    await Promise.all(pages.map(flush));
    await storedIs(
      site(name),
      [0, 1, 2, 3].flatMap((i) => numbered(`tab${i}-`, 25)),
    );
    const copies = requestsOf(site(name)).flatMap(({ ids }) => ids).length;
    // What a hidden tab sends at once may be on its way when another tab reads it from storage.
    expect(copies).toBeLessThanOrEqual(200);
  });

  scenario('works without Web Locks', async (name) => {
    const pages = [await open(name, { broken: 'locks' }), await open(name, { broken: 'locks' })];
    await Promise.all(pages.map((page, i) => add(page, `tab${i}-`, 10)));
    await Promise.all(pages.map(flush));
    await storedIs(
      site(name),
      [0, 1].flatMap((i) => numbered(`tab${i}-`, 10)),
    );
  });

  scenario('isolates what spoils a batch, and delivers its neighbours', async (name) => {
    server.set(site(name), ({ records }) =>
      records.some((record) => 'comment' in record && record.comment === 'n13')
        ? { status: 400, body: '{"error":"spoilt"}' }
        : 'pass',
    );
    const page = await open(name);
    await add(page, 'n', 40);
    expect(await flush(page)).toEqual({ waiting: 0 });
    await storedIs(
      site(name),
      numbered('n', 40).filter((label) => label !== 'n13'),
    );
    expect(await page.evaluate('told.refused.map(({ reason }) => reason)')).toEqual(['status 400']);
  });

  scenario('drops only what the collector itself refuses, and says why', async (name) => {
    const page = await open(name);
    await page.evaluate(
      'Promise.all([rate("good", false), rate("bad", false, { level: 9 }), rate("fine", false)])',
    );
    expect(await flush(page)).toEqual({ waiting: 0 });
    await storedIs(site(name), ['fine', 'good']);
    expect(await page.evaluate('told.refused[0].reason')).toContain('level');
  });

  scenario('keeps the newest revision of an answer', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name);
    await page.evaluate(`(async () => {
      const answer = record('first');
      await outbox.add(answer, { urgent: true });
      await outbox.add({ ...answer, comment: 'second', revision: 1 }, { urgent: true });
    })()`);
    server.set(site(name), 'pass');
    await flush(page);
    await storedIs(site(name), ['second']);
  });

  scenario('delivers from memory where storage is denied, and says so', async (name) => {
    const page = await open(name, { broken: 'storage' });
    expect(await page.evaluate('rate("from memory")')).toBe('delivered');
    expect(await page.evaluate('rate("a visit", false)')).toBe('memory');
    expect(await page.evaluate('told.errors[0]')).toBe('storage');
    await page.goto(`${server.pages}/blank`);
    await storedIs(site(name), ['a visit', 'from memory']);
  });

  scenario('delivers from memory where IndexedDB never answers', async (name) => {
    const page = await open(name, { broken: 'hangs' });
    expect(await page.evaluate('rate("no answer")')).toBe('delivered');
    await storedIs(site(name), ['no answer']);
  });

  scenario('delivers from memory when the quota is exhausted', async (name) => {
    const page = await open(name, { broken: 'quota' });
    expect(await page.evaluate('rate("full disk")')).toBe('delivered');
    await storedIs(site(name), ['full disk']);
  });

  scenario('stores nothing without consent', async (name) => {
    const page = await open(name, { persist: 'no' });
    expect(await page.evaluate('rate("no trace")')).toBe('delivered');
    await page.evaluate('outbox.flush()');
    expect(
      await page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name))'),
    ).not.toContain(`wayfelt:${site(name)}`);
    await storedIs(site(name), ['no trace']);
  });

  scenario('delivers over a slow network', async (name) => {
    server.set(site(name), 'slow');
    const page = await open(name);
    await add(page, 'slow', 5);
    expect(await flush(page)).toEqual({ waiting: 0 });
    await storedIs(site(name), numbered('slow', 5));
  });

  scenario('takes no captive portal for a receipt', async (name) => {
    server.set(site(name), { status: 200, body: '<html>Welcome to the hotel</html>' });
    const page = await open(name);
    await page.evaluate('rate("in a hotel")');
    expect(await flush(page)).toEqual({ waiting: 1, reason: '200' });
    server.set(site(name), 'pass');
    await flush(page);
    await storedIs(site(name), ['in a hotel']);
  });

  scenario('neither loses nor reorders when the clock jumps', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name, { broken: 'clock' });
    for (const [label, jump] of [
      ['now', 0],
      ['in a year', 3.2e10],
      ['a year ago', -3.2e10],
    ]) {
      await page.evaluate(`(jumpMs = ${jump}, rate("${label}", false))`);
    }
    expect((await flush(page)).waiting).toBe(3);
    server.set(site(name), 'pass');
    const before = requestsOf(site(name)).length;
    expect(await flush(page)).toEqual({ waiting: 0 });
    const order = requestsOf(site(name))
      .slice(before)
      .flatMap(({ labels }) => labels);
    expect(order).toEqual(['now', 'in a year', 'a year ago']);
    await storedIs(site(name), ['a year ago', 'in a year', 'now']);
  });

  scenario('has its times corrected by the collector, however wrong the clock is', async (name) => {
    const page = await open(name, { broken: 'clock' });
    const began = Date.now();
    const wrong = { 'a year ahead': 3.2e10, 'a year behind': -3.2e10, right: 0 };
    for (const [label, jump] of Object.entries(wrong)) {
      await page.evaluate(`(jumpMs = ${jump}, rate("${label}", false))`);
      expect(await flush(page)).toEqual({ waiting: 0 });
    }
    const found = await server.timed(site(name));
    expect(found.map(({ comment }) => comment)).toEqual(Object.keys(wrong));
    for (const { at } of found) {
      expect(at).toBeGreaterThanOrEqual(began - 1_000);
      expect(at).toBeLessThanOrEqual(Date.now());
    }
  });

  scenario('loses nothing of what the clock jumped over while it waited', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name, { broken: 'clock' });
    await page.evaluate('(jumpMs = 0, rate("before", false))');
    await page.evaluate('(jumpMs = -3.2e10, rate("after", false))');
    server.set(site(name), 'pass');
    expect(await flush(page)).toEqual({ waiting: 0 });
    const found = await server.timed(site(name));
    expect(found.map(({ comment }) => comment).toSorted()).toEqual(['after', 'before']);
    // Nobody can know when the first was; but nothing happened later than it arrived.
    expect(found.every(({ at }) => at <= Date.now())).toBe(true);
  });

  scenario('drains 5,000 records in small bites', async (name) => {
    server.set(site(name), 'reset');
    const page = await open(name);
    for (let i = 0; i < 10; i++) await add(page, `bulk${i}-`, 500);
    await page.reload();
    server.set(site(name), 'pass');
    expect(await flush(page)).toEqual({ waiting: 0 });
    const stored = await server.stored(site(name));
    expect(stored).toEqual(
      Array.from({ length: 10 }, (_, i) => numbered(`bulk${i}-`, 500))
        .flat()
        .toSorted(),
    );
    const drained = requestsOf(site(name)).filter(({ ids }) => ids.length > 50);
    expect(drained.length).toBeLessThan(60);
    expect(drained.every(({ gzip, bytes }) => gzip && bytes < 16_000)).toBe(true);
  });

  scenario('is not fooled by a service worker in the way', async (name) => {
    const page = await open(name);
    await page.evaluate(`(async () => {
      // Of this page alone.
      await navigator.serviceWorker.register('/worker.js', { scope: location.pathname + location.search });
      if (!navigator.serviceWorker.controller)
        await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    })()`);
    await page.evaluate('rate("behind a worker", false)');
    expect((await flush(page)).waiting).toBe(1);
    await page.evaluate('navigator.serviceWorker.controller.postMessage("let go")');
    await until(async () => (await flush(page)).waiting === 0, 'the worker to let go');
    await page.evaluate(
      'navigator.serviceWorker.getRegistration().then((found) => found.unregister())',
    );
    await storedIs(site(name), ['behind a worker']);
  });

  scenario('loses nothing when the collector is killed and comes back', async (name) => {
    const page = await open(name);
    let requests = 0;
    let restarted: Promise<void> | undefined;
    server.set(site(name), () => {
      if (++requests === 2) {
        restarted = server.collector.stop('SIGKILL').then(() => server.collector.start());
      }
      return 'pass';
    });
    await add(page, 'before', 300);
    await flush(page);
    await restarted;
    expect(await flush(page)).toEqual({ waiting: 0 });
    await storedIs(site(name), numbered('before', 300));
  });

  scenario('goes on when its database is deleted while open', async (name) => {
    const page = await open(name);
    await page.evaluate('rate("before")');
    await storedIs(site(name), ['before']);
    await page.evaluate(`new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('wayfelt:${site(name)}');
      request.onsuccess = resolve; request.onerror = request.onblocked = reject;
    }).then(() => 1)`);
    expect(await page.evaluate('rate("after")')).toBe('kept');
    await storedIs(site(name), ['after', 'before']);
  });

  scenario('opens a database that another version of the script has made', async (name) => {
    const blank = await browser.newPage();
    opened.push(blank);
    await blank.goto(`${server.pages}/blank`);
    await blank.evaluate(`new Promise((resolve) => {
      const request = indexedDB.open('wayfelt:${site(name)}', 7);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('records', { autoIncrement: true });
        request.result.createObjectStore('something-new');
      };
      request.onsuccess = () => { request.result.close(); resolve(1) };
    })`);
    const page = await open(name);
    expect(await page.evaluate('rate("newer")')).toBe('kept');
    await storedIs(site(name), ['newer']);
    expect(await flush(page)).toEqual({ waiting: 0 });
  });

  scenario('delivers from memory where the database is not ours', async (name) => {
    const blank = await browser.newPage();
    opened.push(blank);
    await blank.goto(`${server.pages}/blank`);
    await blank.evaluate(`new Promise((resolve) => {
      const request = indexedDB.open('wayfelt:${site(name)}', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('something-else');
      request.onsuccess = () => { request.result.close(); resolve(1) };
    })`);
    const page = await open(name);
    expect(await page.evaluate('rate("elsewhere")')).toBe('delivered');
    await storedIs(site(name), ['elsewhere']);
  });

  scenario('asks for no preflight, compressed or not', async (name) => {
    const page = await open(name);
    await add(page, 'zip', 30);
    await flush(page);
    const plain = await open(name, { broken: 'gzip' });
    await add(plain, 'plain', 30);
    await flush(plain);
    await storedIs(site(name), [...numbered('plain', 30), ...numbered('zip', 30)]);
    expect(requestsOf(site(name)).map(({ gzip }) => gzip)).toEqual([true, false]);
    expect(server.seen.filter(({ method }) => method !== 'POST')).toEqual([]);
  });

  scenario('loses nothing in random faults on the wire', async (name) => {
    const faults: [Fault, ...Fault[]] = [
      'pass',
      'reset',
      'cut',
      { status: 500 },
      { status: 200, body: 'ok' },
      { status: 404 },
    ];
    for (const seed of [1, 2, 3]) {
      const random = createRandom(seed);
      const where = `${name}-${seed}`;
      server.set(site(where), () => random.pick(faults));
      const page = await open(where);
      let n = 0;
      for (let i = 0; i < 12; i++) {
        const what = random.below(4);
        if (what === 0) await page.reload();
        else if (what === 1) await page.evaluate('void outbox.flush()'); // a reload may cut it short
        else
          await page.evaluate(
            `rateMany("${i}-", ${(n = 1 + random.below(5))}, ${random.chance(0.5)})`,
          );
        expected[where] = [...(expected[where] ?? []), ...(what > 1 ? numbered(`${i}-`, n) : [])];
      }
      server.set(site(where), 'pass');
      await page.reload();
      expect({ seed, ...(await flush(page)) }).toEqual({ seed, waiting: 0 });
      await storedIs(site(where), expected[where] ?? []);
    }
  });
  const expected: Record<string, string[]> = {};

  if (engine === 'chromium') {
    scenario('is not held up by a frozen tab', async (name) => {
      let first = true;
      server.set(site(name), () => {
        const fault = first ? 'hang' : 'pass';
        first = false;
        return fault;
      });
      const frozen = await open(name);
      await frozen.evaluate('(void rate("frozen", false), void outbox.flush())');
      await until(async () => requestsOf(site(name)).length, 'the frozen tab to hold the lock');
      const session = await frozen.puppet?.createCDPSession();
      await session?.send('Page.setWebLifecycleState', { state: 'frozen' });
      const other = await open(name);
      await other.evaluate('rate("awake", false)');
      await other.evaluate('void outbox.flush()');
      await until(
        async () => (await server.stored(site(name))).length === 2,
        'the other tab',
      ).catch(() => undefined);
      await storedIs(site(name), ['awake', 'frozen']);
      await session?.send('Page.setWebLifecycleState', { state: 'active' });
    });
  }

  if (engine !== 'webkit') {
    test('loses nothing when the browser is killed and opened again', async () => {
      const profile = mkdtempSync(join(tmpdir(), 'wayfelt-killed-'));
      const name = site('killed');
      server.set(name, 'reset');
      const first = await openBrowser(engine, { profile });
      const page = await first.newPage();
      await page.goto(server.page(name));
      expect(await add(page, 'killed', 20, true)).toEqual(Array(20).fill('kept'));
      await first.kill();
      server.set(name, 'pass');
      const again = await openBrowser(engine, { profile });
      const next = await again.newPage();
      await next.goto(server.page(name));
      await flush(next);
      await storedIs(name, numbered('killed', 20));
      await again.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    });
  }

  test('gives up a hanging request, and sends it again', async () => {
    await storedIs(site('hanging'), ['patience']);
    await hanging.close();
  });
});
