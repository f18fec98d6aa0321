import { Hono, type Context } from 'hono';
import type { Auth } from './auth.js';
import { Problem } from './problem.js';
import { askOf, siteOf } from './slice.js';
import type { Store } from './store.js';

const MOST_TAGS = 20;
const TAG_LENGTH = 40;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface TagsOptions {
  store: Store;
  auth: Auth;
  changed: (site: string) => void;
}

/** Throws `Problem` for guests whose link leaves comments out. */
export function mayReadComments(c: Context, auth: Auth): void {
  const reader = auth.readerOf(c);
  if (reader?.role === 'guest' && !reader.comments)
    throw new Problem(403, 'This link does not include comments.');
}

/** Single comments: what a team sorts them under, and how their writers came there. */
export function tagRoutes({ store, auth, changed }: TagsOptions): Hono {
  const app = new Hono();
  const missing = () => new Problem(404, 'There is no such comment.');

  app.get('/v1/comments/:id/path', auth.readers, async (c) => {
    mayReadComments(c, auth);
    const path = await store.path(siteOf(askOf(c.req.url)), commentIn(c.req.param('id')));
    if (!path) throw missing();
    c.header('Cache-Control', 'private, no-store');
    return c.json({ path });
  });

  app.put('/v1/comments/:id/tags', auth.readers, async (c) => {
    const site = siteOf(askOf(c.req.url));
    const tags = tagsOf(await c.req.json().catch(() => undefined));
    if (!(await store.setTags(site, commentIn(c.req.param('id')), tags))) throw missing();
    changed(site);
    return c.json({ tags });
  });

  app.get('/v1/tags', auth.readers, async (c) => {
    mayReadComments(c, auth);
    return c.json({ tags: await store.tags(siteOf(askOf(c.req.url))) });
  });
  return app;
}

function commentIn(id: string): string {
  if (!UUID.test(id)) throw new Problem(400, 'id: expected the id of a comment, a UUID');
  return id.toLowerCase();
}

function tagsOf(body: unknown): string[] {
  const tags = typeof body === 'object' && body !== null && 'tags' in body ? body.tags : undefined;
  const words = Array.isArray(tags)
    ? tags.map((tag: unknown) => (typeof tag === 'string' ? tag.trim() : ''))
    : [];
  if (
    !Array.isArray(tags) ||
    words.length > MOST_TAGS ||
    words.some((word) => word === '' || word.length > TAG_LENGTH)
  )
    throw new Problem(
      400,
      `tags: expected at most ${MOST_TAGS} words of 1 to ${TAG_LENGTH} characters`,
    );
  return [...new Set(words)].sort();
}
