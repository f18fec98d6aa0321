import type { JSX } from 'preact';
import { boxPath } from './scale.js';

/** The first line of a chart (prospects) and the second (customers). */
export type LineKind = 'first' | 'second';

export interface MarkProps {
  kind: LineKind;
  /** Where their middles are: many are one shape. */
  at: readonly (readonly [x: number, y: number])[];
  /** Few answers. */
  hollow?: boolean;
  small?: boolean;
}

export const Mark = ({ kind, at, hollow = false, small = false }: MarkProps): JSX.Element => (
  <path
    class={hollow ? 'mark mark-hollow' : 'mark'}
    d={at.map(([x, y]) => OUTLINE[kind](x, y, small ? 3 : 4.5)).join('')}
  />
);

/** The first line has circles, the second squares: told apart without colour. */
const OUTLINE: { [kind in LineKind]: (x: number, y: number, size: number) => string } = {
  first: (x, y, size) =>
    `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`,
  second: (x, y, size) =>
    boxPath({ x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8 }),
};
