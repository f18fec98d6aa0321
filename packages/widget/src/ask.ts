import { render } from 'preact';
import type { AskEnd, OpenQuestion, Question, QuestionListener } from '@wayfelt/protocol';
import { createHost } from './host.js';
import { loadWords, nearestLanguage } from './languages.js';
import { thanksFor, type State } from './state.js';
import type { AskedTexts, FollowUpPart, FollowUpTexts } from './texts.js';
import { pause } from './pause.js';
import { applyTheme } from './theme.js';
import { isOverlay, View, type Acts } from './view.js';

/** How long half of the question must be visible to count as seen. */
const SEEN_MS = 1_000;
/** A live region speaks only of what changes after it was there. */
const ANNOUNCE_MS = 100;
/** Pages fade from one theme to the other; what they are then is read when they are done. */
const FADE_MS = 1_000;

/**
 * Asks. Resolves when the question is on the page; rejects when its words cannot be loaded. `into` is the
 * element for the forms `inline` and `page`; without it they stand at the end of the body.
 */
export async function ask(
  given: Question,
  listener: QuestionListener,
  into?: HTMLElement,
): Promise<OpenQuestion> {
  const question = { ...given };
  let language = nearestLanguage(question.locale);
  let file = await loadWords(language);
  let state: State = {
    phase: 'asking',
    folded: true,
    rows: -4,
    tapped: {},
  };
  let loading: Promise<void> | undefined;
  let later: FollowUpPart | undefined;
  let stopLifting: (() => void) | undefined;
  let seen = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus was before it came in. */
  let before: Partial<HTMLElement> | null = null;

  const overlay = isOverlay(question);
  const dark = matchMedia('(prefers-color-scheme:dark)');
  const retheme = () => applyTheme(host, question.theme);
  const follow = () => {
    retheme();
    setTimeout(retheme, FADE_MS);
  };
  const host = createHost(overlay, question.nonce, into, follow);
  const { element, root } = host;
  const place = root.appendChild(document.createElement('div'));

  const draw = (change?: Partial<State>) => {
    if (ended) return;
    state = { ...state, ...change };
    // What follows is shown once it is here, and so are its words; thanks alone may come before, and do not promise too much.
    const texts = {
      ...file.texts,
      ...later?.texts,
      ...question.texts,
    } as AskedTexts & FollowUpTexts;
    const shown = { question, language, words: file.levels, texts, state, acts };
    const inside = root.activeElement;
    render(View({ ...shown, followUp: later?.FollowUp(shown) }), place);
    // What was pressed may be gone now; the focus stays where the visitor is.
    if (inside && !root.activeElement) enter();
  };
  /** With its layout, which leaves the frame less to do. */
  const drawWhole = () => {
    draw();
    place.getClientRects();
  };
  const enter = () => root.querySelector<HTMLElement>('.box')?.focus();
  const end = (how: AskEnd) => {
    if (ended) return;
    ended = true;
    stopLifting?.();
    const inside = root.activeElement;
    host.remove();
    if (inside) before?.focus?.({ preventScroll: true });
    listener.closed(how);
  };
  const endSoon = () => overlay && later?.onceLeft(element, acts.close);
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (seen || ended || state.folded) return;
      seen = true;
      listener.seen();
    }, SEEN_MS);
  };
  const acts: Acts = {
    async takeBack() {
      await listener.takeBack();
      draw({ phase: 'takenBack' });
      endSoon();
    },
    press(event) {
      if (event.key === 'Escape' && !state.folded) {
        event.stopPropagation();
        acts.close();
      }
      // 1 to 8 choose the faces in the order they are shown; not while someone is typing.
      const typing = root.activeElement?.matches('[maxlength]');
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const radio = root.querySelectorAll<HTMLInputElement>('[name=level]')[Number(event.key) - 1];
      radio?.focus();
      radio?.click();
    },
    /** The first touch fetches what follows a face. Where that fails, the face alone can be sent; the next touch tries again. */
    touch(event) {
      if (event instanceof FocusEvent) before ??= event.relatedTarget;
      return (loading ??= file.followUp().then(
        async (part) => {
          await pause();
          if (ended) return;
          if (!later) {
            host.addStyle(part.css);
            stopLifting = part.liftAboveKeyboard(host);
          }
          later = part;
          await pause();
          drawWhole();
        },
        () => {
          loading = undefined;
        },
      ));
    },
    close() {
      const { phase, level } = state;
      if (phase === 'asking') {
        // The words for it may still be on their way.
        if (level)
          void acts.touch().then(() => (later ? draw({ phase: 'stays' }) : end('answered')));
        else if (question.form === 'tab') draw({ folded: true });
        else end('dismissed');
      } else end(phase === 'takenBack' ? 'dismissed' : 'answered');
    },
    fold(folded) {
      draw({ folded });
      if (folded) return;
      enter();
      look();
    },
    change(change) {
      void acts.touch();
      state = { ...state, ...change };
      const { level, tapped } = state;
      if (level && (change.level || change.tapped)) void listener.keep({ level, ...tapped });
      // What was pressed answers in this frame; what opens and folds because of it is a task of its own.
      void pause().then(drawWhole);
    },
    snooze: () => end('snoozed'),
    never: () => end('never'),
    async send() {
      const { level, tapped, phase } = state;
      if (!level || phase === 'sending') return;
      draw({ phase: 'sending' });
      const kept = await listener.send({ level, ...tapped, ...later?.written(state) });
      draw({ phase: later || kept !== 'memory' ? thanksFor(kept) : 'lost' });
      if (kept !== 'lost') endSoon();
    },
  };

  // Many small tasks, out of sight, since one long one would hold the page up.
  place.className = 'hide';
  await pause();
  retheme();
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the list is ours alone, and so it is shorter
  dark.onchange = follow;
  for (; state.rows <= 8; state.rows += 4) {
    await pause();
    draw();
    await pause();
    place.getClientRects();
    state.folded = question.form === 'tab';
  }
  await pause();
  place.className = '';
  // The card fades in and its faces rise; what can be pressed stands where it stays from the first frame on. Not by the
  // style sheet: WebKit begins its animations anew when the follow-up's style arrives.
  if (overlay && matchMedia('(prefers-reduced-motion:no-preference)').matches)
    root
      .querySelectorAll('.box,.face svg')
      .forEach((each, i) =>
        each.animate(i ? { translate: ['0 12px', '0'] } : { opacity: [0, 1] }, 300 + 40 * i),
      );
  setTimeout(() => draw({ announced: true }), ANNOUNCE_MS);

  new IntersectionObserver(
    ([entry]) => {
      if (entry?.isIntersecting) look();
      else clearTimeout(timer);
    },
    { threshold: 0.5 },
  ).observe(place.firstElementChild ?? place);

  return {
    close: () => end(state.level ? 'answered' : 'ignored'),
    async update(change) {
      Object.assign(question, change);
      const nearest = nearestLanguage(question.locale);
      // Without the new language's file, the old one stays.
      file = await loadWords(nearest).catch(() => file);
      language = nearest;
      if (later) {
        loading = undefined;
        void acts.touch();
      }
      retheme();
      draw();
    },
  };
}
