import type { VNode } from 'preact';
import { INTENTS, LIMITS, type Level, type Question } from '@wayfelt/protocol';
import { COMMENT_LENGTH, followUpOf, type State } from './state.js';
import type { Texts } from './texts.js';

interface Props {
  question: Question;
  texts: Texts;
  state: State;
  level: Level;
  /** `now` marks a tap, which is kept at once; what is typed is not. */
  change(change: Partial<State>, now?: boolean): void;
}

/** What may follow a face; every part may be left out. */
export const More = ({ question, texts, state, level, change }: Props): VNode => (
  <div class="more">
    {question.reasons && question.reasons.length > 0 && (
      <fieldset class="chips">
        <legend>{texts.reasons}</legend>
        {question.reasons.map(({ id, text }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={state.reasons.includes(id)}
              onChange={() =>
                change(
                  {
                    reasons: state.reasons.includes(id)
                      ? state.reasons.filter((other) => other !== id)
                      : [...state.reasons, id],
                  },
                  true,
                )
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    )}
    <label class="field">
      <b>{texts[followUpOf(level)]}</b>
      <textarea
        rows={2}
        maxLength={COMMENT_LENGTH}
        aria-describedby="hint"
        value={state.comment}
        onInput={(event) => change({ comment: event.currentTarget.value })}
      />
    </label>
    <p id="hint">
      <span>{texts.hint}</span>
      <span class="count">{`${state.comment.length}/${COMMENT_LENGTH}`}</span>
    </p>
    {question.intent && question.standing === 'prospect' && (
      <fieldset class="chips">
        <legend>{texts.intent}</legend>
        {INTENTS.map((intent) => (
          <label key={intent}>
            <input
              type="radio"
              name="intent"
              checked={state.intent === intent}
              onChange={() => change({ intent }, true)}
            />
            <span>{texts[intent]}</span>
          </label>
        ))}
      </fieldset>
    )}
    {question.contact && (
      <label class="consent">
        <input
          type="checkbox"
          checked={state.mayContact}
          onChange={() => change({ mayContact: !state.mayContact })}
        />
        {texts.mayContact}
      </label>
    )}
    {question.contact && state.mayContact && (
      <label class="field">
        <b>{texts.contact}</b>
        <input
          maxLength={LIMITS.contactLength}
          value={state.contact}
          onInput={(event) => change({ contact: event.currentTarget.value })}
        />
      </label>
    )}
  </div>
);
