import { Hono } from 'hono';
import { LIMITS } from '@wayfelt/protocol';
import type { Auth } from './auth.js';
import { Problem } from './problem.js';
import { askOf, siteOf } from './slice.js';
import type { Store } from './store.js';

export interface VisitorsOptions {
  store: Store;
  auth: Auth;
  now: () => number;
  changed: (site: string) => void;
}

/** `DELETE /v1/visitors/:id`: everything of one visitor is gone, and from every count. */
export function visitorRoutes({ store, auth, now, changed }: VisitorsOptions): Hono {
  const app = new Hono();
  app.delete('/v1/visitors/:id', auth.team, async (c) => {
    const site = siteOf(askOf(c.req.url));
    const visitor = c.req.param('id');
    if (visitor.length > LIMITS.visitorLength)
      throw new Problem(400, `id: expected at most ${LIMITS.visitorLength} characters`);
    const erased = await store.forget(site, visitor, now());
    changed(site);
    return c.json({ erased });
  });
  return app;
}
