import { Hono, type Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { SESSION_COOKIE, SESSION_SECONDS, type Auth, type Reader } from './auth.js';
import { textOf } from './body.js';
import { Problem } from './problem.js';

/** Signing in with the token or a shared link, and out. */
export function sessionRoutes({ auth, now }: { auth: Auth; now: () => number }): Hono {
  const app = new Hono();

  const whoIs = (given: { token?: unknown; share?: unknown }): Reader | undefined => {
    if (typeof given.token === 'string' && auth.isToken(given.token))
      return { role: 'team', expires: now() + SESSION_SECONDS * 1000 };
    return typeof given.share === 'string' ? auth.open(given.share) : undefined;
  };

  app.post('/v1/session', async (c) => {
    // anybody may send one, so it is read no further than the largest size
    const body = jsonOf(await textOf(c.req.raw));
    const reader = whoIs(typeof body === 'object' && body !== null ? body : {});
    if (!reader) throw new Problem(401, 'This token or link is not valid, or has expired.');
    // who is of the team already does not become a guest by opening a shared link
    const before = auth.readerOf(c);
    const who = before?.role === 'team' ? before : reader;
    if (who === reader) keep(c, auth, reader, now());
    return c.json(who);
  });

  app.get('/v1/session', (c) => {
    const reader = auth.readerOf(c);
    if (!reader) throw new Problem(401, 'Not signed in.');
    return c.json(reader);
  });

  app.delete('/v1/session', (c) => {
    deleteCookie(c, SESSION_COOKIE, { path: '/' });
    return c.body(null, 204);
  });
  return app;
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // then it holds neither a token nor a link
  }
};

const keep = (c: Context, auth: Auth, reader: Reader, now: number) =>
  setCookie(c, SESSION_COOKIE, auth.seal(reader), {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    maxAge: Math.min(SESSION_SECONDS, Math.floor((reader.expires - now) / 1000)),
  });

/** Behind a proxy the request itself is plain. */
const isSecure = (c: Context) =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https';
