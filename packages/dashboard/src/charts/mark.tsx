import type { Standing } from '@wayfelt/protocol';
import type { JSX } from 'preact';

export interface MarkProps {
  standing: Standing;
  x: number;
  y: number;
  /** Few answers. */
  hollow: boolean;
  small?: boolean;
}

/** Prospects are circles, customers squares: told apart without colour. */
export const Mark = ({ standing, x, y, hollow, small }: MarkProps): JSX.Element => {
  const size = small ? 3 : 4.5;
  const kind = hollow ? 'mark mark-hollow' : 'mark';
  return standing === 'prospect' ? (
    <circle class={kind} cx={x} cy={y} r={size} />
  ) : (
    <rect
      class={kind}
      x={x - size * 0.9}
      y={y - size * 0.9}
      width={size * 1.8}
      height={size * 1.8}
    />
  );
};
