// `npm test`: everything, from a fresh clone. `npm test -- unit browsers` runs only those parts.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideBrowsers } from './browsers.mjs';
import { build, checkNode, fail, install } from './setup.mjs';

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

/** In this order: what fails fastest comes first. */
const PARTS = {
  format: ['npm', 'run', '--silent', 'format:check'],
  lint: ['npm', 'run', '--silent', 'lint'],
  types: ['npm', 'run', '--silent', 'types'],
  unit: ['npx', 'vitest', 'run', '--project', 'unit'],
  truth: ['npx', 'vitest', 'run', '--project', 'truth'],
  browsers: ['npx', 'vitest', 'run', '--project', 'browsers'],
  faults: ['npx', 'vitest', 'run', '--project', 'faults'],
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

for (const part of parts) {
  const [command, ...args] = PARTS[part];
  console.log(`\n── ${part}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail(`The ${part} part of the tests failed; what failed stands above.`);
}
console.log('\n✔ All tests passed.');
