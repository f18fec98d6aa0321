import { Hono } from 'hono';
import { compareReports, makeReport, type SlicesCompared } from '@wayfelt/report';
import { countsOf } from './count.js';
import type { ReadOptions } from './read.js';
import { askOf, overlap, secondSliceOf, sliceOf } from './slice.js';

/** `GET /v1/compare`: the first slice against the second, as a whole, by stage and by touchpoint. */
export function compareRoutes({ store, auth, now }: ReadOptions): Hono {
  const app = new Hono();
  app.get('/v1/compare', auth.readers, async (c) => {
    const ask = askOf(c.req.url);
    const slices = { first: sliceOf(ask, now()), second: secondSliceOf(ask, now()) };
    const { settings } = await store.settings.current(slices.first.site);
    const options = {
      parts: ['touchpoints'],
      outcomeDays: settings.outcomeDays,
      now: now(),
    } as const;
    const first = makeReport(await countsOf(store, slices.first, options), settings);
    const second = makeReport(await countsOf(store, slices.second, options), settings);
    const overlaps = overlap(slices.first, slices.second);
    // an answer in both would be compared with itself
    const compared: SlicesCompared | null = overlaps ? null : compareReports(first, second);
    c.header('Cache-Control', 'private, no-store');
    return c.json({ ...slices, overlaps, compared });
  });
  return app;
}
