import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Edge } from './collector.js';

export interface ServeOptions {
  handle: (request: Request, edge: Edge) => Promise<Response>;
  port: number;
  host?: string | undefined;
  /** Behind a proxy of one's own: the address is the last one in `X-Forwarded-For`. Default: false. */
  trustProxy?: boolean;
}

export interface Serving {
  port: number;
  /** Takes no new requests, lets those under way finish, then cuts what stays open (streams). */
  stop(): Promise<void>;
}

/** A request takes milliseconds; only streams last longer. */
const PATIENCE_MS = 1_000;

/** Puts a handler on a port. Rejects with what Node says where the port cannot be had. */
export async function serve({
  handle,
  port,
  host,
  trustProxy = false,
}: ServeOptions): Promise<Serving> {
  const server = createServer(
    getRequestListener(
      (request, { incoming }) =>
        handle(request, {
          address:
            (trustProxy ? forwardedFor(request) : undefined) ?? incoming.socket.remoteAddress,
        }),
      { overrideGlobalObjects: false },
    ),
  );
  await listening(server, port, host);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => stopped(server),
  };
}

/** The last is what the own proxy saw; anything before it may be made up. */
const forwardedFor = (request: Request): string | undefined =>
  request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim();

const listening = (server: Server, port: number, host: string | undefined) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const stopped = (server: Server) =>
  new Promise<void>((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
