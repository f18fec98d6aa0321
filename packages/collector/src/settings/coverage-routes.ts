import { Hono } from 'hono';
import { matchesPage } from '@wayfelt/protocol';
import type { Store } from '../store.js';
import { authorOf, notByLabelToken, type Editing } from './access.js';
import { bodyOf, daysOf, numberIn, siteOf, wrong } from './asked.js';
import { coverageOf, stageNow } from './coverage.js';

const DAY_MS = 86_400_000;
/** How far back pages count as recent. */
const RECENT_DAYS = 28;
/** Pages shown for a pattern that somebody is about to choose. */
const SHOWN = 8;

export interface CoverageRoutesOptions {
  store: Pick<Store, 'settings' | 'places'>;
  /** Tells the open screens that this site changed. */
  changed: (site: string) => void;
  now: () => number;
}

/** What is not covered, which pages a pattern would mean, and corrected rules for the past. */
export function coverageRoutes({ store, changed, now }: CoverageRoutesOptions): Hono<Editing> {
  const app = new Hono<Editing>();
  const { settings } = store;
  const since = (days: number) => Math.floor((now() - days * DAY_MS) / DAY_MS);

  app.get('/v1/settings/coverage', async (c) => {
    const site = siteOf(c);
    const days = daysOf(numberIn(c.req.query('days')));
    const period = { site, from: now() - days * DAY_MS, to: now() + DAY_MS };
    const newest = await settings.newest(site);
    const pages = await settings.pages(site, since(days));
    const [stages, touchpoints] = await Promise.all([
      store.places(period, 'stage'),
      store.places(period, 'touchpoint'),
    ]);
    return c.json(coverageOf(newest.settings, days, pages, [...stages, ...touchpoints]));
  });

  /** `?match=`: recent pages that this pattern means, and how many visits they had. */
  app.get('/v1/settings/pages', async (c) => {
    const match = c.req.query('match');
    if (!match) throw wrong('match', 'a path like /products/:id', match);
    const pattern = match.split('?')[0] ?? '';
    const pages = await settings.pages(siteOf(c), since(RECENT_DAYS));
    const visits = new Map<string, number>();
    for (const { page, visits: n } of pages)
      if (matchesPage(pattern, page)) visits.set(page, (visits.get(page) ?? 0) + n);
    const matching = [...visits].map(([page, n]) => ({ page, visits: n }));
    return c.json({
      pages: matching.length,
      visits: matching.reduce((total, { visits }) => total + visits, 0),
      examples: matching.sort((a, b) => b.visits - a.visits).slice(0, SHOWN),
    });
  });

  app.get('/v1/settings/past', notByLabelToken, async (c) => {
    const site = siteOf(c);
    const live = await settings.current(site);
    const days = daysOf(numberIn(c.req.query('days')));
    const preview = await settings.past.preview(site, days, stageNow(live.settings), now());
    return c.json({ version: live.version, preview, log: await settings.past.log(site) });
  });

  app.post('/v1/settings/past', notByLabelToken, async (c) => {
    const site = siteOf(c);
    const body = await bodyOf(c);
    const days = daysOf(body['days']);
    const live = await settings.current(site);
    if (body['version'] !== live.version)
      return c.json(
        { error: `The live version is ${live.version} now. Look at the preview again.` },
        409,
      );
    const by = { author: authorOf(c, body['author']), at: now(), version: live.version };
    const change = await settings.past.apply(site, days, stageNow(live.settings), by);
    changed(site);
    return c.json(change);
  });

  app.post('/v1/settings/past/:id/undo', notByLabelToken, async (c) => {
    const site = siteOf(c);
    const by = { author: authorOf(c, (await bodyOf(c))['author']), at: now() };
    const id = numberIn(c.req.param('id'));
    if (typeof id !== 'number') throw wrong('id', 'the number of a change of the past', id);
    if ((await settings.past.undo(site, id, by)) === 'not-newest')
      return c.json(
        { error: 'Only the newest change of the past that still stands can be undone.' },
        409,
      );
    changed(site);
    return c.json({ log: await settings.past.log(site) });
  });
  return app;
}
