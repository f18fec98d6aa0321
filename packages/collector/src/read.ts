import { Hono } from 'hono';
import { isField, REPORT_FIELDS } from '@wayfelt/report';
import type { Auth } from './auth.js';
import { PARTS, type Part } from './count.js';
import type { Figures } from './figures.js';
import { jsonText } from './json-text.js';
import { Problem } from './problem.js';
import { askOf, choiceOf, sliceOf, wholeNumberOf, type Ask } from './slice.js';
import { mayReadComments } from './tags.js';
import type { Store, VoiceQuery } from './store.js';

export interface ReadOptions {
  store: Store;
  auth: Auth;
  now: () => number;
  figures: Figures;
}

const PAGE = { least: 1, most: 500, otherwise: 50 };

/** What marketers read. Guests see their own site's figures, and its comments where their link says so. */
export function readRoutes({ store, auth, now, figures }: ReadOptions): Hono {
  const app = new Hono();

  app.get('/v1/report', auth.readers, async (c) => {
    const ask = askOf(c.req.url);
    const slice = sliceOf(ask, now());
    const parts = partsOf(ask);
    const fields = fieldsOf(ask);
    const { settings } = await store.settings.current(slice.site);
    const countAside = choiceOf(ask, 'aside', ['counted']) !== undefined;
    const question = {
      of: 'report',
      slice,
      parts,
      ...(fields ? { fields } : {}),
      countAside,
      settings,
      now: now(),
    } as const;
    return jsonText(c, await figures(question, c.req.raw.signal));
  });

  app.get('/v1/comments', auth.readers, async (c) => {
    mayReadComments(c, auth);
    const query = voiceQuery(c.req.url, now());
    const comments = await store.voices(query);
    const last = comments.at(-1);
    c.header('Cache-Control', 'private, no-store');
    return c.json({
      comments,
      ...(last && comments.length === query.limit ? { next: `${last.at}~${last.id}` } : {}),
    });
  });

  app.get('/v1/sites', async (c) => {
    const reader = auth.readerOf(c);
    if (!reader) throw new Problem(401, 'Not signed in.');
    const sites = await store.sites();
    return c.json({
      sites: reader.role === 'team' ? sites : sites.filter(({ site }) => site === reader.site),
    });
  });
  return app;
}

/** All of a report, unless only some parts are asked for. */
function partsOf(ask: Ask): readonly Part[] {
  const given = ask('parts')?.split(',');
  if (!given) return PARTS;
  const unknown = given.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined)
    throw new Problem(400, `parts: expected some of ${PARTS.join(', ')}, got ${unknown}`);
  return PARTS.filter((part) => given.includes(part));
}

/** The figures that are asked for; undefined: all. */
function fieldsOf(ask: Ask): readonly string[] | undefined {
  const given = ask('fields')?.split(',');
  const unknown = given?.find((field) => !isField(field));
  if (unknown !== undefined)
    throw new Problem(
      400,
      `fields: expected some of ${REPORT_FIELDS.join(', ')}, or of a place as in stages.felt.all.positive, got ${JSON.stringify(unknown.slice(0, 60))}`,
    );
  return given;
}

function voiceQuery(url: string, now: number): VoiceQuery {
  const ask = askOf(url);
  const search = ask('search')?.slice(0, 200);
  const tag = ask('tag');
  const levels = ask('levels')?.split(',').map(Number);
  if (levels?.some((level) => !Number.isInteger(level) || level < 1 || level > 8))
    throw new Problem(400, 'levels: expected numbers from 1 to 8 with commas between, as 1,2,3');
  const before = beforeOf(ask('before'));
  return {
    ...sliceOf(ask, now),
    ...(search ? { search } : {}),
    ...(levels ? { levels } : {}),
    ...(tag ? { tag } : {}),
    ...(before ? { before } : {}),
    limit: wholeNumberOf(ask, 'limit', PAGE),
  };
}

const beforeOf = (given: string | undefined): VoiceQuery['before'] => {
  if (given === undefined) return undefined;
  const [, at, id] = /^(\d{1,16})~([\da-f-]{36})$/.exec(given) ?? [];
  if (at === undefined || id === undefined)
    throw new Problem(400, 'before: expected the value of `next` from the page before');
  return { at: Number(at), id };
};
