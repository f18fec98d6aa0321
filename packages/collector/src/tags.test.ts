import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector, type Collector } from './collector.js';
import { arrival, DAY_MS, idOf, NOON, rating, visit } from './records.fixture.js';
import type { PathStep, Voice } from '@wayfelt/protocol';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token that is long enough';
let store: Store;
let collector: Collector;

beforeEach(async () => {
  store = openSqliteStore(':memory:');
  collector = createCollector({ store, token: TOKEN, now: () => NOON + 2 * DAY_MS });
  await store.add('shop', [
    arrival(visit(1, { at: NOON - 5, session: 'first' })),
    arrival(rating(2, { session: 'first', comment: 'no filter for oak' })),
    arrival({
      id: idOf(3),
      type: 'outcome',
      outcome: 'purchase',
      at: NOON + DAY_MS,
      visitor: 'ada',
      session: 'second',
      standing: 'prospect',
    }),
    arrival(rating(4, { visitor: 'bob', comment: 'fine' })),
    arrival(rating(5, { visitor: 'bob' })),
  ]);
});
afterEach(() => store.close());

const ask = (path: string, init: RequestInit = {}) =>
  collector(
    new Request(`http://collector.test${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${TOKEN}` },
    }),
  );
const tag = (id: string, tags: unknown) =>
  ask(`/v1/comments/${id}/tags?site=shop`, { method: 'PUT', body: JSON.stringify({ tags }) });
const comments = async (query = '') => {
  const answer = await ask(`/v1/comments?site=shop${query}`);
  return ((await answer.json()) as { comments: Voice[] }).comments;
};

describe("a comment's path", () => {
  it('is all that its writer did and said, in order, and does not say who it was', async () => {
    const text = await (await ask(`/v1/comments/${idOf(2)}/path?site=shop`)).text();
    const { path } = JSON.parse(text) as { path: PathStep[] };
    expect(path.map(({ type, visit }) => [type, visit])).toEqual([
      ['visit', 1],
      ['rating', 1],
      ['outcome', 2],
    ]);
    expect(path[1]).toMatchObject({ level: 3, comment: 'no filter for oak', stage: 'search' });
    expect(text).not.toContain('ada');
    expect(text).not.toContain('session');
  });

  it('is not there for what is no comment', async () => {
    expect((await ask(`/v1/comments/${idOf(5)}/path?site=shop`)).status).toBe(404);
    expect((await ask(`/v1/comments/${idOf(2)}/path?site=other`)).status).toBe(404);
    expect((await ask('/v1/comments/2/path?site=shop')).status).toBe(400);
  });
});

describe('tags', () => {
  it('are set, found, counted, exported, and go with their comment', async () => {
    expect((await tag(idOf(2), ['oak', ' search ', 'oak'])).status).toBe(200);
    expect((await comments('&tag=oak')).map(({ id, tags }) => [id, tags])).toEqual([
      [idOf(2), ['oak', 'search']],
    ]);
    expect(await store.tags('shop')).toEqual([
      { tag: 'oak', n: 1 },
      { tag: 'search', n: 1 },
    ]);
    const rows = await (await ask('/v1/export?site=shop&table=ratings&format=jsonl')).text();
    expect(rows).toContain('"tags":"oak search"');
    await store.forget('shop', 'ada', NOON + 3 * DAY_MS);
    expect(await store.tags('shop')).toEqual([]);
  });

  it('stay when the answer is revised', async () => {
    await tag(idOf(2), ['oak']);
    await store.add('shop', [arrival(rating(2, { revision: 1, level: 2, comment: 'still none' }))]);
    expect((await comments('&tag=oak')).map(({ comment }) => comment)).toEqual(['still none']);
  });

  it('are words, and not too many', async () => {
    for (const bad of [undefined, 'oak', [''], [7], Array.from({ length: 21 }, String)])
      expect((await tag(idOf(2), bad)).status).toBe(400);
    expect((await tag(idOf(9), ['oak'])).status).toBe(404);
  });
});
