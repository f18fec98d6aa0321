import { Hono } from 'hono';
import type { Auth } from './auth.js';
import { Problem } from './problem.js';
import { askOf, siteOf } from './slice.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
const DEFAULT_DAYS = 30;

/** `POST /v1/shares`: a link to one site's figures, for reading only, that expires. */
export function shareRoutes({ auth, now }: { auth: Auth; now: () => number }): Hono {
  const app = new Hono();
  app.post('/v1/shares', auth.team, async (c) => {
    const site = siteOf(askOf(c.req.url));
    const { days, comments, view } = shareOf(await c.req.json().catch(() => ({})));
    const expires = now() + days * DAY_MS;
    const token = auth.seal({ role: 'guest', site, comments, expires });
    const link = new URL(view, c.req.url);
    link.hash = `share=${token}`;
    return c.json({ token, link: link.href, expires }, 201);
  });
  return app;
}

function shareOf(body: unknown) {
  const given: { days?: unknown; comments?: unknown; view?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  const { days = DEFAULT_DAYS, comments = false, view = '/' } = given;
  if (typeof days !== 'number' || !(days > 0 && days <= MOST_DAYS))
    throw new Problem(400, `days: expected a number above 0 and up to ${MOST_DAYS}`);
  if (typeof comments !== 'boolean') throw new Problem(400, 'comments: expected true or false');
  // a path of this collector with its query, and nothing that leads elsewhere
  if (typeof view !== 'string' || !/^\/(?![/\\])[^#\s]{0,2000}$/.test(view))
    throw new Problem(400, 'view: expected a path of the dashboard, as /?site=shop');
  return { days, comments, view };
}
