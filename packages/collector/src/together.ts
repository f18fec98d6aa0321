import { Hono, type Context } from 'hono';
import { jsonText } from './json-text.js';
import { Problem } from './problem.js';

/** What may be asked for together: answers in JSON that change nothing. */
const ASKABLE = ['session', 'sites', 'settings', 'report', 'compare', 'comments'];
const MOST = 8;

/**
 * Several questions in one request. A page that opens has four, and each answer of its own takes a slow computer ten
 * milliseconds. Each is answered as if it had come alone: with its own status, for the same reader.
 */
export function togetherRoutes(
  answer: (request: Request, c: Context) => Response | Promise<Response>,
): Hono {
  const app = new Hono();
  app.get('/v1/together', async (c) => {
    const paths = c.req.queries('ask') ?? [];
    if (paths.length === 0 || paths.length > MOST)
      throw new Problem(400, `ask: expected 1 to ${MOST} paths, got ${paths.length}`);
    const requests = paths.map((path) => requestFor(path, c.req.raw));
    const answers = await Promise.all(
      requests.map(async (request) => {
        const answered = await answer(request, c);
        return `{"status":${answered.status},"body":${(await answered.text()) || 'null'}}`;
      }),
    );
    return jsonText(c, `{"answers":[${answers.join()}]}`);
  });
  return app;
}

function requestFor(path: string, { url, headers: given, signal }: Request): Request {
  const [, name = ''] = /^\/v1\/(\w+)(?:\?|$)/.exec(path) ?? [];
  if (!ASKABLE.includes(name))
    throw new Problem(
      400,
      `ask: expected a path to one of ${ASKABLE.join(', ')}, as /v1/report?site=shop, got ${JSON.stringify(path.slice(0, 60))}`,
    );
  const headers = new Headers(given);
  // they are compressed together
  headers.delete('Accept-Encoding');
  return new Request(new URL(path, url), { headers, signal });
}
