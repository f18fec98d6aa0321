import type { JSX } from 'preact';

/** The first line of a chart (prospects) and the second (customers). */
export type LineKind = 'first' | 'second';

export interface MarkProps {
  kind: LineKind;
  x: number;
  y: number;
  /** Few answers. */
  hollow: boolean;
  small?: boolean;
}

/** The first line has circles, the second squares: told apart without colour. */
export const Mark = ({ kind, x, y, hollow, small }: MarkProps): JSX.Element => {
  const size = small ? 3 : 4.5;
  const look = hollow ? 'mark mark-hollow' : 'mark';
  return kind === 'first' ? (
    <circle class={look} cx={x} cy={y} r={size} />
  ) : (
    <rect
      class={look}
      x={x - size * 0.9}
      y={y - size * 0.9}
      width={size * 1.8}
      height={size * 1.8}
    />
  );
};
