// What the person at the command line reads: links when it runs, one clear sentence when it cannot.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
const run = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += data.toString()));
    child.on('close', (code) => resolve({ code, said: said.trim() }));
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
  [['--port', 'many'], {}, 'The port must be a number from 0 to 65535; it is "many".'],
  [['--port', '0'], { WAYFELT_TOKEN: 'short' }, 'WAYFELT_TOKEN is too short'],
  [['--port', '0'], { WAYFELT_STORE: 'oracle' }, 'WAYFELT_STORE is oracle'],
  [['--prot', '0'], {}, "Unknown option '--prot'"],
])('refuses %j %j with a sentence', async (args, env, sentence) => {
  const { code, said } = await run([...args, '--data', folder], env);
  expect(code).toBe(1);
  expect(said).toContain(sentence);
  expect(said).not.toMatch(/\n\s+at /);
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
