import { Hono, type Context } from 'hono';
import { openToAnyOrigin } from './any-origin.js';
import { createAuth } from './auth.js';
import { compareRoutes } from './compare.js';
import { compressed } from './compressed.js';
import { exportRoutes } from './export.js';
import { FiguresError } from './figures-thread.js';
import { createFigures, isQuick, type Figures } from './figures.js';
import { createLimit } from './limit.js';
import { marksRoutes } from './marks.js';
import { createCounts, metricsText } from './metrics.js';
import { OPENAPI } from './openapi.js';
import { Problem } from './problem.js';
import { readRoutes } from './read.js';
import { readBatch, receive } from './receive.js';
import { sessionRoutes } from './session.js';
import { settingsRoutes } from './settings/routes.js';
import { shareRoutes } from './share.js';
import { StoreError, type Store } from './store.js';
import { createChanges, streamRoutes } from './stream.js';
import { tagRoutes } from './tags.js';
import { togetherRoutes } from './together.js';
import { visitorRoutes } from './visitors.js';

export interface CollectorOptions {
  store: Store;
  /** Whoever has it may read everything and change settings. */
  token: string;
  /** Epoch milliseconds. Default: the system's clock. */
  now?: () => number;
  /** Requests per minute of one address to one site. Default: 6000. */
  requestsAMinute?: number;
  /** Serves what no route answers: the dashboard, the script, the demo. Default: nothing. */
  files?: (request: Request) => Promise<Response | undefined>;
  /** Counts what takes long on a thread of its own (`createFiguresThread`). Default: on this one. */
  figures?: Figures;
  /** Told of what should not happen. Default: the standard error output. */
  report?: (cause: unknown) => void;
}

/** Where a request came from, as the edge knows it. */
export interface Edge {
  address?: string | undefined;
}

export type Collector = (request: Request, edge?: Edge) => Promise<Response>;

/** Seconds after which to try again while the store refuses, or figures cannot be counted. */
const RETRY_S = 10;

/** The whole collector as one function of a request; needs no port, and no file but the store's. */
export function createCollector(options: CollectorOptions): Collector {
  const app = createRoutes(options);
  return async (request, edge = {}) => await app.fetch(request, edge);
}

/** The routes themselves, so that a test can hold the documentation against them. */
export function createRoutes(options: CollectorOptions): Hono<{ Bindings: Edge }> {
  const { store, token, now = Date.now, files, report = console.error } = options;
  const auth = createAuth({ token, now });
  const changes = createChanges();
  const { changed } = changes;
  const limit = createLimit(now, options.requestsAMinute);
  const counts = createCounts();
  const app = new Hono<{ Bindings: Edge }>();

  app.onError((cause, c) => {
    if (cause instanceof Problem) {
      if (cause.retryAfter !== undefined) c.header('Retry-After', String(cause.retryAfter));
      return c.json({ error: cause.message }, cause.status);
    }
    // nobody is there to be told
    if (c.req.raw.signal.aborted) return new Response(null, { status: 499 });
    report(cause);
    if (!(cause instanceof StoreError || cause instanceof FiguresError))
      return c.json({ error: 'Something broke here.' }, 500);
    c.header('Retry-After', String(RETRY_S));
    const error =
      cause instanceof StoreError
        ? 'Nothing can be stored at the moment; try again later.'
        : 'These figures could not be counted; try again later.';
    return c.json({ error }, 503);
  });

  app.use(async (c, next) => {
    c.header('X-Content-Type-Options', 'nosniff');
    if (c.req.path === '/v1/records') openToAnyOrigin(c);
    await next();
    counts.requests.set(c.res.status, (counts.requests.get(c.res.status) ?? 0) + 1);
  });

  app.use('/v1/*', compressed);

  // the script's requests need no preflight; those of other senders, in JSON by its name, do
  app.options('/v1/records', (c) => {
    c.header('Access-Control-Allow-Methods', 'POST');
    c.header('Access-Control-Allow-Headers', 'Content-Type');
    c.header('Access-Control-Max-Age', '86400');
    return c.body(null, 204);
  });
  app.post('/v1/records', async (c) => {
    const batch = await readBatch(c.req.raw);
    const wait = limit(`${batch.site} ${c.env.address ?? ''}`);
    if (wait !== undefined)
      throw new Problem(429, 'Too many requests from this address; try again later.', wait);
    const receipt = await receive(batch, { store, now, changed });
    counts.accepted += receipt.accepted;
    counts.duplicates += receipt.duplicates;
    counts.refused += receipt.rejected.length;
    return c.json(receipt);
  });

  const here = createFigures(store);
  const { figures: apart = here } = options;
  const figures: Figures = (question, signal) =>
    (isQuick(question) ? here : apart)(question, signal);
  const shared = { store, auth, now, changed, figures };
  app.route('/', sessionRoutes(shared));
  app.route('/', readRoutes(shared));
  app.route('/', compareRoutes(shared));
  app.route('/', exportRoutes(shared));
  app.route('/', marksRoutes(shared));
  app.route('/', shareRoutes(shared));
  app.route('/', tagRoutes(shared));
  app.route('/', visitorRoutes(shared));
  app.route('/', streamRoutes({ auth, changes, store }));
  const isGuest = (c: Context) => auth.readerOf(c)?.role === 'guest';
  app.route('/', settingsRoutes({ store, readers: auth.readers, isGuest, changed, now }));
  app.route(
    '/',
    togetherRoutes((request, c) => app.fetch(request, c.env)),
  );
  app.get('/v1/openapi.json', (c) => c.json(OPENAPI));
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/metrics', (c) => {
    c.header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
    return c.body(metricsText(counts));
  });

  app.notFound(async (c) => {
    // what is asked of the interface is answered in its language, whoever asks
    const file = c.req.path.startsWith('/v1/') ? undefined : await files?.(c.req.raw);
    return file ?? c.json({ error: `There is nothing at ${c.req.path}.` }, 404);
  });
  return app;
}
