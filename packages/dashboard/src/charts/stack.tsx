import { FEWEST_SHOWN, LEVELS, type LevelCounts } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { boxPath, stackOf, type Box } from './scale.js';

export interface StackProps extends Box {
  levels: LevelCounts;
}

/** Between two parts, so that neighbours of one colour family stay apart. */
const GAP = 0.75;

/** The distribution over the eight levels as one stacked bar, worst at the start. Part of a chart's SVG. */
export const Stack = (bar: StackProps): JSX.Element => <Stacks bars={[bar]} />;

/** Many of them, with one shape for each level: a browser has less to do with nine shapes than with a hundred. */
export const Stacks = ({ bars }: { bars: readonly StackProps[] }): JSX.Element => {
  const parts = bars.flatMap((bar) =>
    partsOf(bar).map(({ index, start, width }) => ({
      index,
      path: boxPath({ ...bar, x: bar.x + start, width: Math.max(0.5, width - GAP) }),
    })),
  );
  const pathOf = (level: number): string =>
    parts.map(({ index, path }) => (index === level ? path : '')).join('');
  return (
    <g class="stack">
      <path class="stack-empty" d={bars.map(boxPath).join('')} />
      {LEVELS.map((id, level) => {
        const path = pathOf(level);
        return path && <path key={id} class={`fill-level-${level + 1}`} d={path} />;
      })}
    </g>
  );
};

const partsOf = ({ levels, width }: StackProps) =>
  levels.reduce((sum, n) => sum + n, 0) < FEWEST_SHOWN ? [] : stackOf(levels, width);
