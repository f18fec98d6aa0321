/** Everything that can go wrong between a page and the collector, on the real wire: a proxy before the real collector. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import type { Batch } from '@wayfelt/protocol';
import { startCollector, type RunningCollector } from './collector.js';
import { buildOutbox } from './fault-build.js';

/** What happens to a request: passed on, answered by somebody else, or worse. */
export type Fault =
  | 'pass'
  /** The connection breaks before the collector has heard of it. */
  | 'reset'
  /** The collector commits, and the answer never arrives. */
  | 'cut'
  /** Nothing ever comes back. */
  | 'hang'
  /** The answer takes two seconds, in small pieces. */
  | 'slow'
  | { status: number; headers?: Record<string, string>; body?: string };

export interface Seen {
  site: string;
  ids: string[];
  labels: string[];
  bytes: number;
  method: string;
  gzip: boolean;
}

export interface Timed {
  comment: string;
  /** Epoch milliseconds by the collector's clock. */
  at: number;
}

export interface FaultServer {
  /** Where the pages are; another origin than the collector's. */
  pages: string;
  collector: RunningCollector;
  /** Every request to the collector, preflights too. */
  seen: Seen[];
  /** What happens to requests of this site from now on; `next` decides anew for each. */
  set(site: string, fault: Fault | ((batch: Batch) => Fault)): void;
  /** The address of a page with an outbox of this site. */
  page(site: string, more?: Record<string, string>): string;
  /** Comments in the collector's store, sorted; each id once or this throws. */
  stored(site: string): Promise<string[]>;
  /** The same with their times, as the collector corrected them; the oldest first. */
  timed(site: string): Promise<Timed[]>;
  end(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const code = await buildOutbox();
  const collector = await startCollector();
  const headers = await openingHeaders(collector);
  const faults = new Map<string, Fault | ((batch: Batch) => Fault)>();
  const seen: Seen[] = [];

  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    const gzip = body[0] === 0x1f;
    if (request.method !== 'POST') {
      seen.push({ site: '', ids: [], labels: [], bytes: 0, method: request.method ?? '', gzip });
      return response.writeHead(405).end();
    }
    const batch = JSON.parse((gzip ? gunzipSync(body) : body).toString()) as Batch;
    seen.push({
      site: batch.site,
      ids: batch.records.map(({ id }) => id),
      labels: batch.records.map((record) => ('comment' in record ? (record.comment ?? '') : '')),
      bytes: body.length,
      method: 'POST',
      gzip,
    });
    const rule = faults.get(batch.site) ?? 'pass';
    const fault = typeof rule === 'function' ? rule(batch) : rule;
    if (typeof fault === 'object') {
      return response.writeHead(fault.status, { ...headers, ...fault.headers }).end(fault.body);
    }
    if (fault === 'reset') return request.socket.destroy();
    if (fault === 'hang') return undefined;
    const answer = await pass(collector.origin, request, body);
    if (!answer || fault === 'cut') return request.socket.destroy();
    response.writeHead(answer.status, { ...headers, 'content-type': 'application/json' });
    if (fault !== 'slow') return response.end(answer.text);
    return drip(response, answer.text);
  };

  const wire = createServer((request, response) => void receive(request, response));
  const wirePort = await listen(wire);
  const site = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page');
    const file = PAGES[pathname];
    const text =
      pathname === '/outbox.js' ? code : file?.(`http://127.0.0.1:${wirePort}/v1/records`);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': type });
    response.end(text);
  });
  const pages = `http://127.0.0.1:${await listen(site)}`;

  return {
    pages,
    collector,
    seen,
    set: (name, fault) => void faults.set(name, fault),
    page: (name, more = {}) => `${pages}/page?${new URLSearchParams({ site: name, ...more })}`,
    async stored(name) {
      return (await storedIn(collector, name)).map(({ comment }) => comment).toSorted();
    },
    async timed(name) {
      return (await storedIn(collector, name)).toSorted((one, other) => one.at - other.at);
    },
    async end() {
      await Promise.all([close(wire), close(site), collector.end()]);
    },
  };
}

const bodyOf = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** With which headers the collector opens its answers to pages; what fails in its place has the same. */
const openingHeaders = async ({ origin }: RunningCollector) => {
  const { headers } = await fetch(`${origin}/v1/records`, { method: 'POST', body: 'no batch' });
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));
};

/** Nothing when the collector is down. */
const pass = async (origin: string, request: IncomingMessage, body: Buffer) => {
  try {
    const answer = await fetch(`${origin}/v1/records`, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      body: new Uint8Array(body),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return undefined; // it was killed: the page sees a broken connection
  }
};

const drip = (response: ServerResponse, text: string) => {
  const size = Math.ceil(text.length / 8);
  let from = 0;
  const timer = setInterval(() => {
    response.write(text.slice(from, (from += size)));
    if (from < text.length) return;
    clearInterval(timer);
    response.end();
  }, 250);
};

interface Voices {
  comments: (Timed & { id: string })[];
  next?: string;
}

async function storedIn(collector: RunningCollector, site: string): Promise<Timed[]> {
  const token = collector.signIn.split('token=')[1];
  const found = new Map<string, Timed>();
  for (let before: string | undefined = ''; before !== undefined;) {
    const query = new URLSearchParams({ site, limit: '500', ...(before && { before }) });
    const answer = await fetch(`${collector.origin}/v1/comments?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`the comments answer ${answer.status}: ${await answer.text()}`);
    const { comments, next } = (await answer.json()) as Voices;
    for (const { id, comment, at } of comments) {
      if (found.has(id)) throw new Error(`${id} is stored twice`);
      found.set(id, { comment, at });
    }
    before = next;
  }
  return [...found.values()];
}

const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** `?broken=` takes away a part of the browser before the outbox starts. */
const PAGES: Record<string, (endpoint: string) => string> = {
  '/blank': () => '<!doctype html><title>elsewhere</title>',
  '/worker.js': () => `
    addEventListener('install', () => skipWaiting());
    addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    let broken = true;
    addEventListener('message', () => (broken = false));
    addEventListener('fetch', (event) => {
      if (event.request.method !== 'POST') return;
      event.respondWith(broken ? new Response('<html>You are offline</html>') : fetch(event.request));
    });`,
  '/page': (endpoint) => `<!doctype html><title>a page</title>
    <script>
      const ask = new URLSearchParams(location.search);
      const quota = () => { throw new DOMException('The quota has been exceeded.', 'QuotaExceededError') };
      const take = {
        storage() {
          for (const name of ['indexedDB', 'localStorage'])
            Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } });
        },
        hangs() { IDBFactory.prototype.open = () => ({}) },
        quota() { IDBObjectStore.prototype.add = quota },
        locks() { Object.defineProperty(navigator, 'locks', { value: undefined }) },
        gzip() { delete window.CompressionStream },
        clock() { const now = Date.now; window.jumpMs = 0; Date.now = () => now() + window.jumpMs },
      };
      take[ask.get('broken')]?.();
    </script>
    <script src="/outbox.js"></script>
    <script>
      window.told = { delivered: [], refused: [], errors: [] };
      window.outbox = wayfeltOutbox.createLightOutbox({
        endpoint: ask.get('endpoint') ?? '${endpoint}', site: ask.get('site'), sdk: '1.0.0',
        persist: ask.get('persist') !== 'no',
        courier: async () => wayfeltOutbox.createCourier,
        onDelivered: (ids) => told.delivered.push(...ids),
        onRefused: (refusals) => told.refused.push(...refusals),
        onError: (code) => told.errors.push(code),
      });
      let last = 0;
      window.newId = () => {
        const time = (last = Math.max(last + 1, Date.now())).toString(16).padStart(12, '0');
        const random = [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte + 256).toString(16).slice(1)).join('');
        return time.slice(0, 8) + '-' + time.slice(8) + '-7000-8000-' + random;
      };
      window.record = (comment, more) => ({ id: newId(), type: 'rating', at: Date.now(), standing: 'prospect', stage: 'search',
        touchpoint: 'search/results', level: 5, comment, ...more });
      window.rate = (comment, urgent = true, more = {}) => outbox.add(record(comment, more), { urgent });
      window.rateMany = (label, n, urgent = false) => Promise.all(Array.from({ length: n }, (_, i) => rate(label + i, urgent)));
    </script>`,
};
