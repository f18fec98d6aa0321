import { render } from 'preact';
import type { AskEnd, OpenQuestion, Question, QuestionListener } from '@wayfelt/protocol';
import { createHost } from './host.js';
import { loadWords, nearestLanguage } from './languages.js';
import { levelsIn } from './scale.js';
import { answerOf, START, type State } from './state.js';
import { followTheme } from './theme.js';
import { View, type Acts } from './view.js';

/** How long half of the question must be visible to count as seen. */
const SEEN_MS = 1_000;
/** Thanks stay this long, or as long as the pointer or the focus is on them. */
const THANKS_MS = 6_000;
/** A live region speaks only of what changes after it was there. */
const ANNOUNCE_MS = 100;

/**
 * Asks. Resolves when the question is on the page; rejects when its words cannot be loaded. `into` is the
 * element for the forms `inline` and `page`; without it they stand at the end of the body.
 */
export async function ask(
  question: Question,
  listener: QuestionListener,
  into?: HTMLElement,
): Promise<OpenQuestion> {
  let language = nearestLanguage(question.locale);
  let words = await loadWords(language);
  let state: State = { ...START, folded: question.form === 'tab' };
  let ended = false;
  let seenTimer: ReturnType<typeof setTimeout> | undefined;
  let endTimer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus was before it came in. */
  let before: EventTarget | null = null;

  const overlay = question.form !== 'inline' && question.form !== 'page';
  const host = createHost(overlay, question.nonce, into);
  const place = host.root.appendChild(document.createElement('div'));
  place.className = overlay ? 'over' : '';
  const status = host.root.appendChild(document.createElement('div'));
  status.role = 'status';
  const $ = (id: string) => host.root.getElementById(id);

  const draw = () => {
    const texts = { ...words.texts, ...question.texts };
    const hadFocus = host.root.activeElement;
    render(<View {...{ question, language, words, texts, state, acts }} />, place);
    // What was pressed may be gone now; the focus stays where the visitor is.
    if (hadFocus && !host.root.activeElement) $('panel')?.focus();
    return texts;
  };
  const set = (change: Partial<State>) => {
    state = { ...state, ...change };
    return draw();
  };
  const say = (text: string) => {
    setTimeout(() => {
      status.textContent = text;
    }, ANNOUNCE_MS);
  };

  const end = (how: AskEnd) => {
    if (ended) return;
    ended = true;
    clearTimeout(seenTimer);
    clearTimeout(endTimer);
    theme.stop();
    watch.disconnect();
    const inside = host.root.activeElement;
    host.remove();
    if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    listener.closed(how);
  };
  /** Closes after a while in which nobody points at the question or has the focus in it. */
  const endSoon = (how: AskEnd) => {
    if (!overlay) return;
    endTimer = setTimeout(
      () => (host.element.matches(':hover, :focus-within') ? endSoon(how) : end(how)),
      THANKS_MS,
    );
  };

  const acts: Acts = {
    change(change, now) {
      set(change);
      if (now && state.level) void listener.keep(answerOf(state, state.level, false));
    },
    async send() {
      if (!state.level || state.phase === 'sending') return;
      set({ phase: 'sending' });
      const kept = await listener.send(answerOf(state, state.level, true));
      if (ended) return;
      const texts = set({ phase: 'thanked', kept });
      say(kept === 'delivered' ? texts.thanks : texts[kept]);
      if (kept !== 'lost') endSoon('answered');
    },
    fold(folded) {
      set({ folded });
      if (!folded) $('panel')?.focus();
    },
    close() {
      if (state.phase === 'asking' && state.level) say(set({ phase: 'stays' }).stays);
      else if (state.phase !== 'asking') end(state.phase === 'taken' ? 'dismissed' : 'answered');
      else if (question.form === 'tab') set({ folded: true });
      else end('dismissed');
    },
    snooze: () => end('snoozed'),
    never: () => end('never'),
    async takeBack() {
      await listener.takeBack();
      say(set({ phase: 'taken' }).takenBack);
      endSoon('dismissed');
    },
  };

  const theme = followTheme(host, () => question.theme);
  say(draw().question);

  place.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key === 'Escape' && !state.folded) {
      event.stopPropagation();
      acts.close();
    }
    const typing =
      target instanceof HTMLTextAreaElement || (target as HTMLInputElement).type === 'text';
    const level = levelsIn(question.order)[Number(key) - 1];
    if (level && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const radio = host.root.querySelector<HTMLInputElement>(`[value="${level}"]`);
      radio?.focus();
      radio?.click();
    }
  });
  host.element.addEventListener('focusin', (event) => {
    if (event.relatedTarget !== host.element) before ??= event.relatedTarget;
  });

  const watch = new IntersectionObserver(
    ([entry]) => {
      clearTimeout(seenTimer);
      if (entry && entry.intersectionRatio >= 0.5) {
        seenTimer = setTimeout(() => {
          watch.disconnect();
          listener.seen();
        }, SEEN_MS);
      }
    },
    { threshold: 0.5 },
  );
  watch.observe(place);

  return {
    close: () => end(state.level ? 'answered' : 'ignored'),
    async update(change) {
      Object.assign(question, change);
      theme.refresh();
      language = nearestLanguage(question.locale);
      words = await loadWords(language);
      if (!ended) draw();
    },
  };
}
