/**
 * Pages on one origin and a collector beside them that keeps what it is sent, for tests of the built script. The
 * collector takes every record and answers with a receipt; `down` makes it answer nothing.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { PageSettings, WayfeltRecord } from '@wayfelt/protocol';

export interface CorePage {
  head?: string;
  /** Attributes of the script tag. */
  tag?: string;
  /** What stands in the script tag's place. */
  script?: string;
  body?: string;
  csp?: string;
}

export interface CorePages {
  /** The address of a page: its body, and what else stands in the script tag. */
  page(path: string, page: CorePage): string;
  /** Further scripts: path → what stands in it. */
  scripts: Map<string, string>;
  /** What has arrived of this site. */
  records(site: string): WayfeltRecord[];
  settings: Map<string, PageSettings>;
  down: boolean;
  close(): Promise<void>;
}

const SCRIPTS = 'packages/sdk/dist/script';

export async function openCorePages(): Promise<CorePages> {
  const pages = new Map<string, { html: string; csp: string }>();
  const arrived = new Map<string, Map<string, WayfeltRecord>>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = /^\/collector\/(wayfelt[\w-]*\.js)$/.exec(pathname)?.[1];
    const site = /^\/collector\/v1\/sites\/([\w-]+)\/settings$/.exec(pathname)?.[1];
    const end = (type: string, text: string) => {
      response.setHeader('Content-Type', type);
      response.end(text);
    };
    const own = state.scripts.get(pathname);
    if (own !== undefined) return end('text/javascript', own);
    if (file) return end('text/javascript', readFileSync(`${SCRIPTS}/${file}`, 'utf8'));
    if (state.down && pathname.startsWith('/collector')) return request.socket.destroy();
    if (site) return end('application/json', JSON.stringify(state.settings.get(site) ?? {}));
    if (pathname === '/collector/v1/records') {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        // Long batches are compressed; no header says so.
        const body = Buffer.concat(parts);
        const text = (body[0] === 0x1f ? gunzipSync(body) : body).toString('utf8');
        const { site, records } = JSON.parse(text) as { site: string; records: WayfeltRecord[] };
        const kept = arrived.get(site) ?? new Map();
        arrived.set(site, kept);
        for (const record of records) kept.set(record.id, record);
        end(
          'application/json',
          JSON.stringify({ accepted: records.length, duplicates: 0, rejected: [] }),
        );
      });
      return undefined;
    }
    const page = pages.get(pathname);
    if (!page) {
      response.statusCode = 404;
      return end('text/plain', 'no such page');
    }
    if (page.csp) response.setHeader('Content-Security-Policy', page.csp);
    return end('text/html', page.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const state: CorePages = {
    page(path, { head = '', tag = '', body = '', csp = '', script = tagWith(tag) }) {
      pages.set(path, {
        csp,
        html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}${script}</head><body>${body}</body></html>`,
      });
      return origin + path;
    },
    records: (site) => [...(arrived.get(site)?.values() ?? [])],
    settings: new Map(),
    scripts: new Map(),
    down: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return state;
}

/** The tag of the built script. */
export const tagWith = (attributes: string): string =>
  `<script async src="/collector/wayfelt.js" ${attributes}></script>`;
