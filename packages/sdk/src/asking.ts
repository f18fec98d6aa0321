import { mayAsk } from '@wayfelt/core/asking';
import {
  DEFAULT_ASKING,
  type Answer,
  type AskEnd,
  type AskEvent,
  type Question,
  type QuestionListener,
} from '@wayfelt/protocol';
import type { Inside } from './inside.js';
import type { Asked } from './types.js';

export interface Asking {
  /** Asks now, if asking is allowed. */
  ask(touchpoint?: string): Promise<Asked>;
  /** A touchpoint with a rule of its own was met. */
  met(touchpoint: string): void;
  /** The page was looked at again. */
  look(): void;
}

/** Decides whether to ask, shows the question, and records its life. */
export const createAsking = ({ core, options, load, fail }: Inside): Asking => {
  const show = async (touchpoint: string, probability: number): Promise<Asked> => {
    const { ask: open } = await load('widget');
    const id = core.uuid();
    const rating = core.uuid();
    const found = core.found();
    const form = core.page.matchMedia('(max-width: 480px)').matches ? 'sheet' : 'card';
    const settings = core.settings();
    const own = settings.touchpoints?.find((setting) => setting.id === touchpoint);
    const place = core.placeOf(touchpoint);
    const locale = core.locale();
    const base = { ask: id, form, probability, ...place };
    const record = (event: AskEvent) =>
      void core.record('ask', { event, ...base }, event !== 'seen');
    const question: Question = {
      ask: id,
      touchpoint,
      standing: core.standing(),
      form,
      order: { ...DEFAULT_ASKING, ...settings.asking }.order,
      locale,
      ...(found.stage ? { stage: found.stage } : {}),
      ...(settings.theme ? { theme: settings.theme } : {}),
      ...(options.nonce ? { nonce: options.nonce } : {}),
      ...(own?.intent ? { intent: true } : {}),
      ...(own?.contact ? { contact: true } : {}),
    };
    let revision = -1;
    let answer: Answer | undefined;
    const keep = async (given: Answer) => {
      answer = given;
      revision++;
      const fields = { id: rating, ...given, ...base, order: question.order, revision };
      return core.record('rating', fields, true) ?? 'lost';
    };
    return new Promise((resolve) => {
      const listener: QuestionListener = {
        seen: () => record('seen'),
        keep,
        send: keep,
        async takeBack() {
          if (!answer) return;
          revision++;
          await core.record(
            'rating',
            { id: rating, ...answer, ...base, revision, retracted: true },
            true,
          );
          answer = undefined;
        },
        closed(how: AskEnd) {
          remember(touchpoint, how);
          record(how);
          resolve(answer ? { asked: true, how, answer } : { asked: true, how });
        },
      };
      record('shown');
      open(question, listener).catch((cause: unknown) => {
        fail('widget', cause);
        resolve({ asked: false, why: 'load' });
      });
    });
  };

  const remember = (touchpoint: string, how: AskEnd | 'shown') =>
    core.memory.change((me) => {
      const asked = me.asked ?? [];
      const open = asked.findLast(
        (entry) => entry.touchpoint === touchpoint && entry.how === 'shown',
      );
      if (open) Object.assign(open, { how, at: core.now() });
      else asked.push({ touchpoint, how, at: core.now(), session: me.session ?? '' });
      me.asked = asked.slice(-100);
    });

  return {
    async ask(touchpoint = '') {
      const settings = core.settings();
      const me = core.memory.read();
      const verdict = mayAsk({
        touchpoint,
        now: core.now(),
        asking: { ...DEFAULT_ASKING, ...settings.asking },
        history: me.asked ?? [],
        standing: core.standing(),
        tier: core.memory.tier(),
        session: me.session ?? '',
        draw: 0,
      });
      if (!verdict.may) return { asked: false, why: verdict.why };
      remember(touchpoint, 'shown');
      return show(touchpoint, verdict.probability);
    },
    met: () => {},
    look: () => {},
  };
};
