// Takes the pictures of README.md from the real thing: a collector with simulated visitors, the demo shop, the
// dashboard. `npm run screenshots` after `npm run build`; the pictures go to docs/images/.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGS, findBrowser } from './browsers.mjs';

const OUT = 'docs/images';
const CLI = 'packages/collector/dist/cli.js';
const DESKTOP = { width: 1120, height: 720 };
const PHONE = { width: 390, height: 844, deviceScaleFactor: 1.5, hasTouch: true, isMobile: true };

if (!existsSync(CLI)) {
  console.error('There is nothing to take pictures of yet: run npm run build first.');
  process.exit(1);
}
const data = mkdtempSync(join(tmpdir(), 'wayfelt-pictures-'));
const collector = spawn(
  process.execPath,
  [CLI, '--port', '0', '--data', join(data, 'store'), '--demo', 'demo/shop'],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
const browser = await launch({
  executablePath: findBrowser('chromium'),
  args: CHROMIUM_ARGS,
});
try {
  mkdirSync(OUT, { recursive: true });
  const { signIn, shop } = await links();
  await question('question', shop, DESKTOP);
  await question('question-phone', `${shop}ko/`, PHONE, 7);
  const { origin } = new URL(signIn);
  const token = signIn.split('#token=')[1] ?? '';
  const options = `--visitors 5000 --seed 1 --collector ${origin} --token ${token} --out ${data}/truth`;
  execFileSync(process.execPath, ['scripts/visitors.mjs', ...options.split(' ')], {
    stdio: 'inherit',
  });
  await dashboard('dashboard', signIn, 'light');
  await dashboard('dashboard-dark', signIn, 'dark');
} finally {
  await browser.close();
  collector.kill();
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}

/** The links that the collector prints when it is ready. */
async function links() {
  let said = '';
  for await (const chunk of collector.stdout) {
    said += chunk;
    const signIn = /http\S+#token=\S+/.exec(said)?.[0];
    const shop = /http\S+\/demo\//.exec(said)?.[0];
    if (signIn && shop) {
      collector.stdout.resume();
      return { signIn, shop };
    }
  }
  throw new Error(`The collector did not start: ${said}`);
}

/** The question over the search page, as it comes or with a face chosen. */
async function question(name, shop, viewport, level) {
  const { page, close } = await open(viewport, 'light');
  await page.goto(`${shop}search.html`, { waitUntil: 'load' });
  await page.waitForFunction(() => window.wayfelt && !('q' in window.wayfelt));
  await page.evaluate(() => void window.wayfelt.ask('search/results'));
  const face = `wayfelt-question >>> input[value="${level ?? 1}"]`;
  // a locator that begins before the element is there never looks into its shadow
  await page.waitForFunction(() =>
    document.querySelector('wayfelt-question')?.shadowRoot?.querySelector('input'),
  );
  await settled(page);
  if (level) {
    await page.locator(face).click();
    await page.waitForFunction(() =>
      document.querySelector('wayfelt-question').shadowRoot.querySelector('textarea'),
    );
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await settled(page);
  await save(page, name);
  await close();
}

async function dashboard(name, signIn, mode) {
  const { page, close } = await open({ width: 1280, height: 900 }, mode);
  // The dashboard signs in by the token wherever it stands in the address.
  const address = signIn.replace('#token=', '#/journey?site=demo&days=365&token=');
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(
    () => document.querySelector('main svg') && !document.querySelector('[aria-busy=true]'),
  );
  await settled(page);
  await save(page, name);
  await close();
}

async function open(viewport, mode) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: mode },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  return { page, close: () => context.close() };
}

/** Nothing is being loaded or moved any more. */
async function settled(page) {
  await page.waitForNetworkIdle({ idleTime: 300, concurrency: 2 }); // the dashboard listens all the time
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });
}

async function save(page, name) {
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path });
  console.log(`${path}  ${Math.round(statSync(path).size / 1024)} kB`);
}
