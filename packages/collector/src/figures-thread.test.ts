import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@wayfelt/protocol';
import { createFiguresThread, FiguresError, type FiguresThread } from './figures-thread.js';
import type { Question } from './figures.js';

/**
 * A thread that answers with the site's name, unless the name says what goes wrong. What it is told it writes into the
 * file that it was given for a store.
 */
const SCRIPT = new URL(
  `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync, readFileSync } from 'node:fs';
  import { parentPort, workerData } from 'node:worker_threads';
  const say = (text) => parentPort.postMessage({ answer: new TextEncoder().encode(text) });
  appendFileSync(workerData, 'begins\\n');
  parentPort.on('message', (told) => {
    if (told === 'end') return parentPort.close();
    const site = told === 'drop' ? 'drop' : told.question.slice.site;
    appendFileSync(workerData, site + '\\n');
    const times = readFileSync(workerData, 'utf8').split('\\n').filter((line) => line === site).length;
    if (site === 'deadly' || (site === 'deadly-once' && times === 1)) throw new Error('out of luck');
    if (site === 'broken' || site === 'drop') parentPort.postMessage({ failed: 'no such table' });
    else if (site !== 'endless') say(site);
  });
`)}`,
);

const about = (site: string): Question => ({
  of: 'report',
  slice: { site, from: 0, to: 1 },
  parts: ['touchpoints'],
  countAside: false,
  settings: DEFAULT_SETTINGS,
  now: 1,
});

let folder: string;
let file: string;
let thread: FiguresThread;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayfelt-thread-'));
  file = join(folder, 'told');
  thread = createFiguresThread({ file, script: SCRIPT });
});
afterEach(async () => {
  await thread.stop();
  rmSync(folder, { recursive: true });
});

const ask = async (site: string, signal?: AbortSignal) =>
  new TextDecoder().decode((await thread.figures(about(site), signal)) as Uint8Array);
const told = () => readFileSync(file, 'utf8').trim().split('\n');

it('answers one question after the other on one thread', async () => {
  expect(await Promise.all(['a', 'b', 'c'].map((site) => ask(site)))).toEqual(['a', 'b', 'c']);
  expect(told()).toEqual(['begins', 'a', 'b', 'c']);
});

it('asks once more where the thread died, and its reader sees nothing of it', async () => {
  expect(await Promise.all([ask('deadly-once'), ask('b')])).toEqual(['deadly-once', 'b']);
  expect(told()).toEqual(['begins', 'deadly-once', 'begins', 'deadly-once', 'b']);
});

it('gives up a question of which threads die, and answers those behind it', async () => {
  const [deadly, next] = await Promise.allSettled([ask('deadly'), ask('b')]);
  expect(deadly).toMatchObject({
    status: 'rejected',
    reason: { cause: { message: 'out of luck' } },
  });
  expect((deadly as PromiseRejectedResult).reason).toBeInstanceOf(FiguresError);
  expect(next).toEqual({ status: 'fulfilled', value: 'b' });
});

it('says what the thread could not do, and asks it again', async () => {
  await expect(ask('broken')).rejects.toThrow('no such table');
  expect(await ask('b')).toBe('b');
  expect(told()).toEqual(['begins', 'broken', 'b']);
});

it('counts nothing that nobody waits for', async () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const endless = ask('endless', first.signal);
  const waiting = ask('b', second.signal);
  const patient = ask('c');
  second.abort();
  await expect(waiting).rejects.toThrow('nobody waits');
  first.abort();
  await expect(endless).rejects.toThrow('nobody waits');
  expect(await patient).toBe('c');
  expect(told()).toEqual(['begins', 'endless', 'drop', 'c']);
  await expect(ask('d', first.signal)).rejects.toThrow('nobody waits');
});

it('ends while it counts, and answers nobody afterwards', async () => {
  const asked = [ask('endless'), ask('b')].map((answer) => answer.catch((cause: unknown) => cause));
  await thread.stop();
  for (const cause of await Promise.all(asked)) expect(cause).toBeInstanceOf(FiguresError);
  await expect(ask('c')).rejects.toThrow('stopping');
});

it('says so where there is nothing to run', async () => {
  const none = createFiguresThread({ file, script: join(folder, 'none.js') });
  await expect(none.figures(about('a'))).rejects.toBeInstanceOf(FiguresError);
  await none.stop();
});
