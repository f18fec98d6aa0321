import type { JSX } from 'preact';
import { BESIDE } from './figure-places.js';
import { Figures, Lines, type PlaceOf } from './journey-lines.js';
import {
  offsetOf,
  RowMarks,
  StageBars,
  StageLinks,
  Ticks,
  type JourneyDrawingProps,
} from './journey-marks.js';
import { namesTouch } from './names-touch.js';
import { linear } from './scale.js';

const TOP = 34;
const PLOT = 290;
const LEFT = 54;
const RIGHT = 4;
const BAR = 12;
/** A bar with its number under it. */
const ROW = 36;
/** Where names would touch, every second one stands so much lower. */
const STEP = 16;

/** The curve with one column per stage and the distributions under it: desktop, tablet, paper. */
export const JourneyWide = (props: JourneyDrawingProps): JSX.Element => {
  const { model, width, title, sides, count } = props;
  const { stages, lines, axis, crossing } = model;
  const column = (width - LEFT - RIGHT) / Math.max(1, stages.length);
  const middle = (index: number): number => LEFT + (index + 0.5) * column;
  const y = linear(axis.from, axis.to, TOP + PLOT, TOP);
  const namesY = TOP + PLOT + 28;
  const names = stages.map(({ name }) => name);
  const step = namesTouch(names, column) ? STEP : 0;
  const barsY = namesY + 18 + step;
  const height = barsY + lines.length * ROW + 2;
  const barWidth = column - Math.max(14, column * 0.16);
  const crossingX = LEFT + crossing * column;
  const at: PlaceOf = (line, index, value) => [
    middle(index) + offsetOf(line, lines.length),
    y(value),
  ];

  return (
    <svg
      class="journey"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={title}
    >
      {crossing > 0 && (
        <>
          <rect class="before-crossing" x={LEFT} y={TOP} width={crossingX - LEFT} height={PLOT} />
          <text class="tick" x={LEFT} y={TOP - 14}>
            {sides.before}
          </text>
          {/* interrupted at the names, which may be wider than their column */}
          <path
            class="crossing"
            d={`M${crossingX} ${TOP - 26}V${namesY - 16}M${crossingX} ${barsY - 8}V${height}`}
          />
          <text class="tick" x={crossingX + 10} y={TOP - 14}>
            {sides.after}
          </text>
        </>
      )}
      <Ticks
        ticks={axis.ticks}
        lineOf={(value) => `M${LEFT} ${y(value)}H${width - RIGHT}`}
        textOf={(value) => ({ x: LEFT - 10, y: y(value) + 4, anchor: 'end' })}
      />
      <StageLinks
        {...props}
        boxOf={(index) => ({
          x: LEFT + index * column + 2,
          y: TOP - 6,
          width: column - 4,
          height: height - TOP + 4,
        })}
        nameOf={(index) => ({ x: middle(index), y: namesY + (index % 2) * step })}
        anchor="middle"
      />
      {lines.map((line, row) => (
        <g key={line.kind} class={`line-${line.kind} lines`} aria-hidden="true">
          <RowMarks kind={line.kind} at={[[LEFT - 16, barsY + row * ROW + BAR / 2]]} />
          <StageBars
            line={line}
            boxOf={(index) => ({
              x: middle(index) - barWidth / 2,
              y: barsY + row * ROW,
              width: barWidth,
              height: BAR,
            })}
            nOf={(index, { n }) => ({
              x: middle(index),
              y: barsY + row * ROW + (n > 0 ? BAR + 14 : BAR),
              anchor: 'middle',
            })}
            count={count}
          />
        </g>
      ))}
      <Lines lines={lines} at={at} />
      <Figures
        lines={lines}
        at={at}
        places={BESIDE}
        taken={[
          { x: 0, y: 0, width: LEFT, height },
          { x: width, y: 0, width, height },
          ...(crossing > 0 ? [{ x: crossingX - 1, y: 0, width: 2, height }] : []),
        ]}
      />
    </svg>
  );
};
