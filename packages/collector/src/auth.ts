import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { Problem } from './problem.js';
import { askOf } from './slice.js';

export const SESSION_COOKIE = 'wayfelt_session';
const SESSION_DAYS = 30;
export const SESSION_SECONDS = SESSION_DAYS * 86_400;

/** Who may read: the team with the token, or whoever got a link to one site. */
export type Reader =
  | { role: 'team'; expires: number }
  | {
      role: 'guest';
      site: string;
      /** May read comments too. */
      comments: boolean;
      expires: number;
    };

export interface Auth {
  isToken(given: string): boolean;
  /** A signed text that says who reads, until when. */
  seal(reader: Reader): string;
  open(sealed: string): Reader | undefined;
  /** Who sends this request, by bearer token, sealed text or cookie. */
  readerOf(c: Context): Reader | undefined;
  /** Lets the team pass, and guests where they only read their own site. */
  readers: MiddlewareHandler;
  /** Lets only the team pass. */
  team: MiddlewareHandler;
}

const hash = (text: string) => createHash('sha256').update(text).digest();

/** Compares in constant time, whatever the lengths. */
const same = (a: string, b: string): boolean => timingSafeEqual(hash(a), hash(b));

/**
 * `SameSite` lets a shop's own pages send the cookie to a collector on a subdomain; only the dashboard may use it.
 * Browsers say where a request comes from, and pages cannot change what they say.
 */
const fromElsewhere = (c: Context): boolean =>
  ['same-site', 'cross-site'].includes(c.req.header('Sec-Fetch-Site') ?? '');

/** One token for the team; everything that is signed is signed by it, so a new token ends all sessions and links. */
export function createAuth({ token, now }: { token: string; now: () => number }): Auth {
  const key = createHmac('sha256', token).update('wayfelt session').digest();
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url');

  const open = (sealed: string): Reader | undefined => {
    const [text = '', signature = '', more] = sealed.split('.');
    if (more !== undefined || !same(signature, sign(text))) return undefined;
    const reader = JSON.parse(Buffer.from(text, 'base64url').toString()) as Reader;
    return reader.expires > now() ? reader : undefined;
  };

  const isToken = (given: string) => same(given, token);

  const readerOf = (c: Context): Reader | undefined => {
    const bearer = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (bearer !== undefined)
      return isToken(bearer) ? { role: 'team', expires: Infinity } : open(bearer);
    const cookie = fromElsewhere(c) ? undefined : getCookie(c, SESSION_COOKIE);
    return cookie === undefined ? undefined : open(cookie);
  };

  const needed = (c: Context): Reader => {
    const reader = readerOf(c);
    if (reader) return reader;
    c.header('WWW-Authenticate', 'Bearer');
    throw new Problem(401, 'Sign in with the link that the collector printed, or send its token.');
  };

  return {
    isToken,
    seal(reader) {
      const text = Buffer.from(JSON.stringify(reader)).toString('base64url');
      return `${text}.${sign(text)}`;
    },
    open,
    readerOf,
    async readers(c, next) {
      const reader = needed(c);
      if (reader.role === 'guest') {
        if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
          throw new Problem(403, 'This link is for reading only.');
        // By the reading that the handlers have: two readings of one address could name two sites.
        if (askOf(c.req.url)('site') !== reader.site)
          throw new Problem(403, `This link is for the site ${reader.site} only.`);
      }
      await next();
    },
    async team(c, next) {
      if (needed(c).role !== 'team') throw new Problem(403, 'This link does not allow that.');
      await next();
    },
  };
}
