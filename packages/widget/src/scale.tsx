/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import { LEVELS, type Level } from '@wayfelt/protocol';
import { Face } from './faces.js';
import type { Shown } from './view.js';

/** Eight native radios: Tab, arrows and what screen readers say come with them. The label is all of the row. */
export const Scale = ({ question, words, texts, state, acts }: Shown): VNode => {
  const rows = LEVELS.map((id, i) => {
    const level = (i + 1) as Level;
    return (
      <label key={id}>
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
          <Face level={level} />
        </span>
        <span class="words">
          <b id={id}>{words[id].name}</b>
          <span id={id + '-'}>{words[id].sentence}</span>
        </span>
      </label>
    );
  });
  return (
    <fieldset class={state.level ? 'scale chosen' : 'scale'}>
      <legend>{texts.question}</legend>
      {question.order === 'best-first' ? rows.reverse() : rows}
    </fieldset>
  );
};
