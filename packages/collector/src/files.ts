import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { encode, encodedFor, type Encoded } from './encoding.js';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
};
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.map', '.svg', '.txt']);

/** A folder whose files are served. */
export interface Folder {
  /** The beginning of the path: `/`, `/demo/`. */
  at: string;
  folder: string;
  headers: Record<string, string>;
  /** What stands in pages for `{{name}}`, by its name: few values, as each page is kept. Absent: pages are served as they are. */
  fill?: (request: Request) => Filling;
}

/** `{ collector: 'https://wayfelt.example' }`. */
export type Filling = { readonly [name: string]: string };

interface Loaded extends Encoded {
  changed: number;
  type: string;
  etag: string;
}

/**
 * Serves files, compressed once and kept in memory; a file that changed on disk is read again. Where a folder has a
 * `404.html`, people get it for what is not there.
 */
export function createFiles(folders: readonly Folder[]) {
  const loaded = new Map<string, Loaded>();

  const load = async (file: string, filling?: Filling): Promise<Loaded | undefined> => {
    const info = await stat(file).catch(() => undefined);
    if (!info?.isFile()) return undefined;
    const filled = extname(file) === '.html' ? filling : undefined;
    const key = file + JSON.stringify(filled ?? {});
    const known = loaded.get(key);
    if (known?.changed === info.mtimeMs) return known;
    const fresh = await read(file, info.mtimeMs, filled);
    loaded.set(key, fresh);
    return fresh;
  };

  /** The nearest `404.html` above a path, of the folder that is nearest itself. */
  const missing = async (path: string, request: Request): Promise<Response | undefined> => {
    const nearest = [...folders].sort((a, b) => b.at.length - a.at.length);
    for (const { at, folder, headers, fill } of nearest) {
      if (!path.startsWith(at)) continue;
      let below = path.slice(at.length);
      do {
        below = below.replace(/[^/]*\/?$/, '');
        const page = await load(join(folder, below, '404.html'), fill?.(request));
        if (page)
          return new Response(Uint8Array.from(page.plain), {
            status: 404,
            headers: { 'Content-Type': page.type, 'X-Content-Type-Options': 'nosniff', ...headers },
          });
      } while (below !== '');
    }
    return undefined;
  };

  return async (request: Request): Promise<Response | undefined> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    const path = pathOf(request.url);
    if (path === undefined) return undefined;
    for (const { at, folder, headers, fill } of folders) {
      if (`${path}/` === at) return redirect(at);
      if (!path.startsWith(at)) continue;
      const file = join(folder, path.slice(at.length));
      const page = path.endsWith('/') ? join(file, 'index.html') : file;
      const found = await load(page, fill?.(request));
      if (found) return answer(request, found, headers);
      if (!path.endsWith('/') && (await load(join(file, 'index.html'))))
        return redirect(`${path}/`);
    }
    return isPerson(request) ? await missing(path, request) : undefined;
  };
}

/** Programs ask for what they want; only people, who follow links, take a page. */
const isPerson = (request: Request): boolean =>
  /\btext\/html\b/.test(request.headers.get('Accept') ?? '');

const redirect = (to: string) => new Response(null, { status: 301, headers: { Location: to } });

/** The decoded path, or nothing where it tries to leave the folder. */
const pathOf = (url: string): string | undefined => {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    const parts = path.split(/[/\\]/);
    return parts.some((part) => part.startsWith('.')) ||
      path.includes('\0') ||
      path.includes(`${sep}${sep}`)
      ? undefined
      : path;
  } catch {
    return undefined;
  }
};

async function read(file: string, changed: number, filling: Filling = {}): Promise<Loaded> {
  const ending = extname(file);
  const bytes = await readFile(file);
  const places = Object.entries(filling);
  const plain =
    places.length === 0
      ? bytes
      : Buffer.from(
          places.reduce(
            (text, [name, value]) => text.replaceAll(`{{${name}}}`, () => value),
            bytes.toString('utf8'),
          ),
        );
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`;
  const type = TYPES[ending] ?? 'application/octet-stream';
  const encoded = COMPRESSED.has(ending) ? await encode(plain) : { plain };
  return { changed, type, etag, ...encoded };
}

function answer(request: Request, file: Loaded, headers: Record<string, string>): Response {
  const accepted = request.headers.get('Accept-Encoding') ?? '';
  const { body, headers: encoding } = encodedFor(accepted, file);
  const common = {
    'Content-Type': file.type,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
    ETag: file.etag,
    ...encoding,
    ...headers,
  };
  const known = (request.headers.get('If-None-Match') ?? '').split(/,\s*/);
  if (known.some((tag) => tag.replace(/^W\//, '') === file.etag))
    return new Response(null, { status: 304, headers: common });
  return new Response(request.method === 'HEAD' ? null : Uint8Array.from(body), {
    headers: {
      ...common,
      'Content-Length': String(body.length),
    },
  });
}
