import { signal, type ReadonlySignal } from '@preact/signals';

/** `live`: new answers arrive by themselves; `waiting`: the line is down and is tried again. */
export type LiveState = 'live' | 'waiting' | 'off';

export interface Live {
  state: ReadonlySignal<LiveState>;
  /** Counts up when something new is in the collector, at most once in `everyMs`. */
  pulse: ReadonlySignal<number>;
  /** `known`: when the newest record of what is shown arrived, epoch milliseconds; a newer one is a change. */
  follow(url: string | undefined, known?: number): void;
  /** Hangs up until `resume`, which fetches what was missed. */
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Often enough for "within five seconds", seldom enough that a busy site does not redraw all the time. */
const EVERY_MS = 1_500;

/** The browser gives a stream up for good when it is answered by an error, as by a proxy whose collector restarts. */
const CLOSED = 2;
const RETRY_MS = 3_000;

/** The line's own event says nothing of it, the collector's first message does. */
const lastOf = (event: Event): number => {
  if (!('data' in event) || typeof event.data !== 'string') return 0;
  const { last } = JSON.parse(event.data) as { last?: number };
  return last ?? 0;
};

/** Follows the collector's stream of changes. A line that breaks is taken up again. */
export const createLive = (
  open: (url: string) => EventSource = (url) => new EventSource(url),
  everyMs: number = EVERY_MS,
  retryMs: number = RETRY_MS,
): Live => {
  const state = signal<LiveState>('off');
  const pulse = signal(0);
  let source: EventSource | undefined;
  let followed: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  let lost = false;

  const beat = (): void => {
    timer = undefined;
    last = Date.now();
    pulse.value = pulse.peek() + 1;
  };
  const changed = (): void => {
    timer ??= setTimeout(beat, Math.max(0, last + everyMs - Date.now()));
  };
  const close = (): void => {
    source?.close();
    source = undefined;
    clearTimeout(timer);
    clearTimeout(retry);
    timer = undefined;
  };
  const listen = (url: string, known = Infinity): void => {
    source = open(url);
    source.addEventListener('open', (event) => {
      // What happened while the line was down is fetched once it is up again, and what came before it was there.
      if (lost || lastOf(event) > known) changed();
      lost = false;
      state.value = 'live';
    });
    source.addEventListener('error', () => {
      lost = true;
      state.value = 'waiting';
      if (source?.readyState !== CLOSED) return;
      clearTimeout(retry);
      retry = setTimeout(listen, retryMs, url);
    });
    source.addEventListener('change', changed);
  };

  return {
    state,
    pulse,
    pause: close,
    resume() {
      if (source || !followed) return;
      const url = followed;
      followed = undefined;
      this.follow(url);
      changed();
    },
    follow(url, known) {
      if (url === followed) return;
      followed = url;
      close();
      state.value = url ? 'waiting' : 'off';
      if (!url) return;
      lost = false;
      listen(url, known);
    },
    stop: close,
  };
};
