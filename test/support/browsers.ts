/**
 * One driver for three real engines, with only what our tests need: Chromium and Firefox by puppeteer-core
 * (CDP and WebDriver BiDi), WebKitGTK by plain WebDriver. Which binaries: `scripts/browsers.mjs`.
 *
 *     for (const engine of ENGINES) describe(engine, () => { … const browser = await openBrowser(engine); … });
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  launch as launchPuppet,
  type Browser as Puppet,
  type Page as PuppetPage,
} from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowser, type Engine } from '../../scripts/browsers.mjs';
import { openWebKit } from './webkit.js';

export type { Engine };

/** All three, unless `WAYFELT_ENGINES=chromium,firefox` narrows it on machines without WebKitGTK. */
export const ENGINES = (process.env['WAYFELT_ENGINES'] ?? 'chromium,firefox,webkit').split(
  ',',
) as Engine[];

/** A function that runs in the page (it may use nothing from outside itself), or an expression. */
export type InPage<T, A extends unknown[]> = string | ((...args: A) => T | Promise<T>);

/** Selectors pierce open shadow roots: `wayfelt-host >>> button`. */
export interface Page {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  url(): Promise<string>;
  /** Runs in the page; arguments and result go as JSON. */
  evaluate<T, A extends unknown[]>(fn: InPage<T, A>, ...args: A): Promise<T>;
  /** Waits until the function's result is truthy, and returns it. */
  waitFor<T, A extends unknown[]>(fn: InPage<T, A>, ...args: A): Promise<NonNullable<T>>;
  /** Waits until an element is there and has a box. */
  see(selector: string): Promise<void>;
  /** A real pointer click at the middle of the element. */
  click(selector: string): Promise<void>;
  /** Real keys: `a`, `1`, `Tab`, `Enter`, `Escape`, `Space`, `ArrowRight`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  screenshot(file?: string): Promise<Buffer>;
  /** Closes the tab at once, running its pagehide. */
  close(): Promise<void>;
  /** The library's own page, where one engine's special powers are needed (Chromium and Firefox). */
  puppet?: PuppetPage;
}

export interface Browser {
  engine: Engine;
  newPage(): Promise<Page>;
  close(): Promise<void>;
  /** As a crash: no page gets to say good-bye. */
  kill(): Promise<void>;
}

export interface OpenOptions {
  /** A profile that outlives this browser; by default one is made and removed. */
  profile?: string;
  args?: string[];
}

const WAIT_MS = 20_000;

export async function openBrowser(engine: Engine, options: OpenOptions = {}): Promise<Browser> {
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), `wayfelt-${engine}-`));
  const tidy = () =>
    options.profile ?? rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (engine === 'webkit') return openWebKit(tidy);
  const puppet = await launch(engine, profile, options.args ?? []);
  return {
    engine,
    async newPage() {
      return wrap(await puppet.newPage());
    },
    async close() {
      await puppet.close();
      tidy();
    },
    async kill() {
      const gone = new Promise((resolve) => puppet.process()?.once('exit', resolve));
      puppet.process()?.kill('SIGKILL');
      await gone;
      await puppet.disconnect().catch(() => {}); // the browser is gone, which is what was asked for
      tidy();
    },
  };
}

function launch(engine: Engine, profile: string, args: string[]): Promise<Puppet> {
  const shared = {
    executablePath: findBrowser(engine),
    headless: true,
    userDataDir: profile,
    protocolTimeout: 60_000,
  };
  if (engine === 'chromium') {
    return launchPuppet({ ...shared, args: [...CHROMIUM_ARGS, ...args] });
  }
  return launchPuppet({
    ...shared,
    browser: 'firefox',
    args,
    extraPrefsFirefox: {
      'app.update.disabledForTesting': true,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

/** Runs in the page: the element that a piercing selector names. */
export const FIND = `(selector) => selector.split('>>>').reduce(
  (found, part, i) => found && (i === 0 ? document : found.shadowRoot ?? found).querySelector(part.trim()), document)`;

/** Runs in the page: the middle of the element, once it has a box. */
export const MIDDLE = `(selector) => {
  const element = (${FIND})(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}`;

/** The text of a call that runs in the page. */
export const callText = <T, A extends unknown[]>(fn: InPage<T, A>, args: A): string =>
  typeof fn === 'string' && args.length === 0
    ? fn
    : `(${String(fn)})(${args.map((arg) => JSON.stringify(arg)).join(',')})`;

/** Asks again until the answer is truthy; a navigation in between only means "not yet". */
export async function until<T>(
  ask: () => Promise<T>,
  what: string,
  waitMs = WAIT_MS,
): Promise<NonNullable<T>> {
  const end = Date.now() + waitMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await ask();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${waitMs} ms for: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The middle of an element that has come to rest: a click at what is still sliding in would hit its neighbour. */
export async function standing(
  evaluate: (fn: string, selector: string) => Promise<unknown>,
  selector: string,
): Promise<{ x: number; y: number }> {
  let before: { x: number; y: number } | null = null;
  return until(async () => {
    const now = (await evaluate(MIDDLE, selector)) as typeof before;
    const rests = now && before && Math.hypot(now.x - before.x, now.y - before.y) < 0.5;
    before = now;
    return rests ? now : null;
  }, `an element ${selector} that stands still`);
}

/** A tab that the page opened by itself, as the others are driven. */
export function wrap(page: PuppetPage): Page {
  const evaluate = <T, A extends unknown[]>(fn: InPage<T, A>, ...args: A) =>
    page.evaluate(callText(fn, args)) as Promise<T>;
  const middle = (selector: string) => standing(evaluate, selector);
  return {
    puppet: page,
    async goto(url) {
      await page.goto(url, { waitUntil: 'load' });
    },
    async reload() {
      await page.reload({ waitUntil: 'load' });
    },
    url: () => evaluate('location.href'),
    evaluate,
    waitFor: (fn, ...args) => until(() => evaluate(fn, ...args), String(fn)),
    async see(selector) {
      await middle(selector);
    },
    async click(selector) {
      const { x, y } = await middle(selector);
      await page.mouse.click(x, y);
    },
    press: (key) => page.keyboard.press(key as Parameters<typeof page.keyboard.press>[0]),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewport({ width, height }),
    async screenshot(file) {
      return Buffer.from(
        await page.screenshot(file ? { path: file as `${string}.png` } : undefined),
      );
    },
    close: () => page.close({ runBeforeUnload: false }),
  };
}
