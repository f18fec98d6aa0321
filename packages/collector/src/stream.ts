import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Auth } from './auth.js';
import { askOf, siteOf } from './slice.js';
import type { Store } from './store.js';

/** Screens hear of changes at most this often. */
const GATHER_MS = 500;
/** Proxies close lines that are silent for a minute. */
const BEAT_MS = 25_000;

export type Changes = ReturnType<typeof createChanges>;

/** Who wants to hear that something of a site changed. */
export function createChanges() {
  const listeners = new Map<string, Set<() => void>>();
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    /** Tells the listeners of this site soon, however often it is called meanwhile. */
    changed(site: string) {
      if (!listeners.has(site) || timers.has(site)) return;
      const timer = setTimeout(() => {
        timers.delete(site);
        for (const listener of listeners.get(site) ?? []) listener();
      }, GATHER_MS);
      timer.unref();
      timers.set(site, timer);
    },
    on(site: string, listener: () => void): () => void {
      const all = listeners.get(site) ?? new Set();
      listeners.set(site, all.add(listener));
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(site);
      };
    },
  };
}

/** `GET /v1/stream`: server-sent events that say that there is something new; what, the screen asks by itself. */
export function streamRoutes({
  auth,
  changes,
  store,
}: {
  auth: Auth;
  changes: Changes;
  store: Pick<Store, 'sites'>;
}): Hono {
  const app = new Hono();
  app.get('/v1/stream', auth.readers, (c) => {
    const site = siteOf(askOf(c.req.url));
    c.header('Cache-Control', 'no-store');
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new Promise<void>((resolve) => {
        const off = changes.on(site, () => void stream.writeSSE({ event: 'change', data: '{}' }));
        const beat = setInterval(() => void stream.write(': still here\n\n'), BEAT_MS);
        beat.unref();
        stream.onAbort(() => {
          off();
          clearInterval(beat);
          resolve();
        });
      });
      // Read once changes are heard of: whoever knows of an older record has missed something before.
      const last = (await store.sites()).find((row) => row.site === site)?.last ?? 0;
      await stream.writeSSE({ event: 'open', data: JSON.stringify({ last }), retry: 2_000 });
      await ended;
    });
  });
  return app;
}
