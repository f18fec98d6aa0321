/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import type { Level } from '@wayfelt/protocol';
import { face } from './faces.js';
import type { Shown } from './view.js';

/** Eight native radios: Tab, arrows and what screen readers say come with them. The label is all of the row. */
export const Scale = ({ question, words, texts, state, acts }: Shown): VNode => {
  // Each language lists them worst first, as the protocol does; a test sees to it, and the names need not be here.
  const rows = Object.values(words).map(({ name, sentence }, i) => {
    const level = (i + 1) as Level;
    const id = 'n' + i;
    return (
      <label>
        <span class="face">
          <input
            type="radio"
            name="level"
            value={level}
            checked={level === state.level}
            aria-labelledby={id}
            aria-describedby={id + '-'}
            onChange={() => acts.change({ level })}
          />
          {face(level)}
        </span>
        <span class="words">
          <b id={id}>{name}</b>
          <span id={id + '-'}>{sentence}</span>
        </span>
      </label>
    );
  });
  return (
    <fieldset class={state.level ? 'scale chosen' : 'scale'}>
      <legend>{texts.question}</legend>
      {(question.order === 'best-first' ? rows.reverse() : rows).slice(0, state.rows)}
    </fieldset>
  );
};
