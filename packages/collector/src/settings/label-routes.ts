import { Hono } from 'hono';
import { LABEL_FRAGMENT } from '@wayfelt/protocol';
import { authorOf, notByLabelToken, type Editing } from './access.js';
import { LABEL_TOKEN_MS, makeLabelToken } from './label-tokens.js';
import type { SettingsStore } from './store.js';
import { bodyOf, siteOf, wrong } from './asked.js';

/** `POST /v1/settings/label`: a short-lived token, and the address at which the overlay opens with it. */
export function labelRoutes({
  settings,
  now,
}: {
  settings: SettingsStore;
  now: () => number;
}): Hono<Editing> {
  const app = new Hono<Editing>();
  app.post('/v1/settings/label', notByLabelToken, async (c) => {
    const site = siteOf(c);
    const body = await bodyOf(c);
    const expires = now() + LABEL_TOKEN_MS;
    const grant = { site, author: authorOf(c, body['author']), expires };
    const token = makeLabelToken(grant, await settings.secret());
    const { home } = (await settings.newest(site)).settings;
    const page = body['page'] ?? home;
    const address = page === undefined ? undefined : labelAddress(page, token);
    if (page !== undefined && address === undefined)
      throw wrong('page', 'an address like https://shop.example/cart', page);
    return c.json({ token, expires, ...(address === undefined ? {} : { address }) });
  });
  return app;
}

const labelAddress = (page: unknown, token: string): string | undefined => {
  if (typeof page !== 'string' || !/^https?:\/\//.test(page) || !URL.canParse(page))
    return undefined;
  const url = new URL(page);
  // What stands after the # never reaches a server.
  url.hash = LABEL_FRAGMENT + token;
  return url.href;
};
