// `npm test`: everything, from a fresh clone. `npm test -- unit browsers` runs only those parts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowsers } from './browsers.mjs';
import { build, checkNode, fail, install } from './setup.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const run = (name) => ['npm', 'run', '--silent', name];
const vitest = (project) => ['npx', 'vitest', 'run', '--project', project];

/** In this order: what fails fastest comes first. */
const PARTS = {
  format: run('format:check'),
  lint: run('lint'),
  types: run('types'),
  unit: vitest('unit'),
  built: vitest('built'),
  truth: vitest('truth'),
  browsers: vitest('browsers'),
  faults: vitest('faults'),
};
const IN_BROWSERS = ['browsers', 'faults'];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  fail(
    `No part of the tests is called ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`,
  );
}
const parts = asked.length > 0 ? asked : Object.keys(PARTS);

checkNode();
await install();
if (parts.some((part) => IN_BROWSERS.includes(part))) {
  try {
    provideBrowsers((process.env.WAYFELT_ENGINES ?? 'chromium,firefox,webkit').split(','));
  } catch (error) {
    fail(error.message);
  }
}
await build();

const results = mkdtempSync(join(tmpdir(), 'wayfelt-test-'));
let passed = 0;
for (const part of parts) {
  const [command, ...args] = PARTS[part];
  const report = join(results, `${part}.json`);
  const counted = args.includes('vitest')
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : [];
  console.log(`\n── ${part}`);
  const { status } = spawnSync(command, [...args, ...counted], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`The ${part} part of the tests failed; what failed stands above.`);
  passed += counted.length > 0 ? JSON.parse(readFileSync(report, 'utf8')).numPassedTests : 1;
}
rmSync(results, { recursive: true });
console.log(`\n✔ All tests passed.\n${passed} passed, 0 failed`);
