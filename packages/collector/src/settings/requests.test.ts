// What people, scripts and attackers send: every refusal says which field, and what was expected there.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCollector, type Collector } from '../collector.js';
import type { Store } from '../store.js';
import { openSqliteStore } from '../stores/sqlite/sqlite.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
let folder: string;
let store: Store;
let collector: Collector;
let broken: unknown[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-requests-'));
  store = openSqliteStore(join(folder, 'wayfelt.db'));
  broken = [];
  collector = createCollector({ store, token: 'reader', report: (cause) => broken.push(cause) });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
  expect(broken).toEqual([]);
});

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { Authorization: 'Bearer reader', ...init.headers };
  const response = await collector(
    new Request(`http://collector/v1/settings${path}`, { ...init, headers }),
  );
  const text = await response.text();
  const { error, faults } = JSON.parse(text) as {
    error: string;
    faults?: { field: string; expected: string; given: string }[];
  };
  return { status: response.status, error, faults, bytes: text.length };
};
const send = (path: string, body: unknown, method = 'POST') =>
  ask(path, {
    method,
    headers: JSON_TYPE,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const put = (settings: string) => send('?site=shop', `{"base": 0, "settings": ${settings}}`, 'PUT');

describe('a request about the settings', () => {
  it.each(['x', '0', '-1', '1.5', '761', '7 days'])(
    'is told what days can be, and not answered for other days, where they are %s',
    async (days) => {
      for (const part of ['coverage', 'past']) {
        const { status, error } = await ask(`/${part}?site=shop&days=${encodeURIComponent(days)}`);
        expect([status, error]).toEqual([
          400,
          `days: expected a whole number from 1 to 760, got ${/^\d+$/.test(days) ? days : JSON.stringify(days)}`,
        ]);
      }
    },
  );

  it('moves nothing of the past for days that are none', async () => {
    for (const days of ['7', 0, 1.5, 761, null, [7]]) {
      const { status, error } = await send('/past?site=shop', { version: 0, days });
      expect([status, error]).toEqual([
        400,
        `days: expected a whole number from 1 to 760, got ${JSON.stringify(days)}`,
      ]);
    }
  });

  it.each([
    ['/coverage'],
    ['/past?site='],
    ['/pages?site=a%20b&match=/'],
    ['?site=a/b'],
    ['/versions?site='],
  ])('names the site that is missing or none: %s', async (path) => {
    const { status, error } = await ask(path);
    expect(status).toBe(400);
    expect(error).toMatch(/^site: expected the name of a site, got /);
  });

  it('stores nothing under a name that is no site', async () => {
    const { status, error } = await send('?site=', { base: 0, settings: {} }, 'PUT');
    expect([status, error]).toEqual([400, 'site: expected the name of a site, got nothing']);
  });

  it.each([
    ['?site=shop&version=x', 'version: expected a version of this site, got "x"'],
    ['/changes?site=shop&from=0&to=9', 'to: expected a version of this site, got 9'],
    ['/changes?site=shop&to=0', 'from: expected a version of this site, got nothing'],
    ['/pages?site=shop', 'match: expected a path like /products/:id, got nothing'],
  ])('says which field of %s is wrong', async (path, sentence) => {
    expect((await ask(path)).error).toBe(sentence);
  });

  it.each([
    ['/publish', { version: 'x' }, 'version: expected a version of this site, got "x"'],
    ['/publish', { version: '1' }, 'version: expected a version of this site, got "1"'],
    ['/publish', {}, 'version: expected a version of this site, got nothing'],
    ['/rollback', { version: 9, base: 0 }, 'version: expected a version of this site, got 9'],
    [
      '/rollback',
      { version: 0 },
      'base: expected the number of the version that was edited, got nothing',
    ],
    ['/label', { page: 5 }, 'page: expected an address like https://shop.example/cart, got 5'],
    [
      '/label',
      { page: 'javascript:alert(1)' },
      'page: expected an address like https://shop.example/cart, got "javascript:alert(1)"',
    ],
    ['/label', { author: 5 }, 'author: expected a text of at most 100 characters, got 5'],
    ['/past/x/undo', {}, 'id: expected the number of a change of the past, got "x"'],
  ])('says which field of a body for %s is wrong: %j', async (path, body, sentence) => {
    const { status, error } = await send(`${path}?site=shop`, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(error).toBe(sentence);
  });

  it.each(['', 'null', '[]', '"text"', '{"version": 1', '{version: 1}'])(
    'is told that its body %s is no JSON object',
    async (body) => {
      const { status, error } = await send('/publish?site=shop', body);
      expect(status).toBe(400);
      expect(error).toMatch(/^The body: expected a JSON object, got /);
    },
  );

  it('is refused where its body is not said to be JSON, which a foreign page can send', async () => {
    const body = '{"version": 0, "base": 0}';
    const { status, error } = await ask('/rollback?site=shop', { method: 'POST', body });
    expect(status).toBe(415);
    expect(error).toBe('Content-Type: expected application/json, got "text/plain;charset=UTF-8"');
    expect((await ask('/label?site=shop', { method: 'POST' })).status).toBe(415);
  });

  it('is told so on the pages of the team as well, which are of another origin', async () => {
    const response = await collector(
      new Request('http://collector/v1/settings/label?site=shop', {
        method: 'POST',
        headers: { ...JSON_TYPE, Authorization: 'Bearer reader' },
        body: '{}',
      }),
    );
    const { token } = (await response.json()) as { token: string };
    const refused = await collector(
      new Request('http://collector/v1/settings/pages?site=shop', {
        headers: { Authorization: `Bearer ${token}` },
      }),
    );
    expect([refused.status, refused.headers.get('Access-Control-Allow-Origin')]).toEqual([
      400,
      '*',
    ]);
  });

  it('is not read further than settings can be long', async () => {
    const { status, error } = await put(`{"home": "${'x'.repeat(9_000_000)}"}`);
    expect(status).toBe(413);
    expect(error).toMatch(/^The body is larger than \d+ bytes/);
  });
});

describe('hostile settings', () => {
  it('are refused where they are nested deeper than any settings, in an answer that can be read', async () => {
    for (const deep of [
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `${'{"a":'.repeat(60_000)}1${'}'.repeat(60_000)}`,
    ]) {
      const inside = await put(`{"theme": ${deep}}`);
      expect(inside.status).toBe(422);
      expect(inside.faults).toMatchObject([{ field: 'theme', given: 'more levels' }]);
      expect((await put(deep)).status).toBe(422);
    }
  });

  it('are refused in a short answer, however much of them is wrong', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]));
    const { status, faults, bytes } = await put(JSON.stringify(unknown));
    expect(status).toBe(422);
    expect(faults?.at(-1)).toEqual({
      field: '',
      expected: 'at most 100 faults',
      given: '29900 more',
    });
    expect(bytes).toBeLessThan(50_000);
  });

  it('say how long a list is that is too long', async () => {
    const touchpoints = Array.from({ length: 10_000 }, (_, i) => ({ id: `a/${i}`, stage: 'use' }));
    const { faults } = await put(JSON.stringify({ touchpoints }));
    expect(faults).toEqual([
      { field: 'touchpoints', expected: 'a list of at most 1000', given: 'a list of 10000' },
    ]);
  });

  it('bring no key of theirs into anything that inherits', async () => {
    const { status, faults } = await put(
      '{"__proto__": {"admin": true}, "constructor": {}, "theme": {"__proto__": {"mode": "dark"}}, "texts": {"__proto__": {"question": "?"}}}',
    );
    expect(status).toBe(422);
    expect(faults?.map(({ field }) => field)).toEqual([
      '__proto__',
      'constructor',
      'texts (the key)',
      'theme.__proto__',
    ]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
