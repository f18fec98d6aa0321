import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { isIPv6 } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createCollector } from './collector.js';
import { seedDemoSettings } from './demo-settings.js';
import { createFiguresThread } from './figures-thread.js';
import { createFiles } from './files.js';
import { startRetention } from './retention.js';
import { serve, type ServeOptions, type Serving } from './serve.js';
import { demoFolder, galleryFolder, siteFolders } from './site-files.js';
import { StoreError } from './store.js';
import { SchemaError } from './stores/sqlite/schema.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';
import { tokenOf } from './token.js';

const HELP = `Receives what Wayfelt's script records, and serves the dashboard.

  npx @wayfelt/collector [options]

  --port <n>         where to listen                     PORT, default 4400
  --host <name>      on which address                    HOST, default: all
  --data <folder>    where the store is kept             WAYFELT_DATA, default ./data
  --demo <folder>    serve this folder as well, at /demo/; settings.json beside it
                     is what the site "demo" begins with
  --demo-port <n>    and on a port of its own, so that it has another origin
  --help             this

  WAYFELT_TOKEN      the readers' token; made and kept in the data folder when unset
  WAYFELT_STORE      sqlite (the default)
  WAYFELT_PROXY      1 behind a proxy of your own: addresses are taken from X-Forwarded-For`;

const REFUSALS_EVERY_MS = 60_000;

interface Settings {
  port: number;
  host: string | undefined;
  data: string;
  demo: string | undefined;
  demoPort: number | undefined;
  token: string | undefined;
  trustProxy: boolean;
}

/** What the person at the command line can put right; said without a stack. */
class Mistake extends Error {}

/** Runs until a signal comes; resolves to the exit code. */
export async function main(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const settings = settingsOf(args, env);
    if (settings === 'help') {
      console.log(HELP);
      return 0;
    }
    await run(settings);
    return 0;
  } catch (cause) {
    console.error(cause instanceof Mistake ? cause.message : cause);
    return 1;
  }
}

function settingsOf(args: string[], env: NodeJS.ProcessEnv): Settings | 'help' {
  const { values } = parsed(args);
  if (values.help) return 'help';
  onlySqlite(env.WAYFELT_STORE || 'sqlite');
  return {
    port:
      values.port === undefined
        ? portOf(env.PORT || '4400', 'PORT')
        : portOf(values.port, '--port'),
    host: values.host || env.HOST || undefined,
    data: resolve(values.data || env.WAYFELT_DATA || 'data'),
    demo: values.demo === undefined ? undefined : folderOf(values.demo, '--demo'),
    demoPort:
      values['demo-port'] === undefined ? undefined : portOf(values['demo-port'], '--demo-port'),
    token: env.WAYFELT_TOKEN,
    trustProxy: env.WAYFELT_PROXY === '1',
  };
}

/** Of an address only its kind is said: the rest may hold a password. */
const onlySqlite = (store: string) => {
  if (store === 'sqlite') return;
  const kind = /^[\w+.-]+:/.test(store) ? `${store.split(':')[0]}://…` : JSON.stringify(store);
  throw new Mistake(
    `WAYFELT_STORE is ${kind}, and this version stores in sqlite only: leave it unset.`,
  );
};

const parsed = (args: string[]) => {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        demo: { type: 'string' },
        'demo-port': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    throw new Mistake(`${cause instanceof Error ? cause.message : cause}\n\n${HELP}`);
  }
};

const portOf = (given: string, what: string): number => {
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535)
    throw new Mistake(
      `${what} is ${JSON.stringify(given)}: expected a whole number from 0 to 65535.`,
    );
  return port;
};

const folderOf = (given: string, what: string): string => {
  const folder = resolve(given);
  if (!isFolder(folder)) throw new Mistake(`${what}: there is no folder ${folder}.`);
  return folder;
};

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

async function run(settings: Settings) {
  const { port, host, data, demo, demoPort, token: given, trustProxy } = settings;
  const { store, token, file } = open(data, given);
  const thread = createFiguresThread({ file });
  const servers: Serving[] = [];
  const retention = startRetention({ store });
  try {
    if (demo !== undefined)
      await seedDemoSettings({ settings: store.settings, demo, now: Date.now() });
    const folders = [
      ...siteFolders(),
      ...(demo === undefined ? [] : [galleryFolder(demo), demoFolder(demo)]),
    ];
    const collector = createCollector({
      store,
      token,
      files: createFiles(folders),
      figures: thread.figures,
      report: createReporter(data),
    });
    const main = await on({ port, host, handle: collector, trustProxy });
    servers.push(main);
    const origin = `http://${nameOf(host)}`;
    const here = `${origin}:${main.port}`;
    let shop = demo === undefined ? undefined : `${here}/demo/`;
    if (demo !== undefined && demoPort !== undefined) {
      const apart = await on({
        port: demoPort,
        host,
        handle: demoServer(demo, here),
        setting: '--demo-port ',
      });
      servers.push(apart);
      shop = `${origin}:${apart.port}/demo/`;
    }
    greet(here, token, shop);
    await signal();
  } finally {
    await Promise.all([retention.stop(), ...servers.map((server) => server.stop())]);
    await thread.stop();
    store.close();
  }
}

/** A store that refuses is told of once a minute: each of a thousand waiting senders finds it again. */
const createReporter = (data: string) => {
  let quietUntil = 0;
  return (cause: unknown) => {
    if (!(cause instanceof StoreError)) return console.error(cause);
    if (Date.now() < quietUntil) return;
    quietUntil = Date.now() + REFUSALS_EVERY_MS;
    console.error(
      `${cause.message}. Look at the space and the rights in ${data}; browsers keep their answers and send again.`,
    );
  };
};

/** How a browser on this machine calls it. */
const nameOf = (host: string | undefined): string => {
  if (!host || host === '0.0.0.0' || host === '::') return 'localhost';
  return isIPv6(host) ? `[${host}]` : host;
};

/** The demo on an origin of its own, as a customer's shop is. */
const demoServer = (folder: string, collector: string) => {
  const files = createFiles([demoFolder(folder, collector)]);
  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return Response.redirect(new URL('/demo/', request.url), 302);
    return (await files(request)) ?? new Response('Not found', { status: 404 });
  };
};

function open(data: string, given: string | undefined) {
  try {
    makeFolder(data);
    accessSync(data, constants.W_OK);
    const file = join(data, 'wayfelt.db');
    return { token: tokenOf(given, data), store: openSqliteStore(file), file };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof SchemaError) throw new Mistake(`The store in ${data} ${reason}`);
    if (reason.startsWith('WAYFELT_TOKEN')) throw new Mistake(reason);
    if (existsSync(data) && !isFolder(data))
      throw new Mistake(`${data} is a file; choose a folder for the data with WAYFELT_DATA.`);
    const what = existsSync(data) ? 'cannot be written' : 'cannot be made';
    throw new Mistake(
      `The data folder ${data} ${what} (${reason}). Choose another one with WAYFELT_DATA, or change its owner.`,
    );
  }
}

/** Part by part: `recursive` never returns where a file system takes no folders (`/proc`). */
const makeFolder = (folder: string) => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};

const on = async ({
  setting = 'PORT=',
  ...options
}: ServeOptions & { setting?: string }): Promise<Serving> => {
  const { port, host } = options;
  try {
    return await serve(options);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new Mistake(
        `Port ${port} is in use. Stop what uses it, or choose another: ${setting}${port < 65_535 ? port + 1 : 4400}.`,
      );
    if (code === 'EACCES')
      throw new Mistake(
        `Port ${port} is not allowed for this user. Choose one above 1023: ${setting}4400.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Mistake(`HOST is ${host}, no address of this machine: leave it unset for all.`);
    throw cause;
  }
};

function greet(here: string, token: string, shop: string | undefined) {
  const lines = [
    '',
    'Wayfelt is running.',
    '',
    `  Dashboard   ${here}/#token=${encodeURIComponent(token)}`,
    ...(shop === undefined ? [] : [`  Demo shop   ${shop}`]),
    '',
    '  Paste this into a page, with a name of your own for the site:',
    `  <script async src="${here}/wayfelt.js" data-site="my-site" data-stage="search"></script>`,
    '  <wayfelt-rating touchpoint="search/results"></wayfelt-rating>',
    '  and, signed in, read its answers at',
    `  ${here}/#/journey?site=my-site`,
    '',
    '  Ctrl-C stops it.',
    '',
  ];
  console.log(lines.join('\n'));
}

/** Resolves at the first wish to stop. */
const signal = () =>
  new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(name, () => resolve());
  });
