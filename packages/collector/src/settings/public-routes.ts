import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { toPageSettings } from '@wayfelt/protocol/settings-check';
import { openToAnyOrigin } from '../any-origin.js';
import { encode, encodedFor, type Encoded } from '../encoding.js';
import type { Store } from '../store.js';
import { readLabelToken } from './label-tokens.js';
import { withWanted } from './wanted.js';

/** Answers of the last quarter decide what is wanted; older ones tell of a page that has changed since. */
const WANTED_DAYS = 90;
const DAY_MS = 86_400_000;
/** How long what is wanted stays as it is: it must not change the settings at every answer. */
const WANTED_MS = 3_600_000;

/** A minute fresh; after that a page goes on with what it has while the browser asks. */
const CACHED = 'public, max-age=60, stale-while-revalidate=604800';

interface Body extends Encoded {
  version: number;
  until: number;
  etag: string;
}

export interface PublicSettingsOptions {
  store: Pick<Store, 'settings' | 'places'>;
  now: () => number;
}

/**
 * `GET /v1/sites/:site/settings`: what pages need of the live version. Any origin may read it. With
 * `?preview=<label token>` it is the newest version instead, published or not, and is never cached.
 */
export function publicSettings({ store, now }: PublicSettingsOptions): Hono {
  const app = new Hono();
  const bodies = new Map<string, Body>();

  const body = async (site: string): Promise<Body> => {
    const live = await store.settings.current(site);
    const known = bodies.get(site);
    if (known && known.version === live.version && now() < known.until) return known;
    const { settings, version } = live;
    const period = { site, from: now() - WANTED_DAYS * DAY_MS, to: now() + DAY_MS };
    const counts = settings.touchpoints.length > 0 ? await store.places(period, 'touchpoint') : [];
    const touchpoints = withWanted(settings.touchpoints, counts);
    const json = JSON.stringify(toPageSettings({ ...settings, touchpoints }, version));
    const etag = `"${version}-${createHash('sha256').update(json).digest('base64url').slice(0, 12)}"`;
    const encoded = await encode(Buffer.from(json));
    const made = { version, until: now() + WANTED_MS, etag, ...encoded };
    // Names of sites come from anybody: only those that have settings are remembered.
    if (version > 0) bodies.set(site, made);
    return made;
  };

  app.get('/v1/sites/:site/settings', async (c) => {
    const site = c.req.param('site');
    openToAnyOrigin(c);
    c.header('Content-Type', 'application/json');
    const preview = c.req.query('preview');
    if (preview !== undefined) {
      const grant = readLabelToken(preview, await store.settings.secret(), now());
      if (grant?.site !== site)
        return c.json({ error: 'The label token has expired or is for another site.' }, 401);
      const { settings, version } = await store.settings.newest(site);
      c.header('Cache-Control', 'no-store');
      return c.body(JSON.stringify(toPageSettings(settings, version)));
    }
    const made = await body(site);
    const { etag } = made;
    const { body: bytes, headers } = encodedFor(c.req.header('Accept-Encoding') ?? '', made);
    c.header('Cache-Control', CACHED);
    c.header('ETag', etag);
    if (headers['Vary']) c.header('Vary', headers['Vary']);
    // A proxy that compresses makes the tag weak; it still means the same settings.
    const known = (c.req.header('If-None-Match') ?? '').split(/,\s*/);
    if (known.some((tag) => tag.replace(/^W\//, '') === etag)) return c.body(null, 304);
    return c.body(Uint8Array.from(bytes), 200, headers);
  });
  return app;
}
