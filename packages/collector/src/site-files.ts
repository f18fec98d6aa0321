import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { choiceCookie, READER_CHOICES, type ReaderChoice } from '@wayfelt/protocol';
import { parse } from 'hono/utils/cookie';
import type { Filling, Folder } from './files.js';

/** Nothing from elsewhere; inline only the page's own first script; images also as the dashboard draws them for downloads. */
const dashboardHeaders = (page: string) => ({
  'Content-Security-Policy': [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScripts(page)].join(' '),
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  // it holds what this reader chose
  'Cache-Control': 'private, no-cache',
});

/** What the reader chose for this browser; nothing for what is no choice. */
const choicesOf = (request: Request): Filling => {
  const cookies = parse(request.headers.get('Cookie') ?? '');
  const chosen = (name: ReaderChoice): string =>
    READER_CHOICES[name].find((value) => value === cookies[choiceCookie(name)]) ?? '';
  return { language: chosen('language'), appearance: chosen('appearance') };
};

/** The hashes of the scripts that stand in a page (CSP level 3, 2.3.1). None where it is not built. */
const inlineScripts = (page: string): string[] => {
  if (!existsSync(page)) return [];
  const scripts = readFileSync(page, 'utf8').matchAll(
    /<script(?![^>]* src=)[^>]*>([^]*?)<\/script>/g,
  );
  return [...scripts].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
};

/** Any page may load the script and its parts; a new version is everywhere within minutes. */
const SCRIPT_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
};

/** A name with a hash in it never means anything else. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const { resolve } = createRequire(import.meta.url);

/** The built files of another package: installed beside this one, or linked in the workspace. */
const filesOf = (name: string, folder: string): string =>
  join(dirname(resolve(`${name}/package.json`)), folder);

/** What the collector serves beside its routes. */
export const siteFolders = (): Folder[] => {
  const dashboard = filesOf('@wayfelt/dashboard', 'dist');
  const headers = dashboardHeaders(join(dashboard, 'index.html'));
  return [
    { at: '/', folder: filesOf('wayfelt', 'dist/script'), headers: SCRIPT_HEADERS },
    {
      at: '/chunks/',
      folder: join(dashboard, 'chunks'),
      headers: { ...headers, 'Cache-Control': FOR_EVER },
    },
    { at: '/', folder: dashboard, headers, fill: choicesOf },
  ];
};

/** The demo is a site like any other: it gets no headers of ours, and its script tag names the collector. */
export const demoFolder = (folder: string, collector = ''): Folder => ({
  at: '/demo/',
  folder,
  headers: {},
  fill: () => ({ collector }),
});

/** Beside the demo's folder: the question in every state, where it is there; it loads the script's files from `/`. */
export const galleryFolder = (demo: string): Folder => ({
  at: '/demo/gallery/',
  folder: join(demo, '../gallery'),
  headers: {},
});
