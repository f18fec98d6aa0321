import type { VNode } from 'preact';
import { LEVELS, type Level, type ScaleOrder } from '@wayfelt/protocol';
import { Face } from './faces.js';
import type { LanguageFile } from './texts.js';

/** The levels as they are shown; worst first unless the site asks otherwise. */
export const levelsIn = (order: ScaleOrder): Level[] => {
  const levels = LEVELS.map((_, i) => (i + 1) as Level);
  return order === 'best-first' ? levels.reverse() : levels;
};

interface Props {
  title: string;
  words: LanguageFile['levels'];
  order: ScaleOrder;
  level: Level | undefined;
  choose(level: Level): void;
}

/** Eight native radios: Tab, arrows and what screen readers say come with them. The label is all of the row. */
export const Scale = ({ title, words, order, level, choose }: Props): VNode => (
  <fieldset class={level ? 'scale chosen' : 'scale'}>
    <legend>{title}</legend>
    {levelsIn(order).map((each) => {
      const id = LEVELS[each - 1] as (typeof LEVELS)[number];
      return (
        <label key={id}>
          <span class="face">
            <input
              type="radio"
              name="level"
              value={each}
              checked={each === level}
              aria-labelledby={id}
              aria-describedby={id + '-'}
              onChange={() => choose(each)}
            />
            <Face level={each} />
          </span>
          <span class="words">
            <b id={id}>{words[id].name}</b> <span id={id + '-'}>{words[id].sentence}</span>
          </span>
        </label>
      );
    })}
  </fieldset>
);
