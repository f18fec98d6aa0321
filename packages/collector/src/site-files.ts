import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Folder } from './files.js';

/** Nothing from elsewhere, nothing inline; images also as the dashboard draws them for downloads. */
const DASHBOARD_HEADERS = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
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
};

/** Any page may load the script and its parts; a new version is everywhere within minutes. */
const SCRIPT_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400',
};

/** This package's folder, wherever the bundler put this code in it. */
const packageFolder = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** In the published package its own copy, in the workspace what the other package builds. */
const folderOf = (packed: string, built: string): string => {
  const copy = join(packageFolder(), 'dist', packed);
  return existsSync(copy) ? copy : join(packageFolder(), '..', built);
};

/** What the collector serves beside its routes. */
export const siteFolders = (): Folder[] => [
  { at: '/', folder: folderOf('script', 'sdk/dist/script'), headers: SCRIPT_HEADERS },
  {
    at: '/',
    folder: folderOf('dashboard', 'dashboard/dist'),
    headers: DASHBOARD_HEADERS,
  },
];

/** The demo is a site like any other: it gets no headers of ours, and its script tag names the collector. */
export const demoFolder = (folder: string, collector = ''): Folder => ({
  at: '/demo/',
  folder,
  headers: {},
  collector,
});

/** Beside the demo's folder: the question in every state, where it is there; it loads the script's files from `/`. */
export const galleryFolder = (demo: string): Folder => ({
  at: '/demo/gallery/',
  folder: join(demo, '../gallery'),
  headers: {},
});
