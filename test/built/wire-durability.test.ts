// What the collector said that it has, it has: whatever happens to its process.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '@wayfelt/protocol';
import { startCollector, type RunningCollector } from '../support/collector.js';

const AT_ONCE = 8;
const BATCH = 25;

let made = 0;
/** A UUIDv7 of this run's nth record. */
const nextId = () => {
  const time = Date.now().toString(16).padStart(12, '0');
  const n = (made += 1).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n}`;
};
const ratings = (level: number) =>
  Array.from({ length: BATCH }, () => ({
    id: nextId(),
    type: 'rating',
    at: Date.now(),
    visitor: `v${made % 7}`,
    standing: 'prospect',
    stage: 'search',
    level,
  }));

describe('a collector that is killed while it receives', () => {
  let collector: RunningCollector;
  beforeAll(async () => {
    collector = await startCollector();
  });
  afterAll(async () => {
    await collector?.end();
  });

  const send = async (records: object[]): Promise<Receipt | undefined> => {
    try {
      const response = await fetch(`${collector.origin}/v1/records`, {
        method: 'POST',
        body: JSON.stringify({ site: 'shop', sdk: 'test', sentAt: Date.now(), records }),
      });
      return response.ok ? ((await response.json()) as Receipt) : undefined;
    } catch {
      return undefined; // cut off: the sender cannot know, and sends again
    }
  };
  const stored = async () =>
    (await collector.report('shop')).total.felt.all.levels.reduce((sum, n) => sum + n, 0);

  it('has every record that it answered for, and none twice when they are sent again', async () => {
    const batches: object[][] = [];
    let answered = 0;
    let killed: Promise<void> | undefined;
    const sender = async () => {
      for (;;) {
        const records = ratings(1 + (made % 8));
        batches.push(records);
        const receipt = await send(records);
        if (!receipt) return;
        answered += receipt.accepted;
        if (answered > 1_000) killed ??= collector.stop('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sender));
    await killed;
    await collector.start();

    const kept = await stored();
    expect(kept).toBeGreaterThanOrEqual(answered);
    for (const records of batches) expect(await send(records)).toBeDefined();
    expect(await stored()).toBe(batches.length * BATCH);
  });

  it('stops at once and cleanly when it is asked to, with a screen listening', async () => {
    const token = collector.signIn.split('token=')[1];
    const stream = await fetch(`${collector.origin}/v1/stream?site=shop`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(stream.status).toBe(200);
    const before = await stored();
    const began = Date.now();
    await collector.stop('SIGTERM');
    expect(Date.now() - began).toBeLessThan(5_000);
    await stream.body?.cancel().catch(() => undefined);
    await collector.start();
    expect(await stored()).toBe(before);
  });
});
