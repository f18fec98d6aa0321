import type { AskRule } from '@wayfelt/protocol';
import { isInView, SHARES } from '../in-view.js';

/** A finger that scrolls back up so fast, in pixels a millisecond, wants to get to the address bar. */
const UP_FAST = 1.5;
/** And so far, in pixels: a flick is not yet leaving. */
const UP_FAR = 200;
/** After so long without scrolling the finger begins anew: how long someone has read says nothing of the speed. */
const REST_MS = 150;

/** A rule that waits. */
export interface Waiting {
  /** What has not come true yet: `delay`, `scroll`, `event`, `seen`, `exit`. */
  open: ReadonlySet<string>;
  /** When it began, in `performance.now()`. */
  at: number;
  stop(): void;
}

/**
 * Waits until all that a rule asks for has come true, and calls `due` once. Leaving is a moment, so it counts only
 * when the rest came true before.
 */
export const watchRule = (rule: AskRule, due: () => void): Waiting => {
  const ending = new AbortController();
  const { signal } = ending;
  const open = new Set<string>();
  const stop = () => ending.abort();
  const check = (done?: string) => {
    if (done) open.delete(done);
    if (open.size > 0 || signal.aborted) return;
    stop();
    due();
  };

  if (rule.delayMs) {
    open.add('delay');
    const timer = setTimeout(check, rule.delayMs, 'delay');
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  if (rule.scroll) {
    const { scroll } = rule;
    open.add('scroll');
    const look = () => {
      const { scrollHeight } = document.documentElement;
      if (scrollY + innerHeight >= scrollHeight * scroll) check('scroll');
    };
    addEventListener('scroll', look, { signal, passive: true });
    queueMicrotask(look);
  }
  if (rule.event) {
    open.add('event');
    document.addEventListener(rule.event, () => check('event'), { signal });
  }
  if (rule.seen) {
    open.add('seen');
    watchSeen(rule.seen, signal, () => check('seen'));
  }
  if (rule.exit) {
    open.add('exit');
    watchExit(signal, () => {
      if (open.size === 1) check('exit');
    });
  }
  if (open.size === 0) queueMicrotask(check);
  return { open, at: performance.now(), stop };
};

/** What is asked about may come with the page or later, and be taller than the screen. */
const watchSeen = (selector: string, signal: AbortSignal, seen: () => void): void => {
  const observer = new IntersectionObserver((entries) => entries.some(isInView) && seen(), {
    threshold: SHARES,
  });
  const watch = () => {
    for (const element of document.querySelectorAll(selector)) observer.observe(element);
  };
  watch();
  const changes = new MutationObserver(watch);
  changes.observe(document, { subtree: true, childList: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    changes.disconnect();
  });
};

/** The pointer leaves by the top, towards the address bar and the tabs; on touch, fast scrolling back up. */
const watchExit = (signal: AbortSignal, leaving: () => void): void => {
  document.documentElement.addEventListener(
    'mouseleave',
    ({ clientY }) => {
      if (clientY <= 0) leaving();
    },
    { signal },
  );
  let top = scrollY;
  let last = 0;
  let turn = { top, at: 0 };
  const scrolled = ({ timeStamp }: Event) => {
    if (scrollY > top || timeStamp - last > REST_MS) {
      turn = { top: Math.max(scrollY, top), at: timeStamp };
    }
    last = timeStamp;
    top = scrollY;
    const up = turn.top - top;
    if (up > UP_FAR && up / (timeStamp - turn.at) > UP_FAST && touches()) leaving();
  };
  addEventListener('scroll', scrolled, { signal, passive: true });
};

const touches = () => matchMedia('(pointer:coarse)').matches;
