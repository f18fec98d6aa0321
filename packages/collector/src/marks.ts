import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Mark } from '@wayfelt/report';
import type { Auth } from './auth.js';
import { Problem } from './problem.js';
import { askOf, siteOf } from './slice.js';
import type { Store } from './store.js';

const KINDS = ['release', 'campaign', 'other'] as const;
const TEXT_LENGTH = 200;

export interface MarksOptions {
  store: Store;
  auth: Auth;
  changed: (site: string) => void;
}

/** Releases and campaigns that a team marks in time. */
export function marksRoutes({ store, auth, changed }: MarksOptions): Hono {
  const app = new Hono();

  app.get('/v1/marks', auth.readers, async (c) =>
    c.json({ marks: await store.marks(siteOf(askOf(c.req.url))) }),
  );

  app.post('/v1/marks', auth.readers, async (c) => {
    const site = siteOf(askOf(c.req.url));
    const mark = { id: randomUUID(), ...markOf(await c.req.json().catch(() => undefined)) };
    await store.saveMark(site, mark);
    changed(site);
    return c.json(mark, 201);
  });

  app.delete('/v1/marks/:id', auth.readers, async (c) => {
    const site = siteOf(askOf(c.req.url));
    if (!(await store.deleteMark(site, c.req.param('id'))))
      throw new Problem(404, 'There is no such mark.');
    changed(site);
    return c.body(null, 204);
  });
  return app;
}

function markOf(body: unknown): Omit<Mark, 'id'> {
  const given: { at?: unknown; kind?: unknown; text?: unknown } =
    typeof body === 'object' && body !== null ? body : {};
  const { at, text } = given;
  const kind = KINDS.find((one) => one === given.kind);
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > 8.64e15)
    throw new Problem(400, 'at: expected epoch milliseconds, a whole number');
  if (!kind) throw new Problem(400, `kind: expected one of ${KINDS.join(', ')}`);
  if (typeof text !== 'string' || text.trim() === '' || text.length > TEXT_LENGTH)
    throw new Problem(400, `text: expected text of 1 to ${TEXT_LENGTH} characters`);
  return { at, kind, text: text.trim() };
}
