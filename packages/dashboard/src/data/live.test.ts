import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLive } from './live.js';

/** A stream whose fate the test decides. */
class Line extends EventTarget {
  readyState = 0;
  close = vi.fn();
  is(event: 'open' | 'error' | 'change', readyState = this.readyState): void {
    this.readyState = readyState;
    this.dispatchEvent(new Event(event));
  }
}

const setUp = () => {
  vi.useFakeTimers();
  const lines: Line[] = [];
  const live = createLive(() => {
    const line = new Line();
    lines.push(line);
    return line as unknown as EventSource;
  });
  live.follow('/v1/stream?site=shop');
  return { live, lines };
};

afterEach(() => vi.useRealTimers());

describe('the stream of changes', () => {
  it('says that it is lost, and fetches what was missed when it is back', () => {
    const { live, lines } = setUp();
    lines[0]?.is('open', 1);
    expect(live.state.value).toBe('live');
    expect(live.pulse.value).toBe(0);
    lines[0]?.is('error', 0);
    expect(live.state.value).toBe('waiting');
    lines[0]?.is('open', 1);
    vi.advanceTimersByTime(2_000);
    expect(live.state.value).toBe('live');
    expect(live.pulse.value).toBe(1);
  });

  it('fetches what came between the first answers and the stream', () => {
    const { live, lines } = setUp();
    const opens = (last: number) => {
      lines.at(-1)?.dispatchEvent(new MessageEvent('open', { data: JSON.stringify({ last }) }));
      vi.advanceTimersByTime(2_000);
      return live.pulse.value;
    };
    live.follow('/v1/stream?site=a', 1_000);
    expect(opens(1_000)).toBe(0);
    live.follow('/v1/stream?site=b', 1_000);
    expect(opens(1_001)).toBe(1);
  });

  it('is opened anew where the browser has given it up', () => {
    const { live, lines } = setUp();
    lines[0]?.is('open', 1);
    lines[0]?.is('error', 2);
    vi.advanceTimersByTime(5_000);
    expect(lines).toHaveLength(2);
    lines[1]?.is('open', 1);
    vi.advanceTimersByTime(2_000);
    expect(live.state.value).toBe('live');
    expect(live.pulse.value).toBe(1);
  });

  it('is not opened again once nobody follows it', () => {
    const { live, lines } = setUp();
    lines[0]?.is('error', 2);
    live.stop();
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(1);
  });
});
