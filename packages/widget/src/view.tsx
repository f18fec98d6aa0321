import type { ComponentChildren, VNode } from 'preact';
import type { Question } from '@wayfelt/protocol';
import { Face } from './faces.js';
import { More } from './more.js';
import { Scale } from './scale.js';
import type { State } from './state.js';
import type { LanguageFile, Texts } from './texts.js';

/** What the visitor can do; `ask.ts` does it. */
export interface Acts {
  change(change: Partial<State>, now?: boolean): void;
  send(): void;
  fold(folded: boolean): void;
  close(): void;
  snooze(): void;
  never(): void;
  takeBack(): void;
}

export interface Shown {
  question: Question;
  language: string;
  words: LanguageFile;
  texts: Texts;
  state: State;
  acts: Acts;
}

/** The whole question as it is now; a pure function, drawn again after every act. */
export const View = (shown: Shown): VNode => {
  const { question, language, texts, state, acts } = shown;
  return (
    <div
      id="root"
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      class={`${question.form} ${state.phase}`}
    >
      {state.folded ? (
        <button class="tab" onClick={() => acts.fold(false)}>
          <Face level={7} />
          {texts.open}
        </button>
      ) : (
        <section aria-label={texts.question} tabIndex={-1} id="panel">
          <Body {...shown} />
          {question.form !== 'page' && (
            <div class="icons">
              {state.phase === 'asking' && question.form !== 'inline' && (
                <Icon label={texts.minimise} path="M5 12h10" act={() => acts.fold(true)} />
              )}
              <Icon label={texts.close} path="m5 5 10 10m0-10L5 15" act={acts.close} />
            </div>
          )}
        </section>
      )}
    </div>
  );
};

const Icon = (props: { label: string; path: string; act(): void }): VNode => (
  <button class="icon" aria-label={props.label} onClick={props.act}>
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={props.path} />
    </svg>
  </button>
);

const Body = ({ question, words, texts, state, acts }: Shown): VNode => {
  const { level, phase, kept = 'delivered' } = state;
  if (phase === 'thanked') {
    return (
      <Said state={state} text={kept === 'delivered' ? texts.thanks : texts[kept]}>
        {kept === 'lost' && <button onClick={acts.send}>{texts.retry}</button>}
      </Said>
    );
  }
  if (phase === 'taken') return <Said state={state} text={texts.takenBack} />;
  if (phase === 'stays') {
    return (
      <Said state={state} text={texts.stays}>
        <button onClick={acts.takeBack}>{texts.takeBack}</button>
      </Said>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        acts.send();
      }}
    >
      <div class="scroll">
        <Scale
          title={texts.question}
          words={words.levels}
          order={question.order}
          level={level}
          choose={(level) => acts.change({ level }, true)}
        />
        {level && (
          <More
            question={question}
            texts={texts}
            state={state}
            level={level}
            change={acts.change}
          />
        )}
      </div>
      <footer>
        {level ? (
          <button class="send" aria-disabled={phase === 'sending'}>
            {texts.send}
          </button>
        ) : (
          question.form !== 'page' && (
            <>
              <button type="button" onClick={acts.snooze}>
                {texts.notNow}
              </button>
              <button type="button" onClick={acts.never}>
                {texts.never}
              </button>
            </>
          )
        )}
      </footer>
    </form>
  );
};

/** The last words: thanks, or what became of the answer. */
const Said = (props: { state: State; text: string; children?: ComponentChildren }): VNode => (
  <div class="said">
    {props.state.level && <Face level={props.state.level} />}
    <p>{props.text}</p>
    {props.children}
  </div>
);
