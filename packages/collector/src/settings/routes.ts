import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { Store } from '../store.js';
import { editors, preflight, type Editing } from './access.js';
import { coverageRoutes } from './coverage-routes.js';
import { labelRoutes } from './label-routes.js';
import { publicSettings } from './public-routes.js';
import { siteOf } from './asked.js';
import { versionRoutes } from './version-routes.js';

export interface SettingsRoutesOptions {
  store: Pick<Store, 'settings' | 'places'>;
  /** Lets only readers with the token or a session pass. */
  readers: MiddlewareHandler;
  /** Whether a shared link reads, which shows figures: it gets the live settings, and nothing of their making. */
  isGuest?: (c: Context) => boolean;
  /** Tells the open screens that this site changed. */
  changed: (site: string) => void;
  /** Epoch milliseconds; the clock unless a test sets one. */
  now?: () => number;
}

/** What a page fetches (public), and what a team reads and writes. Mounted at `/`. */
export function settingsRoutes(options: SettingsRoutesOptions): Hono {
  const { store, readers, changed, now = Date.now, isGuest = () => false } = options;
  const { settings } = store;
  const app = new Hono();
  app.route('/', publicSettings({ store, now }));

  const team = new Hono<Editing>();
  for (const path of ['/v1/settings', '/v1/settings/*']) {
    team.options(path, preflight);
    team.use(path, editors({ settings, readers, now }));
  }
  // The figures of a guest need the names and standards that hold now.
  team.get('/v1/settings', async (c, next) => {
    if (!isGuest(c)) return await next();
    const { version, settings: live } = await settings.current(siteOf(c));
    return c.json({ site: siteOf(c), live: version, newest: version, version, settings: live });
  });
  team.use('/v1/settings/*', async (c, next) =>
    isGuest(c) ? c.json({ error: 'This link is for figures only.' }, 403) : await next(),
  );
  team.route('/', versionRoutes({ settings, changed, now }));
  team.route('/', labelRoutes({ settings, now }));
  team.route('/', coverageRoutes({ store, changed, now }));
  app.route('/', team);
  return app;
}
