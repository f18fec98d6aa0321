import type { VNode } from 'preact';
import { LEVELS, type Level } from '@wayfelt/protocol';

/**
 * Our own faces on a 32 × 32 field, worst first: colour, lines (eyes and closed mouths), and filled shapes (open
 * mouths, hearts). Eyes and mouth both differ from level to level, because some cultures read the eyes and some
 * the mouth, and so that no face needs its colour to be told apart.
 */
const FACES: readonly [colour: string, lines: string, filled?: string][] = [
  ['#f58a92', 'M8.5 9.8l5 2.4m10-2.4-5 2.4M12 15v.6m8-.6v.6', 'M10.5 25c.4-6.6 10.6-6.6 11 0z'],
  [
    '#f9a07f',
    'M9 10l4 2.7-4 2.7m14-5.4-4 2.7 4 2.7M9.8 23l2.6-2.6 2.4 2.6 2.4-2.6 2.4 2.6 2.6-2.6',
  ],
  ['#f8c06e', 'M8.8 11.5h5m4.4 0h5M10.4 14.2v.3m9.4-.3v.3M12 23c2-2.6 5-3 8.4-1.6'],
  ['#ccd0da', 'M9.4 13.4h3.6m6 0h3.6M11.5 21.5h9'],
  ['#c3dc8d', 'M11.2 12.8v.6m9.6-.6v.6M12 20.4c2 2.2 6 2.2 8 0'],
  ['#8fdba6', 'M11.2 11.2v3.4m9.6-3.4v3.4M9.6 19.4c2.6 4.8 10.2 4.8 12.8 0'],
  [
    '#7fd6d4',
    'M8.8 13.8c.8-3 3.8-3 4.6 0m5.2 0c.8-3 3.8-3 4.6 0',
    'M9.6 18.6h12.8c-.6 7.4-12.2 7.4-12.8 0z',
  ],
  [
    '#b9a8f5',
    '',
    'M11 15.8c-6-4.4-1.6-7.8 0-4.6 1.6-3.2 6 .2 0 4.6zm10 0c-6-4.4-1.6-7.8 0-4.6 1.6-3.2 6 .2 0 4.6zM8.6 18.4h14.8c-.8 9-14 9-14.8 0z',
  ],
];

/** A level's face: decoration, the word beside it is the answer. */
export const Face = ({ level }: { level: Level }): VNode => {
  const [colour, lines, filled] = FACES[level - 1] ?? [];
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" class={LEVELS[level - 1]}>
      <circle cx="16" cy="16" r="15" fill={colour} />
      <path d={lines} />
      <path d={filled} fill="currentColor" />
    </svg>
  );
};
