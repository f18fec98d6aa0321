import {
  LIMITS,
  type Answer,
  type AskEnd,
  type AskEvent,
  type AskForm,
  type AskRecord,
  type Kept,
  type OpenQuestion,
  type QuestionListener,
} from '@wayfelt/protocol';
import type { Inside } from './inside.js';
import { makeQuestion } from './question.js';
import type { Asked } from './types.js';

/** So long Send waits for the collector's word before it says that the answer is kept for later. */
const DELIVERY_MS = 3_000;

interface Showing {
  touchpoint?: string | undefined;
  stage?: string | undefined;
  probability: number;
  form?: AskForm | undefined;
  into?: HTMLElement | undefined;
  preview?: boolean;
  opened?(question: OpenQuestion): void;
}

/**
 * Shows a question and records its life: shown, seen, each answer as a revision of one rating, and how it ended.
 * Resolves when it is closed.
 */
export const showQuestion = async (
  inside: Inside,
  { touchpoint, stage, probability, form = formHere(), into, preview = false, opened }: Showing,
  ended: (how: AskEnd) => void = () => undefined,
): Promise<Asked> => {
  const { uuid, record, me, locale, settings, fail, emit, options } = inside;
  const ask = uuid();
  const id = uuid();
  const place = {
    ...inside.placeOf(touchpoint, undefined, into?.getAttribute('stage')),
    page: location.pathname.slice(0, LIMITS.pageLength),
  };
  const standing = me().who.standing ?? 'prospect';
  const question = {
    ...makeQuestion(
      {
        ask,
        touchpoint,
        stage: stage ?? (place as { stage?: string }).stage,
        standing,
        form,
        locale: locale(),
        nonce: options.nonce,
      },
      settings(),
    ),
    ...(preview && { preview }),
  };
  const common = { ask, form, probability, ...place };
  let revision = 0;
  let answer: Answer | undefined;
  let last = '';

  const tell = (event: AskEvent) => {
    if (preview) return;
    const fields = { event, ...common };
    void record('ask', fields);
    emit('asked', fields as unknown as AskRecord);
  };
  const rate = async (fields: object): Promise<Kept> =>
    preview
      ? 'kept'
      : record(
          'rating',
          { ...fields, id, standing, ...common, order: question.order, revision: revision++ },
          true,
        );
  let keeping: Promise<Kept> = Promise.resolve('lost');
  const keep = (given: Answer): Promise<Kept> => {
    // Not in the middle of a letter that two units make.
    const comment = given.comment?.slice(0, LIMITS.commentLength).replace(/[\ud800-\udbff]$/, '');
    const text = JSON.stringify(given);
    // Send says again what was kept already; that is no new revision.
    if (text !== last) {
      last = text;
      answer = given;
      keeping = rate({ ...given, comment });
    }
    return keeping;
  };

  /** How many of the revisions are in the collector. */
  let arrived = 0;
  let look = () => {};
  const stop = inside.on('delivered', (ids) => {
    arrived += ids.filter((delivered) => delivered === id).length;
    look();
  });
  /** Durable here is durable; mostly it is in the collector a moment later, and thanks need no "later" then. */
  const send = async (given: Answer): Promise<Kept> => {
    const kept = await keep(given);
    if (preview || kept !== 'kept' || !navigator.onLine) return kept;
    return new Promise((resolve) => {
      setTimeout(resolve, DELIVERY_MS, kept);
      look = () => arrived >= revision && resolve('delivered');
      look();
    });
  };

  try {
    const { ask: open } = await inside.load('widget');
    return await new Promise<Asked>((resolve, reject) => {
      const listener: QuestionListener = {
        seen: () => tell('seen'),
        keep,
        send,
        async takeBack() {
          if (!answer) return;
          await rate({ level: answer.level, retracted: true });
          answer = undefined;
          last = '';
        },
        closed(how) {
          tell(how);
          stop();
          ended(how);
          resolve(answer ? { asked: true, how, answer } : { asked: true, how });
        },
      };
      open(question, listener, into).then((question) => {
        tell('shown');
        opened?.(question);
      }, reject);
    });
  } catch (cause) {
    stop();
    fail('load', cause);
    ended('ignored');
    return { asked: false, why: 'load' };
  }
};

/** A card in a corner, or on narrow screens a sheet from below. */
const formHere = (): AskForm => (matchMedia('(max-width:480px)').matches ? 'sheet' : 'card');
