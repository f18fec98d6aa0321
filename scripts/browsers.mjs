// Finds the browsers that the tests need, and installs them where that is possible without asking:
// as root on Debian by apt. Elsewhere CHROME_PATH, FIREFOX_PATH and WEBKIT_PATH name them.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox' | 'webkit'} Engine */

/** A quiet Chromium: no sandbox as root, and no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The scripts of our ten languages, by Debian's package; pictures without them show boxes. */
const FONTS = {
  'fonts-noto-core': '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
};

/** @type {Record<Engine, { variable: string, places: string[], packages: string[] }>} */
const BROWSERS = {
  chromium: {
    variable: 'CHROME_PATH',
    places: [
      'chromium',
      'chromium-browser',
      'google-chrome',
      'google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packages: ['chromium', ...Object.keys(FONTS)],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    places: ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr'],
  },
  webkit: {
    variable: 'WEBKIT_PATH',
    places: [
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
      '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
      '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
    ],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

/** @param {string} name a command, or an absolute path */
const locate = (name) =>
  name.startsWith('/')
    ? existsSync(name) && name
    : (process.env.PATH ?? '')
        .split(delimiter)
        .map((folder) => join(folder, name))
        .find((file) => existsSync(file));

/**
 * @param {Engine} engine
 * @returns {string | undefined}
 */
const lookFor = (engine) => {
  const { variable, places } = BROWSERS[engine];
  const named = process.env[variable];
  if (named) return existsSync(named) ? named : undefined;
  for (const place of places) {
    const found = locate(place);
    if (found) return found;
  }
  return undefined;
};

/**
 * The path of a command.
 * @param {string} name
 * @returns {string}
 */
export function findTool(name) {
  const found = locate(name);
  if (!found)
    throw new Error(`${name} is missing; on Debian: apt-get install xvfb webkit2gtk-driver`);
  return found;
}

/**
 * The path of a browser.
 * @param {Engine} engine
 * @returns {string}
 */
export function findBrowser(engine) {
  const found = lookFor(engine);
  if (found) return found;
  const { variable, packages } = BROWSERS[engine];
  throw new Error(
    `The tests need ${engine}, and it was not found. Install it (Debian: apt-get install ${packages.join(' ')}) ` +
      `or set ${variable} to its path.`,
  );
}

const isRootOnDebian = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Sees to it that all of these browsers are here, or throws with what to do.
 * @param {Engine[]} engines
 */
export function provideBrowsers(engines) {
  const missing = engines.filter(
    (engine) =>
      !lookFor(engine) || (engine === 'webkit' && !(locate('Xvfb') && locate('WebKitWebDriver'))),
  );
  const packages = [
    ...new Set([
      ...missing.flatMap((engine) => BROWSERS[engine].packages),
      ...Object.entries(FONTS).flatMap(([name, file]) => (existsSync(file) ? [] : [name])),
    ]),
  ];
  if (packages.length > 0 && isRootOnDebian()) {
    console.log(`Installing ${packages.join(' ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  } else if (missing.includes('chromium') && !process.env.CHROME_PATH) {
    console.log('Installing Chromium by the test tool …');
    installByPlaywright();
  }
  for (const engine of engines) findBrowser(engine);
}

function installByPlaywright() {
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync('npx', ['playwright-core', 'install', ...args], { encoding: 'utf8' });
  try {
    run('chromium');
    const folder = run('--dry-run', 'chromium')
      .match(/Install location:\s*(.+)/)?.[1]
      ?.trim();
    const binary =
      folder &&
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
      ]
        .map((file) => join(folder, file))
        .find((file) => existsSync(file));
    if (binary) process.env.CHROME_PATH = binary;
  } catch {
    // said with all that can be done about it by findBrowser
  }
}
