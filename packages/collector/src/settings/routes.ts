import { Hono, type MiddlewareHandler } from 'hono';
import type { Store } from '../store.js';
import { editors, preflight, type Editing } from './access.js';
import { coverageRoutes } from './coverage-routes.js';
import { labelRoutes } from './label-routes.js';
import { publicSettings } from './public-routes.js';
import { versionRoutes } from './version-routes.js';

export interface SettingsRoutesOptions {
  store: Pick<Store, 'settings' | 'places'>;
  /** Lets only readers with the token or a session pass. */
  readers: MiddlewareHandler;
  /** Tells the open screens that this site changed. */
  changed: (site: string) => void;
  /** Epoch milliseconds; the clock unless a test sets one. */
  now?: () => number;
}

/** What a page fetches (public), and what a team reads and writes. Mounted at `/`. */
export function settingsRoutes(options: SettingsRoutesOptions): Hono {
  const { store, readers, changed, now = Date.now } = options;
  const { settings } = store;
  const app = new Hono();
  app.route('/', publicSettings({ store, now }));

  const team = new Hono<Editing>();
  for (const path of ['/v1/settings', '/v1/settings/*']) {
    team.options(path, preflight);
    team.use(path, editors({ settings, readers, now }));
  }
  team.route('/', versionRoutes({ settings, changed, now }));
  team.route('/', labelRoutes({ settings, now }));
  team.route('/', coverageRoutes({ store, changed, now }));
  app.route('/', team);
  return app;
}
