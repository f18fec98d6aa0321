import { Hono } from 'hono';
import { jsonText } from './json-text.js';
import type { ReadOptions } from './read.js';
import { askOf, secondSliceOf, sliceOf } from './slice.js';

/** `GET /v1/compare`: the first slice against the second, as a whole, by stage and by touchpoint. */
export function compareRoutes({ store, auth, now, figures }: ReadOptions): Hono {
  const app = new Hono();
  app.get('/v1/compare', auth.readers, async (c) => {
    const ask = askOf(c.req.url);
    const slices = { first: sliceOf(ask, now()), second: secondSliceOf(ask, now()) };
    const { settings } = await store.settings.current(slices.first.site);
    const question = { of: 'compared', ...slices, settings, now: now() } as const;
    return jsonText(c, await figures(question, c.req.raw.signal));
  });
  return app;
}
