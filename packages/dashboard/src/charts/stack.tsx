import { FEWEST_SHOWN, type LevelCounts } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { stackOf } from './scale.js';

export interface StackProps {
  levels: LevelCounts;
  x: number;
  y: number;
  width: number;
  height: number;
}

const partsOf = (levels: LevelCounts, width: number) =>
  levels.reduce((sum, n) => sum + n, 0) < FEWEST_SHOWN ? [] : stackOf(levels, width);

/** The distribution over the eight levels as one stacked bar, worst at the start. Part of a chart's SVG. */
export const Stack = ({ levels, x, y, width, height }: StackProps): JSX.Element => (
  <g class="stack" transform={`translate(${x} ${y})`}>
    <rect class="stack-empty" width={width} height={height} rx={2} />
    {partsOf(levels, width).map((part) => (
      <rect
        key={part.index}
        class={`fill-level-${part.index + 1}`}
        x={part.start.toFixed(2)}
        width={Math.max(0.5, part.width - 0.75).toFixed(2)}
        height={height}
      />
    ))}
  </g>
);
