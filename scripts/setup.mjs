// Brings a checkout to the state in which it can run: installed from the lock, and built. Does nothing that is
// already done, so that a second start takes seconds, and always says what it is doing.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const OLDEST_NODE = [20, 19];

/** Ends with one clear sentence. */
export function fail(sentence) {
  console.error(`\n✖ ${sentence}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    fail(
      `Wayfelt needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}: install a newer one from nodejs.org and start again.`,
    );
  }
}

/**
 * What the collector would refuse after a build of a minute it refuses before. It checks again itself, and more: how
 * `npx @wayfelt/collector` starts knows nothing of this file.
 * @param {NodeJS.ProcessEnv} env
 */
export function checkSettings({ PORT, WAYFELT_STORE }) {
  if (PORT && !(/^\d+$/.test(PORT) && Number(PORT) <= 65_535))
    fail(`PORT is ${JSON.stringify(PORT)}: expected a whole number from 0 to 65535.`);
  if (!WAYFELT_STORE || WAYFELT_STORE === 'sqlite') return;
  // Of an address only its kind is said: the rest may hold a password.
  const isAddress = /^[\w+.-]+:/.test(WAYFELT_STORE);
  const kind = isAddress ? `${WAYFELT_STORE.split(':')[0]}://…` : JSON.stringify(WAYFELT_STORE);
  fail(`WAYFELT_STORE is ${kind}, and this version stores in sqlite only: leave it unset.`);
}

/**
 * Runs one step with a line that shows how long it takes; what it prints is shown only when it fails.
 * @param {string} title
 * @param {string} command
 * @param {string[]} args
 */
export async function step(title, command, args) {
  const began = Date.now();
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;
  const live = process.stdout.isTTY;
  if (!live) console.log(`… ${title}`);
  const tick = live && setInterval(() => process.stdout.write(`\r… ${title} ${seconds()} `), 250);
  const output = [];
  const child = spawn(command, args, { shell: process.platform === 'win32' });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const stop = () => {
    child.kill('SIGTERM');
    process.exit(1);
  };
  process.once('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    child.on('error', (cause) => {
      output.push(Buffer.from(String(cause)));
      resolve(1);
    });
    child.on('close', resolve);
  });
  process.off('SIGTERM', stop);
  if (tick) clearInterval(tick);
  if (code !== 0) {
    console.error(`\n${Buffer.concat(output).toString().trimEnd()}`);
    fail(`${title} failed (see above); put that right and start again.`);
  }
  console.log(`${live ? '\r' : ''}✔ ${title} (${seconds()})${' '.repeat(10)}`);
}

/** Installs exactly what the lock says, once per lock. Never runs install scripts (see .npmrc). */
export async function install() {
  const mark = 'node_modules/.wayfelt-lock';
  const lock = hash(['package-lock.json']);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  await step('Installing what it needs (once, about a minute)', 'npm', ['ci']);
  writeFileSync(mark, lock);
}

/** Builds when a source has changed since the last build. */
export async function build() {
  const mark = 'node_modules/.wayfelt-build';
  const sources = hash(sourceFiles());
  if (
    existsSync(mark) &&
    readFileSync(mark, 'utf8') === sources &&
    existsSync('packages/collector/dist/cli.js')
  )
    return;
  await step('Building the packages, the script and the dashboard', 'npm', ['run', 'build']);
  writeFileSync(mark, sources);
}

const hash = (files) => {
  const sum = createHash('sha256');
  for (const file of files) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
};

function sourceFiles() {
  const found = ['package-lock.json', 'rollup.config.mjs', 'tsconfig.json'];
  const walk = (folder) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else found.push(path);
    }
  };
  for (const name of readdirSync('packages').sort()) {
    const folder = join('packages', name, 'src');
    if (existsSync(folder)) walk(folder);
  }
  if (existsSync('demo/simulate')) walk('demo/simulate');
  return found;
}
