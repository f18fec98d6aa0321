import { signal, type ReadonlySignal } from '@preact/signals';

/** `live`: new answers arrive by themselves; `waiting`: the line is down and is tried again. */
export type LiveState = 'live' | 'waiting' | 'off';

export interface Live {
  state: ReadonlySignal<LiveState>;
  /** Counts up when something new is in the collector, at most once in `everyMs`. */
  pulse: ReadonlySignal<number>;
  follow(url: string | undefined): void;
  /** Hangs up until `resume`, which fetches what was missed. */
  pause(): void;
  resume(): void;
  stop(): void;
}

/** Often enough for "within five seconds", seldom enough that a busy site does not redraw all the time. */
const EVERY_MS = 1_500;

/** Follows the collector's stream of changes; the browser reconnects by itself. */
export const createLive = (
  open: (url: string) => EventSource = (url) => new EventSource(url),
  everyMs: number = EVERY_MS,
): Live => {
  const state = signal<LiveState>('off');
  const pulse = signal(0);
  let source: EventSource | undefined;
  let followed: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;

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
    timer = undefined;
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
    follow(url) {
      if (url === followed) return;
      followed = url;
      close();
      state.value = url ? 'waiting' : 'off';
      if (!url) return;
      source = open(url);
      source.addEventListener('open', () => {
        // What happened while the line was down is fetched once it is up again.
        if (state.peek() === 'waiting' && last > 0) changed();
        state.value = 'live';
      });
      source.addEventListener('error', () => (state.value = 'waiting'));
      source.addEventListener('change', changed);
    },
    stop: close,
  };
};
