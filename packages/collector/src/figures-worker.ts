// What the thread of `figures-thread.ts` runs.
import { parentPort, workerData } from 'node:worker_threads';
import type { Said, Told } from './figures-thread.js';
import { createFigures, type Question } from './figures.js';
import { openSqliteReader } from './stores/sqlite/reader.js';

const { store, atOnce, close } = openSqliteReader(String(workerData));
const figures = createFigures(store);
let counting: AbortController | undefined;

const say = (said: Said, given: ArrayBuffer[] = []) => parentPort?.postMessage(said, given);

const answer = async (question: Question) => {
  const { signal } = (counting = new AbortController());
  try {
    const text = await atOnce(() => figures(question, signal));
    const bytes = new TextEncoder().encode(text);
    say({ answer: bytes }, [bytes.buffer]);
  } catch (cause) {
    say({ failed: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) });
  }
};

// the next one comes when this one was answered
parentPort?.on('message', (told: Told) => {
  if (typeof told === 'object') return void answer(told.question);
  counting?.abort();
  // without it nothing keeps the thread, once the part that is counted is done
  if (told === 'end') parentPort?.close();
});
process.once('exit', close);
