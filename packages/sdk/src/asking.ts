/** Decides whether to ask, waits for a good moment, shows the question, and records its life. */
import {
  busyWith,
  drawFor,
  entriesIn,
  mayAsk,
  watchRule,
  withEntry,
  type Occasion,
  type Verdict,
  type Waiting,
} from '@wayfelt/core/asking';
import { DEFAULT_ASKING, type AskEnd, type AskForm, type OpenQuestion } from '@wayfelt/protocol';
import type { WayfeltRating } from '@wayfelt/widget/element';
import type { Inside } from './inside.js';
import { createOneTab } from './one-tab.js';
import { showQuestion } from './show-question.js';
import type { Asked } from './types.js';

/** Touchpoints that are due within this time compete: the one where least is known is asked about. */
const COMPETE_MS = 50;
/** Whoever leaves a field mostly goes on to the next one. */
const BREATH_MS = 1_000;

export interface Asking {
  /** Asks as soon as it is polite on this page, if asking is allowed. */
  ask(touchpoint?: string): Promise<Asked>;
  /** Shows the question as a visitor would see it; records nothing. */
  preview(touchpoint?: string, stage?: string): Promise<void>;
  /** All that decides about this touchpoint now. */
  occasion(touchpoint: string, called?: boolean): Occasion;
  /** What this touchpoint's question waits for, and how long this page view has lasted. */
  waits(touchpoint: string): { waiting: Waiting | undefined; viewMs: number };
  look(): void;
}

export const open = (inside: Inside): Asking => {
  const { settings, met, me, tier, guard, options } = inside;
  const considered = new WeakMap<Set<string>, Set<string>>();
  const watched = new Map<string, Waiting>();
  let due: string[] = [];
  let view = met();
  let viewAt = 0;
  let isOpen = false;
  let hasTab = false;
  let hasElement = false;
  let wake: (() => void)[] = [];

  const rules = () => ({ ...DEFAULT_ASKING, ...settings().asking });
  const ownOf = (touchpoint: string) => settings().touchpoints?.find(({ id }) => id === touchpoint);
  const history = () => entriesIn(me().asked);
  const session = () => me().who.session ?? '';

  // Tabs whose memory is their own (session tier) hear of each other's questions; the visit is one.
  const { alone, tell } = createOneTab(`wayfelt:${options.site}:ask`, history, (entries) => {
    if (tier() === 1) {
      me((me) => {
        for (const entry of entries)
          me.asked = withEntry(entriesIn(me.asked), { ...entry, session: session() });
      });
    }
  });

  const occasion: Asking['occasion'] = (touchpoint, called = false) => {
    const kept = me().draw as number;
    const draw = kept >= 0 && kept < 1 ? kept : Math.random();
    if (draw !== kept) me((me) => (me.draw = draw));
    const own = ownOf(touchpoint);
    return {
      touchpoint,
      now: Date.now(),
      asking: rules(),
      rule: own?.ask,
      called,
      wanted: own?.wanted,
      history: history(),
      standing: me().who.standing ?? 'prospect',
      tier: tier(),
      session: session(),
      draw: drawFor(draw, touchpoint),
    };
  };
  const remember = (touchpoint: string, how: AskEnd | 'shown') => {
    const entry = { touchpoint, how, at: Date.now(), session: session() };
    me((me) => (me.asked = withEntry(entriesIn(me.asked), entry)));
    tell(entry);
  };

  /** Resolves to true at a moment that disturbs nobody, to false when the page view is over. */
  const polite = async (): Promise<boolean> => {
    const here = view;
    while (here === met()) {
      const quiet = viewAt + rules().quietMs - performance.now();
      if (quiet > 0) await new Promise((resolve) => setTimeout(resolve, quiet));
      else if (!busyWith()) return true;
      else await new Promise<void>((resolve) => wake.push(resolve));
    }
    return false;
  };
  const awake = () => {
    const sleepers = wake;
    wake = [];
    for (const resolve of sleepers) resolve();
  };
  // A dialog's end does not bubble; a frame's focus is only seen to end by a click elsewhere.
  for (const type of ['focusout', 'fullscreenchange', 'close', 'click', 'visibilitychange']) {
    document.addEventListener(type, () => setTimeout(awake, BREATH_MS), true);
  }

  const show = (touchpoint: string, probability: number, form?: AskForm) =>
    showQuestion(inside, { touchpoint, probability, form }, (how) => {
      if (form === 'tab') return;
      isOpen = false;
      remember(touchpoint, how);
    });
  /** Puts the question into an element of the page; it is never rationed, and ends with its element. */
  const place = (into: WayfeltRating) => {
    let gone = false;
    let question: OpenQuestion | undefined;
    const opened = (open: OpenQuestion) => {
      question = open;
      if (gone) open.close();
    };
    const { touchpoint, stage } = into;
    void guard(() =>
      showQuestion(inside, {
        touchpoint,
        stage: stage || undefined,
        probability: 1,
        form: 'inline',
        into,
        opened,
      }),
    );
    return () => {
      gone = true;
      question?.close();
    };
  };

  const attempt = async (touchpoint: string, called: boolean): Promise<Asked> => {
    // Whoever labels tries questions by the labeller; what its draft asks for would only be in the way.
    if (inside.isMuted) return { asked: false, why: 'labelling' };
    const refusal = (verdict: Verdict): Asked | undefined =>
      verdict.may
        ? undefined
        : { asked: false, why: verdict.why, ...('until' in verdict && { until: verdict.until }) };
    const early = refusal(mayAsk(occasion(touchpoint, called)));
    if (early) return early;
    // Loaded meanwhile, so that nothing is between the decision and the question.
    inside.load('widget').catch(() => undefined);
    if (!(await polite())) return { asked: false, why: 'left' };
    const here = view;
    const verdict = await alone((): Verdict | 'open' | 'left' => {
      if (isOpen) return 'open';
      if (here !== met()) return 'left';
      const verdict = mayAsk(occasion(touchpoint, called));
      if (verdict.may) {
        isOpen = true;
        remember(touchpoint, 'shown');
      }
      return verdict;
    });
    if (typeof verdict === 'string') return { asked: false, why: verdict };
    return refusal(verdict) ?? show(touchpoint, verdict.may ? verdict.probability : 1);
  };

  const compete = () => {
    const [first] = due.sort((a, b) => (ownOf(b)?.wanted ?? 1) - (ownOf(a)?.wanted ?? 1));
    due = [];
    if (first !== undefined) void guard(() => attempt(first, false));
  };
  /** A touchpoint was met: it counts as one that might be asked, and asks when its rule comes true. */
  const consider = (touchpoint: string) => {
    const rule = ownOf(touchpoint)?.ask;
    if (!rule?.on) return;
    const verdict = mayAsk(occasion(touchpoint));
    if (verdict.may || verdict.why === 'sample') {
      void inside.record('ask', { event: 'eligible', ...inside.placeOf(touchpoint) });
    }
    if (!verdict.may) return;
    watched.set(
      touchpoint,
      watchRule(rule, () => {
        if (due.push(touchpoint) === 1) setTimeout(compete, COMPETE_MS);
      }),
    );
  };

  /** A page without settings is looked at by nobody else; its routes change all the same. */
  const renew = () => {
    if (view === met()) return;
    view = met();
    viewAt = performance.now();
    due = [];
    for (const { stop } of watched.values()) stop();
    watched.clear();
  };

  return {
    occasion,
    waits: (touchpoint) => ({
      waiting: watched.get(touchpoint),
      viewMs: performance.now() - viewAt,
    }),
    ask(touchpoint = '') {
      renew();
      return attempt(touchpoint, true);
    },
    async preview(touchpoint, stage) {
      await showQuestion(
        inside,
        { touchpoint, stage, probability: 1, preview: true },
        () => undefined,
      );
    },
    look() {
      awake();
      renew();
      const seen = considered.get(view) ?? new Set();
      considered.set(view, seen);
      for (const touchpoint of view) {
        if (!seen.has(touchpoint)) {
          seen.add(touchpoint);
          // A rule that cannot be used keeps no other from being used.
          guard(() => consider(touchpoint));
        }
      }
      if (document.querySelector('wayfelt-rating') && !hasElement) {
        hasElement = true;
        void guard(() => inside.load('element').then(({ defineRating }) => defineRating(place)));
      }
      if (settings().theme?.tab && !hasTab) {
        hasTab = true;
        void guard(() => show(options.touchpoint ?? '', 1, 'tab').then(() => (hasTab = false)));
      }
    },
  };
};
