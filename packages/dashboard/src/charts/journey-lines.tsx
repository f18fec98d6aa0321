import type { JSX } from 'preact';
import { placeFigures, type ABOVE_OR_BELOW, type BESIDE } from './figure-places.js';
import type { CurveLine } from './journey-model.js';
import { Mark } from './mark.js';
import { pathThrough, type Box } from './scale.js';

/** Where a value of a stage is drawn on one of the lines. */
export type PlaceOf = (line: number, index: number, value: number) => readonly [number, number];

/** The lines over the stages, each with the way between its marks, intervals and marks. */
export const Lines = ({ lines, at }: { lines: CurveLine[]; at: PlaceOf }): JSX.Element => (
  <>
    {lines.map((line, row) => {
      const marks = line.points.map(({ value }, index) =>
        value === null ? undefined : at(row, index, value),
      );
      return (
        <g key={line.kind} class={`line-${line.kind} lines`} aria-hidden="true">
          <path class="curve" d={pathThrough(marks)} />
          <path
            class="whisker"
            d={intervalsOf(line, row, at)
              .map(([low, high]) => whiskerPath(low, high))
              .join('')}
          />
          {[false, true].map((early) => {
            const these = marks.flatMap((mark, index) =>
              mark && line.points[index]?.early === early ? [mark] : [],
            );
            return (
              these.length > 0 && <Mark key={early} kind={line.kind} at={these} hollow={early} />
            );
          })}
        </g>
      );
    })}
  </>
);

/** The ends of each interval of a line. */
const intervalsOf = (line: CurveLine, row: number, at: PlaceOf) =>
  line.points.flatMap(({ value, low, high }, index) =>
    value === null || low === null || high === null
      ? []
      : [[at(row, index, low), at(row, index, high)] as const],
  );

export interface FiguresProps {
  lines: CurveLine[];
  at: PlaceOf;
  /** Where a figure may stand, the best place first. */
  places: typeof BESIDE | typeof ABOVE_OR_BELOW;
  /** What else stands there. */
  taken: readonly Box[];
}

/** The figures of all lines, above all lines: none hides another, nor a mark. */
export const Figures = ({ lines, at, places, taken }: FiguresProps): JSX.Element => {
  const shown = lines.flatMap(({ kind, points }, row) =>
    points.flatMap(({ value, text, early }, index) =>
      value === null ? [] : [{ kind, text, early, mark: at(row, index, value) }],
    ),
  );
  const intervals = lines.flatMap((line, row) => intervalsOf(line, row, at));
  const placed = placeFigures(
    shown.map(({ kind, text, mark }) => ({ text, mark, places: places[kind] })),
    [
      ...taken,
      ...shown.map(({ mark: [x, y] }) => ({ x: x - 6, y: y - 6, width: 12, height: 12 })),
      ...intervals.map(boxBetween),
    ],
  );
  return (
    <>
      {placed.map(({ text, x, y, anchor }, index) => (
        <text
          key={index}
          class={`mark-figure line-${shown[index]?.kind}${shown[index]?.early ? ' mark-figure-early' : ''}`}
          x={x}
          y={y}
          text-anchor={anchor}
          aria-hidden="true"
        >
          {text}
        </text>
      ))}
    </>
  );
};

const boxBetween = ([[x1, y1], [x2, y2]]: ReturnType<typeof intervalsOf>[number]): Box => ({
  x: Math.min(x1, x2) - 2,
  y: Math.min(y1, y2) - 2,
  width: Math.abs(x1 - x2) + 4,
  height: Math.abs(y1 - y2) + 4,
});

/** An interval with its ends, upright or lying. */
const whiskerPath = (low: readonly [number, number], high: readonly [number, number]): string =>
  low[0] === high[0]
    ? `M${low[0] - 3} ${low[1]}h6m-3 0V${high[1]}m-3 0h6`
    : `M${low[0]} ${low[1] - 3}v6m0 -3H${high[0]}m0 -3v6`;
