// The description held against what it describes: every operation is asked at least once, on a collector that has
// something to tell, and answers with a status and a shape that the description has; nothing is answered undescribed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCollector, type Collector } from './collector.js';
import { OPENAPI } from './openapi.js';
import { idOf, NOON, rating, visit } from './records.fixture.js';
import type { Store } from './store.js';
import { openSqliteStore } from './stores/sqlite/sqlite.js';

const TOKEN = 'a token of the tests';
const TEAM = { Authorization: `Bearer ${TOKEN}` };
const JSON_TYPE = { 'Content-Type': 'application/json' };
const NOW = NOON + 3_600_000;

interface Exchange {
  /** As the description names it. */
  operation: string;
  status: number;
  /** The path and query that are asked; the operation's own where absent. */
  path?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

const rule = { id: 'rule-1', match: '/offer', stage: 'search' };
const records = {
  site: 'shop',
  sdk: '1.0.0',
  sentAt: NOON,
  records: [
    visit(1, { page: '/offer' } as object),
    rating(2, { comment: 'Too slow', locale: 'en', page: '/offer' } as object),
    { ...rating(3), level: 0 },
  ],
};

/** In the order of a day: what comes later finds what came before. */
const EXCHANGES: readonly Exchange[] = [
  { operation: 'POST /v1/records', status: 200, body: records, headers: {} },
  { operation: 'POST /v1/records', status: 400, body: { site: 7 }, headers: {} },
  { operation: 'POST /v1/records', status: 413, body: 'x'.repeat(70_000), headers: {} },
  { operation: 'POST /v1/session', status: 200, body: { token: TOKEN }, headers: {} },
  { operation: 'POST /v1/session', status: 401, body: { token: 'none' }, headers: {} },
  { operation: 'GET /v1/session', status: 200 },
  { operation: 'GET /v1/session', status: 401, headers: {} },
  { operation: 'DELETE /v1/session', status: 204 },
  { operation: 'GET /v1/sites', status: 200 },
  { operation: 'GET /v1/sites', status: 401, headers: {} },
  {
    operation: 'GET /v1/together',
    status: 200,
    path: '/v1/together?ask=/v1/sites&ask=/v1/report%3Fsite=shop',
  },
  { operation: 'GET /v1/together', status: 400, path: '/v1/together?ask=/v1/export' },
  { operation: 'GET /v1/report', status: 200, path: '/v1/report?site=shop' },
  { operation: 'GET /v1/report', status: 400, path: '/v1/report?site=shop&from=never' },
  { operation: 'GET /v1/report', status: 401, path: '/v1/report?site=shop', headers: {} },
  {
    operation: 'GET /v1/compare',
    status: 200,
    path: '/v1/compare?site=shop&standing=prospect&vs-standing=customer',
  },
  { operation: 'GET /v1/comments', status: 200, path: '/v1/comments?site=shop' },
  { operation: 'GET /v1/comments', status: 400, path: '/v1/comments?site=shop&limit=0' },
  {
    operation: 'GET /v1/comments/{id}/path',
    status: 200,
    path: `/v1/comments/${idOf(2)}/path?site=shop`,
  },
  {
    operation: 'PUT /v1/comments/{id}/tags',
    status: 200,
    path: `/v1/comments/${idOf(2)}/tags?site=shop`,
    body: { tags: ['speed'] },
  },
  {
    operation: 'PUT /v1/comments/{id}/tags',
    status: 404,
    path: `/v1/comments/${idOf(99)}/tags?site=shop`,
    body: { tags: ['speed'] },
  },
  { operation: 'GET /v1/tags', status: 200, path: '/v1/tags?site=shop' },
  { operation: 'GET /v1/export', status: 200, path: '/v1/export?site=shop&table=stages' },
  {
    operation: 'GET /v1/export',
    status: 200,
    path: '/v1/export?site=shop&table=ratings&format=jsonl',
  },
  { operation: 'GET /v1/export', status: 400, path: '/v1/export?site=shop&table=none' },
  { operation: 'GET /v1/stream', status: 200, path: '/v1/stream?site=shop' },
  {
    operation: 'POST /v1/marks',
    status: 201,
    path: '/v1/marks?site=shop',
    body: { at: NOON, kind: 'release', text: 'Two' },
  },
  { operation: 'POST /v1/marks', status: 400, path: '/v1/marks?site=shop', body: { at: 'now' } },
  { operation: 'GET /v1/marks', status: 200, path: '/v1/marks?site=shop' },
  { operation: 'DELETE /v1/marks/{id}', status: 404, path: '/v1/marks/none?site=shop' },
  { operation: 'DELETE /v1/marks/{id}', status: 204, path: '/v1/marks/{mark}?site=shop' },
  { operation: 'POST /v1/shares', status: 201, path: '/v1/shares?site=shop', body: { days: 7 } },
  { operation: 'POST /v1/shares', status: 400, path: '/v1/shares?site=shop', body: { days: 0 } },
  {
    operation: 'PUT /v1/settings',
    status: 200,
    path: '/v1/settings?site=shop',
    body: { base: 0, settings: { rules: [rule] }, publish: true },
  },
  {
    operation: 'PUT /v1/settings',
    status: 409,
    path: '/v1/settings?site=shop',
    body: { base: 0, settings: { outcomeDays: 7 } },
  },
  {
    operation: 'PUT /v1/settings',
    status: 422,
    path: '/v1/settings?site=shop',
    body: { base: 1, settings: { outcomeDays: 0 } },
  },
  {
    operation: 'PUT /v1/settings',
    status: 415,
    path: '/v1/settings?site=shop',
    body: '{}',
    headers: { ...TEAM, 'Content-Type': 'text/plain' },
  },
  {
    operation: 'PUT /v1/settings',
    status: 413,
    path: '/v1/settings?site=shop',
    body: { base: 1, settings: { home: 'x'.repeat(3_000_000) } },
  },
  { operation: 'GET /v1/settings', status: 200, path: '/v1/settings?site=shop' },
  { operation: 'GET /v1/settings', status: 404, path: '/v1/settings?site=shop&version=9' },
  { operation: 'GET /v1/settings/versions', status: 200, path: '/v1/settings/versions?site=shop' },
  {
    operation: 'GET /v1/settings/changes',
    status: 200,
    path: '/v1/settings/changes?site=shop&from=0&to=1',
  },
  {
    operation: 'GET /v1/settings/changes',
    status: 400,
    path: '/v1/settings/changes?site=shop&from=x&to=1',
  },
  {
    operation: 'POST /v1/settings/publish',
    status: 200,
    path: '/v1/settings/publish?site=shop',
    body: { version: 1 },
  },
  {
    operation: 'POST /v1/settings/publish',
    status: 404,
    path: '/v1/settings/publish?site=shop',
    body: { version: 9 },
  },
  {
    operation: 'POST /v1/settings/label',
    status: 200,
    path: '/v1/settings/label?site=shop',
    body: { page: 'https://shop.example/' },
  },
  {
    operation: 'GET /v1/settings/coverage',
    status: 200,
    path: '/v1/settings/coverage?site=shop&days=7',
  },
  {
    operation: 'GET /v1/settings/coverage',
    status: 400,
    path: '/v1/settings/coverage?site=shop&days=x',
  },
  {
    operation: 'GET /v1/settings/pages',
    status: 200,
    path: '/v1/settings/pages?site=shop&match=/offer',
  },
  { operation: 'GET /v1/settings/past', status: 200, path: '/v1/settings/past?site=shop' },
  {
    operation: 'POST /v1/settings/past',
    status: 200,
    path: '/v1/settings/past?site=shop',
    body: { version: 1, days: 7 },
  },
  {
    operation: 'POST /v1/settings/past',
    status: 409,
    path: '/v1/settings/past?site=shop',
    body: { version: 0 },
  },
  {
    operation: 'POST /v1/settings/past/{id}/undo',
    status: 200,
    path: '/v1/settings/past/1/undo?site=shop',
    body: {},
  },
  {
    operation: 'POST /v1/settings/past/{id}/undo',
    status: 409,
    path: '/v1/settings/past/1/undo?site=shop',
    body: {},
  },
  {
    operation: 'POST /v1/settings/rollback',
    status: 200,
    path: '/v1/settings/rollback?site=shop',
    body: { version: 0, base: 1 },
  },
  {
    operation: 'POST /v1/settings/rollback',
    status: 409,
    path: '/v1/settings/rollback?site=shop',
    body: { version: 0, base: 1 },
  },
  {
    operation: 'GET /v1/sites/{site}/settings',
    status: 200,
    path: '/v1/sites/shop/settings',
    headers: {},
  },
  {
    operation: 'GET /v1/sites/{site}/settings',
    status: 304,
    path: '/v1/sites/shop/settings',
    headers: { 'If-None-Match': '{etag}' },
  },
  {
    operation: 'GET /v1/sites/{site}/settings',
    status: 401,
    path: '/v1/sites/shop/settings?preview=none',
    headers: {},
  },
  { operation: 'DELETE /v1/visitors/{id}', status: 200, path: '/v1/visitors/ada?site=shop' },
  { operation: 'GET /v1/openapi.json', status: 200, headers: {} },
  { operation: 'GET /healthz', status: 200, headers: {} },
  { operation: 'GET /metrics', status: 200, headers: {} },
];

interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  properties?: { [name: string]: Schema };
  required?: readonly string[];
  items?: Schema;
}
interface Described {
  responses: { [status: string]: { content?: { [type: string]: { schema?: Schema } } } };
  parameters?: readonly { name: string; in: string; required: boolean }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}
const described = new Map(
  Object.entries(OPENAPI.paths).flatMap(([path, methods]) =>
    Object.entries(methods as object).map(([method, operation]): [string, Described] => [
      `${method.toUpperCase()} ${path}`,
      operation as Described,
    ]),
  ),
);

const TYPES: { [type: string]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  array: Array.isArray,
  null: (value) => value === null,
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

/** What of a value is not as described; what a description lists, it lists wholly. */
const faultsOf = (schema: Schema, value: unknown, field = 'answer'): string[] => {
  if (schema.$ref) return faultsOf(OPENAPI.components.schemas.Error as Schema, value, field);
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${field}: not one of the values`];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => TYPES[type]?.(value)))
    return [`${field}: no ${types.join(' or ')}`];
  if (value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((item, i) => faultsOf(schema.items ?? {}, item, `${field}[${i}]`));
  const { properties, required = [] } = schema;
  if (!properties) return [];
  const given = value as { [name: string]: unknown };
  return [
    ...required.filter((name) => !(name in given)).map((name) => `${field}.${name}: missing`),
    ...Object.entries(given).flatMap(([name, part]) => {
      const inner = properties[name];
      return inner
        ? faultsOf(inner, part, `${field}.${name}`)
        : [`${field}.${name}: not described`];
    }),
  ];
};

describe('the OpenAPI description', () => {
  let folder: string;
  let store: Store;
  let collector: Collector;
  const known: { [name: string]: string } = {};

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wayfelt-openapi-'));
    store = openSqliteStore(join(folder, 'wayfelt.db'));
    collector = createCollector({ store, token: TOKEN, now: () => NOW });
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  const ask = ({ operation, path, body, headers = TEAM }: Exchange) => {
    const [method = '', template = ''] = operation.split(' ');
    const filled = Object.entries(headers).map(([name, value]) => [name, fill(value)]);
    return collector(
      new Request(`http://collector${fill(path ?? template)}`, {
        method,
        headers: {
          ...(body === undefined ? {} : JSON_TYPE),
          ...(Object.fromEntries(filled) as Record<string, string>),
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  };

  it('has every operation asked at least once with success', () => {
    const asked = EXCHANGES.filter(({ status }) => status < 300).map(({ operation }) => operation);
    expect([...new Set(asked)].sort()).toEqual([...described.keys()].sort());
  });

  it.each(
    EXCHANGES.map((exchange) => ({
      ...exchange,
      label: `${exchange.operation} ${exchange.status}`,
    })),
  )('describes the answer of $label', async (exchange) => {
    const response = await ask(exchange);
    const type = response.headers.get('Content-Type')?.split(';')[0] ?? '';
    const etag = response.headers.get('ETag');
    if (etag) known['etag'] = etag;
    const isStream = type === 'text/event-stream';
    const text = isStream ? '' : await response.text();
    if (isStream) await response.body?.cancel();
    expect([response.status, text.slice(0, 300)]).toEqual([exchange.status, expect.any(String)]);
    const answer = described.get(exchange.operation)?.responses[response.status];
    expect(answer, `${exchange.operation} answers ${response.status}`).toBeDefined();
    if (text === '' && !isStream) return expect(answer?.content).toBeUndefined();
    expect(Object.keys(answer?.content ?? {})).toContain(type);
    if (type !== 'application/json') return;
    const value = JSON.parse(text) as { id?: string };
    if (exchange.operation === 'POST /v1/marks' && value.id) known['mark'] = value.id;
    const schema = answer?.content?.[type]?.schema ?? {};
    expect(schema.properties ?? schema.$ref, 'the shape is described').toBeDefined();
    expect(faultsOf(schema, value)).toEqual([]);
  });

  it('names every parameter and field without which a request is refused', async () => {
    for (const exchange of EXCHANGES.filter(({ status }) => status < 300)) {
      const { parameters = [], requestBody } = described.get(exchange.operation) ?? {};
      for (const { name } of parameters.filter((one) => one.in === 'query' && one.required)) {
        const url = new URL(exchange.path ?? '', 'http://collector');
        url.searchParams.delete(name);
        const response = await ask({ ...exchange, path: url.pathname + url.search });
        expect(response.status, `${exchange.operation} without ${name}`).toBe(400);
        await response.body?.cancel();
      }
      const required = requestBody?.content['application/json'].schema.required ?? [];
      for (const name of required) {
        const { [name]: _, ...rest } = exchange.body as { [name: string]: unknown };
        const { status } = await ask({ ...exchange, body: rest });
        expect(status, `${exchange.operation} without ${name}`).toBeGreaterThanOrEqual(400);
        expect(status, `${exchange.operation} without ${name}`).toBeLessThan(500);
      }
    }
  });
});
