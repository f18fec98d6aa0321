import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Edge } from './collector.js';

export interface ServeOptions {
  handle: (request: Request, edge: Edge) => Promise<Response>;
  port: number;
  host?: string | undefined;
}

export interface Serving {
  port: number;
  /** Takes no new requests, lets those under way finish, then cuts what stays open (streams). */
  stop(): Promise<void>;
}

/** A request takes milliseconds; only streams last longer. */
const PATIENCE_MS = 1_000;

/** Puts a handler on a port. Rejects with what Node says where the port cannot be had. */
export async function serve({ handle, port, host }: ServeOptions): Promise<Serving> {
  const server = createServer(
    getRequestListener(
      (request, { incoming }) =>
        handle(request, { address: incoming.socket.remoteAddress ?? undefined }),
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
