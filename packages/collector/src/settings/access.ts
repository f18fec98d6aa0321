import type { Context, MiddlewareHandler } from 'hono';
import { siteOf, wrong } from './asked.js';
import { readLabelToken, type LabelGrant } from './label-tokens.js';
import type { SettingsStore } from './store.js';

export interface EditorsOptions {
  settings: SettingsStore;
  /** Lets only readers with the token or a session pass. */
  readers: MiddlewareHandler;
  /** Epoch milliseconds. */
  now: () => number;
}

/** What `editors` knows of a request that it let pass. */
export interface Editing {
  Variables: { grant?: LabelGrant; body?: unknown };
}

/**
 * Lets readers pass, and holders of a label token for the site in `?site=`. A label token comes from the team's
 * own pages, which are of another origin: only then are the answers readable there.
 */
export const editors = ({ settings, readers, now }: EditorsOptions): MiddlewareHandler<Editing> => {
  return async (c, next) => {
    const token = /^Bearer (label\..+)$/.exec(c.req.header('Authorization') ?? '')?.[1];
    if (!token) return await readers(c, next);
    c.header('Access-Control-Allow-Origin', '*');
    const grant = readLabelToken(token, await settings.secret(), now());
    if (!grant)
      return c.json(
        { error: 'The label token has expired. Open the page from the dashboard again.' },
        401,
      );
    // Read by the same function as whoever writes: two readings of one address could name two sites.
    if (grant.site !== siteOf(c))
      return c.json({ error: `The label token is for the site ${grant.site} only.` }, 403);
    c.set('grant', grant);
    await next();
  };
};

/** Only readers: what a label token does not grant. */
export const notByLabelToken: MiddlewareHandler<Editing> = async (c, next) =>
  c.get('grant') ? c.json({ error: 'A label token grants only settings.' }, 403) : await next();

/** Lets the labeller's requests, which carry a token, through the browser's preflight. */
export const preflight: MiddlewareHandler = async (c) => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Allow-Methods', 'GET, PUT, POST');
  c.header('Access-Control-Allow-Headers', 'Authorization, Content-Type');
  c.header('Access-Control-Max-Age', '7200');
  return c.body(null, 204);
};

const AUTHOR_LENGTH = 100;

/** Who this version is by: the label token's person, or who the dashboard says it is. */
export const authorOf = (c: Context<Editing>, said: unknown = ''): string => {
  if (typeof said !== 'string' || said.length > AUTHOR_LENGTH)
    throw wrong('author', `a text of at most ${AUTHOR_LENGTH} characters`, said);
  return c.get('grant')?.author ?? (said.trim() || 'The team');
};
