/** WebKitGTK by plain WebDriver over HTTP: MiniBrowser on a virtual display of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { findBrowser, findTool } from '../../scripts/browsers.mjs';
import {
  callText,
  FIND,
  standing,
  until,
  type Browser,
  type InPage,
  type Page,
} from './browsers.js';

/** The keys that WebDriver names by private code points (W3C WebDriver, "Keyboard actions"). */
const KEYS: { [name: string]: string } = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Escape: '\uE00C',
  Space: ' ',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

export async function openWebKit(tidy: () => void): Promise<Browser> {
  const binary = findBrowser('webkit');
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(findTool('WebKitWebDriver'), ['--host=127.0.0.1', `--port=${port}`], {
    env: { ...process.env, DISPLAY: display.name },
    stdio: 'ignore',
    detached: true,
  });
  const send = sender(`http://127.0.0.1:${port}`);
  await until(() => send('GET', '/status'), 'WebKitWebDriver to start');
  const { sessionId } = (await send('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  })) as { sessionId: string };
  const session: Send = (method, path, body) => send(method, `/session/${sessionId}${path}`, body);
  await session('POST', '/timeouts', { script: 30_000, pageLoad: 30_000 });
  const [first] = (await session('GET', '/window/handles')) as string[];
  let used = false;
  const end = () => {
    killGroup(driver);
    killGroup(display.process);
    tidy();
  };
  return {
    engine: 'webkit',
    async newPage() {
      if (!used && first) {
        used = true;
        return pageOf(session, first);
      }
      // The window that was used last may be closed by now, and none can be opened from there.
      const [open] = (await session('GET', '/window/handles')) as string[];
      await session('POST', '/window', { handle: open });
      const { handle } = (await session('POST', '/window/new', { type: 'window' })) as {
        handle: string;
      };
      return pageOf(session, handle);
    },
    async close() {
      await session('DELETE', '').catch(() => {}); // closing the last window has ended the session already
      end();
    },
    async kill() {
      end();
    },
  };
}

/**
 * The same browser as a person has it, with a profile that outlives it: under automation WebKitGTK's sessions keep
 * nothing. Nobody can drive it, so the page itself must tell its server what it sees. Returns what closes it.
 */
export async function visitAsPerson(url: string, profile: string): Promise<() => Promise<void>> {
  const display = await startDisplay();
  const browser = spawn(findBrowser('webkit'), [url], {
    env: {
      ...process.env,
      DISPLAY: display.name,
      HOME: profile,
      XDG_CACHE_HOME: `${profile}/cache`,
      XDG_DATA_HOME: `${profile}/data`,
      XDG_CONFIG_HOME: `${profile}/config`,
    },
    stdio: 'ignore',
    detached: true,
  });
  return async () => {
    const gone = new Promise((resolve) => browser.once('exit', resolve));
    // Closed, not killed: what it remembers is written by then.
    browser.kill('SIGTERM');
    await gone;
    killGroup(browser);
    killGroup(display.process);
  };
}

function pageOf(session: Send, handle: string): Page {
  const here = async (method: string, path: string, body?: unknown) => {
    await session('POST', '/window', { handle });
    return session(method, path, body);
  };
  const evaluate = async <T, A extends unknown[]>(fn: InPage<T, A>, ...args: A): Promise<T> => {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => (${callText(fn, args)}))
        .then((value) => done({ value }), (error) => done({ error: String(error && error.stack || error) }));`;
    const result = (await here('POST', '/execute/async', { script, args: [] })) as {
      value?: T;
      error?: string;
    };
    if (result.error) throw new Error(result.error);
    return result.value as T;
  };
  const middle = (selector: string) => standing(evaluate, selector);
  const keys = (values: string[]) =>
    here('POST', '/actions', {
      actions: [
        {
          type: 'key',
          id: 'keyboard',
          actions: values.flatMap((value) => [
            { type: 'keyDown', value },
            { type: 'keyUp', value },
          ]),
        },
      ],
    });
  return {
    async goto(url) {
      await here('POST', '/url', { url });
    },
    async reload() {
      await here('POST', '/refresh', {});
    },
    url: () => evaluate('location.href'),
    evaluate,
    waitFor: (fn, ...args) => until(() => evaluate(fn, ...args), String(fn)),
    async see(selector) {
      await middle(selector);
    },
    async click(selector) {
      await middle(selector);
      // By the element itself, which the driver looks up in the moment of the press.
      const target = await here('POST', '/execute/sync', {
        script: `return (${FIND})(arguments[0])`,
        args: [selector],
      });
      await here('POST', '/actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', x: 0, y: 0, duration: 0, origin: target },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    async press(key) {
      await keys([KEYS[key] ?? key]);
    },
    async type(text) {
      await keys([...text]);
    },
    async resize(width, height) {
      await here('POST', '/window/rect', { width, height });
    },
    async screenshot(file) {
      await evaluate(
        'new Promise((done) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(done)), 400))',
      ); // an earlier picture is blank
      const picture = Buffer.from((await here('GET', '/screenshot')) as string, 'base64');
      if (file) writeFileSync(file, picture);
      return picture;
    },
    async close() {
      await here('DELETE', '/window');
    },
  };
}

const sender =
  (base: string): Send =>
  async (method, path, body) => {
    const answer = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(45_000),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };

async function startDisplay(): Promise<{ name: string; process: ChildProcess }> {
  for (let number = 90 + (process.pid % 400); ; number++) {
    const socket = `/tmp/.X11-unix/X${number}`;
    if (existsSync(socket) || existsSync(`/tmp/.X${number}-lock`)) continue;
    const server = spawn(
      findTool('Xvfb'),
      [`:${number}`, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      { stdio: 'ignore', detached: true },
    );
    await until(async () => existsSync(socket), 'Xvfb to start');
    return { name: `:${number}`, process: server };
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // already gone
  }
}
