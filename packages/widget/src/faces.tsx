/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import type { Level } from '@wayfelt/protocol';

/**
 * Our own faces on a 64 × 64 field, worst first: colour, lines (eyes and closed mouths), and filled shapes (open
 * mouths, hearts). Eyes and mouth both differ from level to level, because some cultures read the eyes and some
 * the mouth, and so that no face needs its colour to be told apart.
 */
const FACES: readonly [colour: string, lines: string, filled?: string][] = [
  ['#f89', 'M17 19l10 5m20-5-10 5M24 30v1m16-1v1', 'M21 50c1-13 21-13 22 0z'],
  ['#fa8', 'M18 20l8 6-8 5m28-11-8 6 8 5M20 46l5-5 5 5 5-5 5 5 4-4'],
  ['#fc7', 'M18 23h10m8 0h10M21 29v1m18-1v1M24 46c4-5 10-6 17-3'],
  ['#ccd', 'M19 27h7m12 0h7M23 43h18'],
  ['#cd8', 'M22 26v1m20-1v1M24 41c4 4 12 4 16 0'],
  ['#8da', 'M22 22v7m20-7v7M19 39c5 10 21 10 26 0'],
  ['#8dd', 'M18 28c2-7 8-7 9 0m10 0c2-7 8-7 9 0', 'M19 37h26c-1 15-25 15-26 0z'],
  [
    '#bae',
    '',
    'M22 32c-12-9-3-16 0-9 3-7 12 0 0 9zm20 0c-12-9-3-16 0-9 3-7 12 0 0 9zM17 37h30c-2 18-28 18-30 0z',
  ],
];

/** A level's face: decoration, the word beside it is the answer. */
export const face = (level: Level): VNode => {
  const [colour, lines, filled] = FACES[level - 1] ?? [];
  return drawing(
    <circle cx="32" cy="32" r="30" fill={colour} />,
    <path d={lines} />,
    <path d={filled} fill="currentColor" />,
  );
};

/** Hidden from assistive technology: whatever is drawn has its words beside it. */
export const drawing = (...shapes: VNode[]): VNode => (
  <svg viewBox="0 0 64 64" aria-hidden="true">
    {shapes}
  </svg>
);
