import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Figures, Question } from './figures.js';

/** What the thread is told: to count, that nobody waits for it any more, or to end. */
export type Told = { question: Question } | 'drop' | 'end';
/** What it says: an answer, or why there is none. */
export type Said = { answer: Uint8Array<ArrayBuffer> } | { failed: string };

/** Figures cannot be had now, through no fault of the question. */
export class FiguresError extends Error {
  readonly code = 'figures-unavailable';
  constructor(why: string, options?: ErrorOptions) {
    super(`These figures were not counted: ${why}`, options);
    this.name = 'FiguresError';
  }
}

export interface FiguresThread {
  figures: Figures;
  /** Ends the thread; what was asked and not answered is rejected. Before the store closes. */
  stop(): Promise<void>;
}

export interface FiguresThreadOptions {
  /** Of the store, which is open already. */
  file: string;
  /** What the thread runs. Default: the built one. */
  script?: string | URL;
}

interface Job {
  question: Question;
  signal: AbortSignal | undefined;
  tries: number;
  resolve: (answer: Uint8Array<ArrayBuffer>) => void;
  reject: (cause: unknown) => void;
}

/** A part of a report takes less, and containers are killed after ten seconds. */
const ENDS_WITHIN_MS = 8_000;
const STOPPING = 'the collector is stopping.';
/** A question may have ended its thread by chance, once. */
const TRIES = 2;

/**
 * Counts figures on a thread of their own with a second connection, one question after the other, so that records are
 * received meanwhile. The thread begins with the first question. One that dies is replaced; its question is asked once
 * more, then rejected with `FiguresError`.
 */
export function createFiguresThread({ file, script }: FiguresThreadOptions): FiguresThread {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let stopped = false;

  const end = (settle: (job: Job) => void) => {
    const job = current;
    current = undefined;
    worker?.unref();
    if (job) settle(job);
    next();
  };

  const begin = (): Worker => {
    let cause: unknown;
    // the loaders and conditions of the program around it (of test runners, say) are not for this thread
    const made = new Worker(script ?? builtScript(), { workerData: file, execArgv: [] });
    made.on('message', (said: Said) => {
      if ('answer' in said) end((job) => job.resolve(said.answer));
      else end((job) => job.reject(new Error(said.failed)));
    });
    made.on('error', (error) => (cause = error));
    made.on('exit', (code) => {
      if (worker !== made) return;
      worker = undefined;
      end((job) => {
        const isGone = stopped || job.signal?.aborted || job.tries >= TRIES;
        if (!isGone) waiting.unshift(job);
        else job.reject(new FiguresError(`their thread ended with ${code}.`, { cause }));
      });
    });
    return made;
  };

  const next = () => {
    if (current || stopped) return;
    current = waiting.shift();
    if (!current) return;
    current.tries += 1;
    try {
      worker ??= begin();
      // a thread without work lets the process end
      worker.ref();
      worker.postMessage({ question: current.question } satisfies Told);
    } catch (cause) {
      end((job) => job.reject(new FiguresError('they could not be asked for.', { cause })));
    }
  };

  const leave = (job: Job) => {
    const index = waiting.indexOf(job);
    if (index >= 0) waiting.splice(index, 1);
    else if (job === current) worker?.postMessage('drop' satisfies Told);
    job.reject(new FiguresError('nobody waits for them any more.'));
  };

  return {
    figures: (question, signal) =>
      new Promise((resolve, reject) => {
        if (stopped) throw new FiguresError(STOPPING);
        const settled = () => signal?.removeEventListener('abort', onAbort);
        const job: Job = {
          question,
          signal,
          tries: 0,
          resolve: (answer) => (settled(), resolve(answer)),
          reject: (cause) => (settled(), reject(cause)),
        };
        const onAbort = () => leave(job);
        if (signal?.aborted) return onAbort();
        signal?.addEventListener('abort', onAbort);
        waiting.push(job);
        next();
      }),
    async stop() {
      stopped = true;
      for (const job of waiting.splice(0)) job.reject(new FiguresError(STOPPING));
      if (worker) await ended(worker);
    },
  };
}

/** It ends by itself after the statement that it is in: SQLite for Node 20 takes the process with it when it is cut off. */
async function ended(worker: Worker) {
  const gone = once(worker, 'exit');
  worker.postMessage('end' satisfies Told);
  const cut = setTimeout(() => void worker.terminate(), ENDS_WITHIN_MS);
  await gone;
  clearTimeout(cut);
}

/** Found by its name in this package: files that are built stand in several folders. */
const builtScript = (): string =>
  createRequire(import.meta.url).resolve('@wayfelt/collector/figures-worker');
