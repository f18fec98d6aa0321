import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createOutbox } from './index.js';
import type { Item, Page } from './index.js';

let sites = 0;

const setUp = (answer: (records: Item[]) => Response | Promise<Response>) => {
  const sent: Item[][] = [];
  const page: Page = {
    ...globalThis,
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeout,
    Date,
    Math,
    indexedDB,
    navigator: {},
    fetch: async (_url, { body }) => {
      const text =
        typeof body === 'string'
          ? body
          : await new Response(
              (body as Blob).stream().pipeThrough(new DecompressionStream('gzip')),
            ).text();
      const { records } = JSON.parse(text) as { records: Item[] };
      sent.push(records);
      return answer(records);
    },
  };
  const delivered: string[] = [];
  const outbox = createOutbox({
    endpoint: '/v1/records',
    site: `site-${sites++}`,
    sdk: '1.0.0',
    page,
    onDelivered: (ids) => delivered.push(...ids),
  });
  return { outbox, sent, delivered };
};

const receipt = (records: Item[]) =>
  Response.json({ accepted: records.length, duplicates: 0, rejected: [] });

describe('the outbox', () => {
  it('keeps a record, delivers it on flush, and then holds nothing', async () => {
    const { outbox, sent, delivered } = setUp(receipt);
    expect(await outbox.add({ id: 'a' })).toBe('kept');
    expect(await outbox.flush()).toEqual({ waiting: 0 });
    expect(delivered).toEqual(['a']);
    expect(await outbox.flush()).toEqual({ waiting: 0 });
    expect(sent.length).toBe(1);
    outbox.stop();
  });
  it('sends an urgent record in the very task in which it was added', () => {
    const { outbox, sent } = setUp(receipt);
    void outbox.add({ id: 'a' }, { urgent: true });
    expect(sent).toEqual([[{ id: 'a' }]]);
    outbox.stop();
  });
  it('says what still waits, and why', async () => {
    const { outbox } = setUp(() => new Response('<html>', { status: 200 }));
    await outbox.add({ id: 'a' });
    expect(await outbox.flush()).toEqual({ waiting: 1, reason: 'status 200' });
    outbox.stop();
  });
});
