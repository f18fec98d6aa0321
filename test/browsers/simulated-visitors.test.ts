import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, openBrowser } from '../support/browsers.js';

const BUILT = 'demo/dist/simulate.js';

type Simulate = (options: object) => { arrivals(): Iterator<unknown>; beliefs: unknown };

/**
 * All files of one large seed and of two hundred small ones as one text; runs in the page too, so it uses nothing from
 * outside itself.
 */
function filesOf(simulate: Simulate): string {
  const lines: string[] = [];
  for (let seed = 0; seed <= 200; seed++) {
    const visitors = seed === 0 ? 300 : 5;
    const { arrivals, beliefs } = simulate({ seed, visitors, owners: 0.3, returning: 0.35 });
    lines.push(JSON.stringify(beliefs));
    const arriving = arrivals();
    for (;;) {
      const next = arriving.next();
      lines.push(JSON.stringify(next.value));
      if (next.done) break;
    }
  }
  return lines.join('\n');
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>Simulated visitors</title>
<script type="module">import { simulate } from '/simulate.js'; window.files = (${filesOf.toString()})(simulate);</script>`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('simulated visitors', () => {
  let server: Server;
  let origin = '';
  let here = '';

  beforeAll(async () => {
    if (!existsSync(BUILT)) throw new Error(`${BUILT} is missing: run npm run build first`);
    server = createServer((request, response) => {
      const isScript = request.url === '/simulate.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? readFileSync(BUILT) : PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const built = (await import(new URL(`../../${BUILT}`, import.meta.url).href)) as {
      simulate: Simulate;
    };
    here = hashOf(filesOf(built.simulate));
  });

  afterAll(() => {
    server.close();
  });

  for (const engine of ENGINES)
    it(`are the same, byte by byte, in ${engine} as in Node`, async () => {
      const browser = await openBrowser(engine);
      try {
        const page = await browser.newPage();
        await page.goto(`${origin}/`);
        expect(hashOf(await page.waitFor<string, []>('window.files'))).toBe(here);
      } finally {
        await browser.close();
      }
    });
});
