/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import type { Language, Question } from '@wayfelt/protocol';
import { drawing, face } from './faces.js';
import { Scale } from './scale.js';
import type { Said, State } from './state.js';
import type { AskedTexts, AskedWords, FollowUpTexts } from './texts.js';

/** What the visitor can do; `ask.ts` does it. */
export interface Acts {
  /** A change of `level` or `tapped` is kept at once, what is typed is not. */
  change(change: Partial<State>): void;
  send(): void;
  fold(folded: boolean): void;
  close(): void;
  snooze(): void;
  never(): void;
  takeBack(): void;
  press(event: KeyboardEvent): void;
  /** The visitor is here: with the pointer, a finger or the focus. */
  touch(event?: Event): Promise<void>;
}

export interface Shown {
  question: Question;
  language: Language;
  words: AskedWords['levels'];
  texts: AskedTexts & FollowUpTexts;
  state: State;
  acts: Acts;
  /** What follows a face, once it is downloaded. */
  followUp: VNode | undefined;
}

/** Forms that lie over the page; the others stand in it. */
export const isOverlay = ({ form }: Question): boolean => !/inline|page/.test(form);

/** The whole question as it is now; a pure function, drawn again after every act. */
export const View = (shown: Shown): VNode => {
  const { question, language, texts, state, acts } = shown;
  const { form, theme } = question;
  const { phase } = state;
  const overlay = isOverlay(question);
  const asking = phase.endsWith('ing');
  return (
    <div
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      class={`${form} ${overlay ? 'over' : ''} ${theme?.corner ?? ''}`}
      onKeyDown={acts.press}
      onFocusIn={acts.touch}
      onPointerOver={acts.touch}
    >
      {state.folded ? (
        <button class="box pill" onClick={() => acts.fold(false)}>
          {face(7)}
          {texts.open}
        </button>
      ) : (
        <section class="box panel" aria-label={texts.question} tabIndex={-1}>
          {asking ? (
            Asking(shown)
          ) : (
            <div class="said">
              {state.level && face(state.level)}
              <p>{texts[phase as Said]}</p>
              {phase === 'lost' && <button onClick={acts.send}>{texts.retry}</button>}
              {phase === 'stays' && <button onClick={acts.takeBack}>{texts.takeBack}</button>}
            </div>
          )}
          {form !== 'page' && (
            <div class="icons">
              {asking && overlay && (
                <button aria-label={texts.minimise} onClick={() => acts.fold(true)}>
                  {drawing(<path d="M17 40h30" />)}
                </button>
              )}
              <button aria-label={texts.close} onClick={acts.close}>
                {drawing(<path d="M17 17l30 30m0-30-30 30" />)}
              </button>
            </div>
          )}
        </section>
      )}
      <div role="status">{asking ? state.announced && texts.question : texts[phase as Said]}</div>
    </div>
  );
};

const Asking = (shown: Shown): VNode => {
  const { question, texts, state, acts, followUp } = shown;
  const quiet = !state.level && question.form !== 'page';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        acts.send();
      }}
    >
      <div class="scroll">
        {Scale(shown)}
        {followUp}
      </div>
      <footer>
        {state.level && <button class="send">{texts.send}</button>}
        {quiet && (
          <button type="button" onClick={acts.snooze}>
            {texts.notNow}
          </button>
        )}
        {quiet && (
          <button type="button" onClick={acts.never}>
            {texts.never}
          </button>
        )}
      </footer>
    </form>
  );
};
