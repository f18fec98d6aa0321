import type { JSX } from 'preact';
import {
  LineMarks,
  offsetOf,
  RowMarks,
  StageBars,
  StageLinks,
  Ticks,
  type JourneyDrawingProps,
} from './journey-marks.js';
import { linear } from './scale.js';

const TOP = 30;
const ROW = 84;
const LABELS = 132;
const RIGHT = 18;
const BAR = 74;

/** The same curve going down the page, one row per stage: phones. */
export const JourneyTall = (props: JourneyDrawingProps): JSX.Element => {
  const { model, width, title, sides, count } = props;
  const { stages, lines, axis, crossing } = model;
  const x = linear(axis.from, axis.to, LABELS + 14, width - RIGHT);
  const middle = (index: number): number => TOP + (index + 0.5) * ROW;
  const barY = (index: number, row: number): number => middle(index) + 2 + row * 18;
  const height = TOP + stages.length * ROW + 4;
  const ticks = axis.ticks.filter((_, index) => index % 2 === (axis.ticks.length > 5 ? 1 : 0));
  const crossingY = TOP + crossing * ROW;

  return (
    <svg
      class="journey"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={title}
    >
      <Ticks
        ticks={ticks}
        lineOf={(value) => `M${x(value)} ${TOP}V${height}`}
        textOf={(value) => ({ x: x(value), y: TOP - 12, anchor: 'middle' })}
      />
      {crossing > 0 && (
        <>
          <path class="crossing" d={`M0 ${crossingY}H${width}`} />
          <text class="tick" x={0} y={TOP - 12}>
            {sides.before}
          </text>
        </>
      )}
      <StageLinks
        {...props}
        boxOf={(index) => ({ x: 0, y: TOP + index * ROW + 2, width, height: ROW - 4 })}
        nameOf={(index) => ({ x: 4, y: middle(index) - 10 })}
        anchor="start"
      />
      {lines.map((line, row) => (
        <g key={line.kind} class={`line-${line.kind} lines`} aria-hidden="true">
          <RowMarks kind={line.kind} at={stages.map((_, index) => [8, barY(index, row) + 4])} />
          <StageBars
            line={line}
            boxOf={(index) => ({ x: 18, y: barY(index, row), width: BAR, height: 8 })}
            nOf={(index, { n }) => ({
              x: n > 0 ? BAR + 24 : 18,
              y: barY(index, row) + 8,
              anchor: 'start',
            })}
            count={count}
          />
          <LineMarks
            line={line}
            at={(index, value) => [x(value), middle(index) + offsetOf(row, lines.length)]}
            figureOf={([markX, markY], { text }) => ({
              text,
              x: markX,
              y: row === 0 ? markY - 10 : markY + 19,
              anchor: 'middle',
            })}
          />
        </g>
      ))}
      {crossing > 0 && (
        <text class="tick crossing-name" x={width} y={crossingY + 15} text-anchor="end">
          {sides.after}
        </text>
      )}
    </svg>
  );
};
