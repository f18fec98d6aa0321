/**
 * What may follow a face; every part may be left out. A file of its own, downloaded when the visitor first
 * touches the question: most people who are asked never do.
 */
/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import { feelingOf, INTENTS, LIMITS } from '@wayfelt/protocol';
import style from './follow-up.css?inline';
import type { FollowUpTexts } from './texts.js';
import type { Shown } from './view.js';

export { liftAboveKeyboard } from './keyboard.js';
export { onceLeft } from './leave.js';
export { written } from './state.js';

/** Shown as the comment's limit. The wire takes more, for sites that rate with their own interface. */
const COMMENT_LENGTH = 500;

const QUESTIONS = {
  positive: 'followUpPositive',
  indifferent: 'followUpIndifferent',
  negative: 'followUpNegative',
} as const;

export const css: string = style;

type Props = Pick<Shown, 'question' | 'state' | 'acts'> & { texts: FollowUpTexts };

export const FollowUp = ({ question, texts, state, acts }: Props): VNode => {
  const { tapped, level = 0, comment = '', contact = '', mayContact = false } = state;
  const { reasons = [] } = tapped;
  const words = question.comments !== false;
  const { change } = acts;
  return (
    <div class="more">
      <label class="all">
        <input type="checkbox" />
        {texts.all}
      </label>
      {question.reasons?.[0] && (
        <Chips
          type="checkbox"
          title={texts.reasons}
          chips={question.reasons}
          chosen={reasons}
          choose={(id) =>
            change({
              tapped: {
                ...tapped,
                reasons: reasons.includes(id)
                  ? reasons.filter((other) => other !== id)
                  : [...reasons, id],
              },
            })
          }
        />
      )}
      {words && (
        <label class="field">
          <b>{texts[QUESTIONS[feelingOf(level)]]}</b>
          <textarea
            rows={2}
            maxLength={COMMENT_LENGTH}
            aria-describedby="hint"
            value={comment}
            onInput={(event) => change({ comment: event.currentTarget.value })}
          />
        </label>
      )}
      {words && (
        <p id="hint">
          <span>{texts.hint}</span>
          <span>{`${comment.length}/${COMMENT_LENGTH}`}</span>
        </p>
      )}
      {question.intent && question.standing === 'prospect' && (
        <Chips
          type="radio"
          title={texts.intent}
          chips={INTENTS.map((id) => ({ id, text: texts[id] }))}
          chosen={[tapped.intent]}
          choose={(intent) => change({ tapped: { ...tapped, intent } })}
        />
      )}
      {question.contact && (
        <label class="consent">
          <input
            type="checkbox"
            checked={mayContact}
            onChange={() => change({ mayContact: !mayContact })}
          />
          {texts.mayContact}
        </label>
      )}
      {question.contact && mayContact && (
        <label class="field">
          <b>{texts.contact}</b>
          <input
            maxLength={LIMITS.contactLength}
            value={contact}
            onInput={(event) => change({ contact: event.currentTarget.value })}
          />
        </label>
      )}
    </div>
  );
};

interface ChipsProps<Id extends string> {
  type: 'checkbox' | 'radio';
  title: string;
  chips: readonly { id: Id; text: string }[];
  chosen: readonly (Id | undefined)[];
  choose(id: Id): void;
}

/** A row of native boxes or radios that look like chips. */
const Chips = <Id extends string>({
  type,
  title,
  chips,
  chosen,
  choose,
}: ChipsProps<Id>): VNode => (
  <fieldset class="chips">
    <legend>{title}</legend>
    {chips.map(({ id, text }) => (
      <label key={id}>
        <input type={type} name={title} checked={chosen.includes(id)} onChange={() => choose(id)} />
        <span>{text}</span>
      </label>
    ))}
  </fieldset>
);
