// What the packages are to somebody who installs them: packed, installed in an empty folder far from this one, and
// used there from the command line, in bundlers, in Node and by the type checker.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const INSTALLS_WITHIN_MS = 240_000;
const NAMES = readdirSync(join(ROOT, 'packages'));

let folder: string;
const inFolder = (command: string, args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const installed = (name: string, file: string): string =>
  join(folder, 'node_modules', name === 'sdk' ? 'wayfelt' : `@wayfelt/${name}`, file);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-packed-'));
  const packed = join(folder, 'packed');
  mkdirSync(packed);
  execFileSync('npm', ['pack', '--workspaces', '--pack-destination', packed], {
    cwd: ROOT,
    stdio: 'pipe',
  });
  write('package.json', JSON.stringify({ name: 'a-customer', private: true, type: 'module' }));
  const tarballs = readdirSync(packed).map((file) => join(packed, file));
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  inFolder('npm', ['install', ...quiet, ...tarballs]);
}, INSTALLS_WITHIN_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(NAMES)('%s comes with its licence and a README, and without its sources', (name) => {
  expect(readFileSync(installed(name, 'LICENSE'), 'utf8')).toBe(
    readFileSync(join(ROOT, 'LICENSE'), 'utf8'),
  );
  expect(readFileSync(installed(name, 'README.md'), 'utf8')).toMatch(/^# \S+\n/);
  // Read on a registry's page, far from this tree: a path that leads through it leads nowhere there.
  const links = readFileSync(installed(name, 'README.md'), 'utf8').matchAll(/\]\(([^)]+)\)/g);
  expect([...links].map(([, to]) => to).filter((to) => !/^(https?:|#)/.test(to ?? ''))).toEqual([]);
  expect(readdirSync(installed(name, '')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'package.json',
  ]);
  const files = readdirSync(installed(name, 'dist'), { recursive: true });
  expect(files.filter((file) => /\.(test|fixture)\./.test(String(file)))).toEqual([]);
});

it('serves the dashboard and the script from the installed command', async () => {
  const collector = spawn(
    process.execPath,
    [join(folder, 'node_modules/.bin/collector'), '--port', '0', '--data', join(folder, 'data')],
    { cwd: folder },
  );
  try {
    let said = '';
    for await (const chunk of collector.stdout) if ((said += chunk).includes('Ctrl-C')) break;
    const { origin, hash } = new URL(/http\S+#token=\S+/.exec(said)?.[0] ?? '');
    const page = await (await fetch(origin)).text();
    const named = [...page.matchAll(/ (?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    const types = await Promise.all(
      ['/', ...named, '/wayfelt.js', '/wayfelt-widget.js'].map((path) =>
        fetch(origin + path).then(({ headers }) => headers.get('Content-Type')?.split(';')[0]),
      ),
    );
    expect(types).toEqual([
      'text/html',
      'text/css',
      'text/javascript',
      'text/javascript',
      'text/javascript',
    ]);
    // counted by a file of its own, which a package may forget
    const report = await fetch(`${origin}/v1/report?site=shop`, {
      headers: { Authorization: `Bearer ${hash.replace('#token=', '')}` },
    });
    expect(await report.json()).toMatchObject({ sentences: [{ code: 'nothing-yet' }] });
  } finally {
    const gone = once(collector, 'exit');
    collector.kill();
    await gone;
  }
});

const USE = `import { createWayfelt } from 'wayfelt';
globalThis.wayfelt = createWayfelt({ site: 'shop', collector: 'https://feedback.example.com' });`;

describe('in a bundler', () => {
  it('loads the question and what few pages need only when they are needed', async () => {
    const bundle = await rollup({
      input: write('use.js', USE),
      plugins: [resolve({ browser: true })],
      onwarn: ({ message }) => expect.unreachable(message),
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    const chunks = output.filter((file) => file.type === 'chunk');
    const entry = chunks.find((chunk) => chunk.isEntry);
    expect(chunks.length).toBeGreaterThan(5);
    expect(Object.keys(entry?.modules ?? {}).filter((id) => /preact|widget/.test(id))).toEqual([]);
  });

  it('leaves nothing of an import that is not used', async () => {
    const bundle = await rollup({
      input: write('unused.js', `import 'wayfelt';\nimport { LEVELS } from '@wayfelt/protocol';`),
      plugins: [resolve({ browser: true })],
      onwarn: () => undefined,
    });
    const { output } = await bundle.generate({ format: 'es' });
    await bundle.close();
    expect(output).toHaveLength(1);
    expect(output[0].code.trim()).toBe('');
  });

  it('builds with Vite', async () => {
    write('use.js', USE);
    write('index.html', '<!doctype html><script type="module" src="/use.js"></script>');
    await build({ root: folder, configFile: false, logLevel: 'silent' });
    expect(readdirSync(join(folder, 'dist/assets')).length).toBeGreaterThan(5);
  });
});

it('can be created where there is no page, and then answers without throwing', () => {
  const said = inFolder(process.execPath, [
    '--input-type=module',
    '--eval',
    `${USE}
    const { wayfelt } = globalThis;
    wayfelt.stage('search');
    console.log(JSON.stringify([
      await wayfelt.ask('search/results'),
      await wayfelt.rate({ touchpoint: 'search/results', level: 7 }),
    ]));
    process.exit();`,
  ]);
  expect(JSON.parse(said)).toEqual([{ asked: false, why: expect.any(String) }, expect.any(String)]);
});

it.each([
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
])('has types that a strict checker takes, resolved as by %s', (moduleResolution, module) => {
  write(
    'types.ts',
    `import { createWayfelt, type Wayfelt } from 'wayfelt';
import { LEVELS, type Level } from '@wayfelt/protocol';
import { checkRecord } from '@wayfelt/protocol/check';
import { words } from '@wayfelt/protocol/words/ko';
import { createCore } from '@wayfelt/core';
import { createOutbox } from '@wayfelt/transport';
import { ask } from '@wayfelt/widget';
import { start } from '@wayfelt/labeller';
import { makeReport } from '@wayfelt/report';
import { createCollector, openSqliteStore } from '@wayfelt/collector';
const wayfelt: Wayfelt = createWayfelt({ site: 'shop', collector: 'https://feedback.example.com' });
const level: Level = 7;
wayfelt.rate({ touchpoint: 'search', level }).then((how: 'delivered' | 'kept' | 'memory' | 'lost') => how);
// @ts-expect-error there are eight levels
void wayfelt.rate({ touchpoint: 'search', level: 9 });
export const all = [LEVELS, checkRecord, words, createCore, createOutbox, ask, start, makeReport, createCollector, openSqliteStore];
`,
  );
  const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2023', 'dom'] };
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { ...options, types: [], module, moduleResolution },
      files: ['types.ts'],
    }),
  );
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(process.execPath, [tsc, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});
