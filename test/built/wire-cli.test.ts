// What the person at the command line reads: links when it runs, one clear sentence when it cannot.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../packages/collector/src/stores/sqlite/database.js';
import { startCollector } from '../support/collector.js';

const CLI = fileURLToPath(new URL('../../packages/collector/dist/cli.js', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs it to its end. */
const run = (args: string[], env: Record<string, string> = {}, program = CLI) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    child.on('close', (code) => resolve({ code, said: said.trim() }));
  });

it.each([
  { PORT: '70000' },
  { PORT: 'many' },
  { WAYFELT_STORE: 'oracle' },
  { WAYFELT_STORE: 'clickhouse://u:pass@db' },
])('says what is wrong with %j before it installs and builds, in the same words', async (env) => {
  // A fresh clone: nothing is installed or built, and without a lock nothing could be.
  cpSync(fileURLToPath(new URL('../../scripts', import.meta.url)), join(folder, 'scripts'), {
    recursive: true,
  });
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  const first = await run([], env, join(folder, 'scripts/start.mjs'));
  const { said } = await run(['--data', folder], env);
  expect(first).toEqual({ code: 1, said: `✖ ${said}` });
});

it('says which port is in use, and what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const { code, said } = await run(['--data', folder], { PORT: port });
  expect(code).toBe(1);
  expect(said).toBe(
    `Port ${port} is in use. Stop what uses it, or choose another: PORT=${Number(port) + 1}.`,
  );
  await new Promise((resolve) => server.close(resolve));
});

it('says that the data folder cannot be had', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const data of [join(file, 'data'), '/proc/wayfelt']) {
    const { code, said } = await run(['--port', '0', '--data', data]);
    expect(code).toBe(1);
    expect(said).toMatch(/^The data folder .* cannot be made .* WAYFELT_DATA/);
    expect(said.split('\n')).toHaveLength(1);
  }
});

it('says that the store is of a newer version, and what to do', async () => {
  const newer = openDatabase(join(folder, 'wayfelt.db'));
  newer.exec('PRAGMA user_version = 900');
  newer.close();
  const { code, said } = await run(['--port', '0', '--data', folder]);
  expect(code).toBe(1);
  expect(said).toMatch(/^The store in .* newer version of Wayfelt .* Install .* WAYFELT_DATA/);
  expect(said.split('\n')).toHaveLength(1);
});

it('says that the store is none of its own', async () => {
  writeFileSync(join(folder, 'wayfelt.db'), 'this is no database, but it is long enough to be one');
  const { code, said } = await run(['--port', '0', '--data', folder]);
  expect(code).toBe(1);
  expect(said).toContain('not a database');
  expect(said.split('\n')).toHaveLength(1);
});

it.each([
  [['--port', 'many'], {}, '--port is "many": expected a whole number from 0 to 65535.'],
  [[], { PORT: '70000' }, 'PORT is "70000": expected a whole number from 0 to 65535.'],
  [['--port', '0', '--demo', 'nowhere'], {}, '--demo: there is no folder '],
  [['--port', '0'], { HOST: '192.0.2.1' }, 'HOST is 192.0.2.1, no address of this machine'],
  [['--port', '0'], { WAYFELT_TOKEN: 'short' }, 'WAYFELT_TOKEN is too short'],
  [['--port', '0'], { WAYFELT_TOKEN: 'sixteen letters and spaces' }, 'WAYFELT_TOKEN may hold only'],
  [['--port', '0'], { WAYFELT_STORE: 'oracle' }, 'WAYFELT_STORE is "oracle", and this version'],
  [['--port', '0'], { WAYFELT_STORE: 'clickhouse://u:pass@db' }, 'WAYFELT_STORE is clickhouse://…'],
  [['--prot', '0'], {}, "Unknown option '--prot'"],
])('refuses %j %j with a sentence', async (args, env, sentence) => {
  const { code, said } = await run([...args, '--data', folder], env);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/\n\s+at |pass@/);
});

it('says that the data folder is a file', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { code, said } = await run(['--port', '0', '--data', file]);
  expect(code).toBe(1);
  expect(said).toBe(`${file} is a file; choose a folder for the data with WAYFELT_DATA.`);
});

it('takes an empty setting for none, and prints links that a browser opens', async () => {
  const env = { PORT: '', HOST: '::1', WAYFELT_DATA: folder, WAYFELT_TOKEN: 'a+token/with=signs' };
  const child = spawn(process.execPath, [CLI, '--port', '0'], { env: { ...process.env, ...env } });
  let said = '';
  for await (const data of child.stdout) {
    said += data;
    if (said.includes('Ctrl-C')) break;
  }
  const link = new URL(/http\S+#token=\S+/.exec(said)?.[0] ?? '');
  expect(link.hostname).toBe('[::1]');
  expect(new URLSearchParams(link.hash.slice(1)).get('token')).toBe(env.WAYFELT_TOKEN);
  const page = await fetch(link);
  expect(page.status).toBe(200);
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  expect(await gone).toEqual([0, null]);
});

it('prints the links, keeps the token for its owner, and serves the demo on its own origin', async () => {
  const collector = await startCollector({ demo: true });
  const shop = await fetch(collector.shop);
  expect(new URL(collector.shop).origin).not.toBe(collector.origin);
  expect(await shop.text()).toContain(`${collector.origin}/wayfelt.js`);
  const first = collector.signIn;
  await collector.stop();
  await collector.start();
  expect(collector.signIn).toBe(first);
  await collector.end();
});

it('explains its options', async () => {
  const { code, said } = await run(['--help']);
  expect(code).toBe(0);
  expect(said).toContain('WAYFELT_DATA');
});

it('keeps the token readable for its owner only', async () => {
  const occupied = createServer();
  await new Promise<void>((resolve) => occupied.listen(0, resolve));
  const address = occupied.address();
  // the folder is made before the port is tried
  await run(['--data', folder, '--port', String(typeof address === 'object' ? address?.port : '')]);
  expect(statSync(join(folder, 'token')).mode & 0o777).toBe(0o600);
  await new Promise((resolve) => occupied.close(resolve));
});

it('says once that the disk is full, and asks senders to come again', async () => {
  const command = `ulimit -f 400; exec "${process.execPath}" "${CLI}" --port 0 --data "${folder}"`;
  const child = spawn('sh', ['-c', command]);
  const said = { out: '', err: '' };
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  for await (const data of child.stdout) if ((said.out += data).includes('Ctrl-C')) break;
  const { origin } = new URL(/http\S+#token=/.exec(said.out)?.[0] ?? '');
  const send = (batch: number) =>
    fetch(`${origin}/v1/records`, {
      method: 'POST',
      body: JSON.stringify({
        site: 'shop',
        sdk: 'test',
        sentAt: Date.now(),
        records: Array.from({ length: 50 }, (_, i) => ({
          id: `01900000-0000-7000-8000-${String(batch * 50 + i).padStart(12, '0')}`,
          type: 'rating',
          at: Date.now(),
          standing: 'prospect',
          level: 3,
          comment: 'felt '.repeat(150),
        })),
      }),
    });
  const refusals: Response[] = [];
  for (let batch = 0; batch < 100 && refusals.length < 3; batch++) {
    const answer = await send(batch);
    if (!answer.ok) refusals.push(answer);
  }
  expect(refusals.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(refusals[0]?.headers.get('Retry-After')).toBe('10');
  const gone = once(child, 'close');
  child.kill();
  await gone;
  expect(said.err.trim().split('\n')).toEqual([
    expect.stringMatching(/^The store refuses: .* Look at the space and the rights in /),
  ]);
});
