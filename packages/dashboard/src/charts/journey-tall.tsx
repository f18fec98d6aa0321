import type { JSX } from 'preact';
import { ABOVE_OR_BELOW, textBox } from './figure-places.js';
import { Figures, Lines, type PlaceOf } from './journey-lines.js';
import {
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
  const at: PlaceOf = (line, index, value) => [
    x(value),
    middle(index) + offsetOf(line, lines.length),
  ];
  const nameOf = (index: number) => ({ x: 4, y: middle(index) - 10 });
  const afterAt = { x: width, y: crossingY + 15 };

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
        nameOf={nameOf}
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
        </g>
      ))}
      <Lines lines={lines} at={at} />
      {crossing > 0 && (
        <text class="tick crossing-name" {...afterAt} text-anchor="end">
          {sides.after}
        </text>
      )}
      <Figures
        lines={lines}
        at={at}
        places={ABOVE_OR_BELOW}
        taken={[
          { x: width, y: 0, width, height },
          ...stages.map(({ name }, index) =>
            textBox({ text: name, ...nameOf(index), anchor: 'start' }),
          ),
          ...(crossing > 0 ? [textBox({ text: sides.after, ...afterAt, anchor: 'end' })] : []),
        ]}
      />
    </svg>
  );
};
