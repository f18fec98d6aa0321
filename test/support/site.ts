/** A customer's site: pages on an origin of their own that have the script tag in them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Site {
  origin: string;
  end(): Promise<void>;
}

/** @param pages path → what stands in the body; the head has the script tag with these attributes */
export async function startSite(
  collector: string,
  attributes: string,
  pages: { [path: string]: string },
): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://site').pathname];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
    });
    response.end(`<!doctype html><html lang="en"><head><title>A shop</title>
      <script async src="${collector}/wayfelt.js" ${attributes}></script></head><body>${body ?? ''}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    end: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
