import type { JSX } from 'preact';
import { Fragment } from 'preact';
import { Mark } from './mark.js';
import type { CurveModel } from './journey-model.js';
import { linear, pathThrough } from './scale.js';
import { Stack } from './stack.js';

const TOP = 28;
const PLOT = 264;
const LEFT = 58;
const RIGHT = 12;
const BAR = 9;

export interface JourneyDrawingProps {
  model: CurveModel;
  width: number;
  title: string;
  crossingText: string;
  selected: string | undefined;
  onSelect: (stage: string) => void;
  count: (n: number) => string;
}

/** The curve with one column per stage and the distributions under it: desktop, tablet, paper. */
export const JourneyWide = (props: JourneyDrawingProps): JSX.Element => {
  const { model, width, title, crossingText, selected, onSelect, count } = props;
  const { stages, lines, axis, crossing } = model;
  const column = (width - LEFT - RIGHT) / Math.max(1, stages.length);
  const middle = (index: number): number => LEFT + (index + 0.5) * column;
  const y = linear(axis.from, axis.to, TOP + PLOT, TOP);
  const namesY = TOP + PLOT + 28;
  const barsY = namesY + 14;
  const height = barsY + lines.length * 26 + 10;
  const offset = (line: number): number => (lines.length > 1 ? (line === 0 ? -6 : 6) : 0);
  const barWidth = column - 20;

  return (
    <svg
      class="journey"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={title}
    >
      {axis.ticks.map(({ value, text, strong }) => (
        <g key={value}>
          <line
            class={strong ? 'grid grid-strong' : 'grid'}
            x1={LEFT}
            x2={width - RIGHT}
            y1={y(value)}
            y2={y(value)}
          />
          <text class="tick" x={LEFT - 10} y={y(value) + 4} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {crossing > 0 && (
        <g>
          <line
            class="crossing"
            x1={LEFT + crossing * column}
            x2={LEFT + crossing * column}
            y1={TOP - 8}
            y2={height - 4}
          />
          <text class="tick" x={LEFT + crossing * column + 8} y={TOP - 12}>
            {crossingText}
          </text>
        </g>
      )}
      {stages.map((stage, index) => (
        <a
          key={stage.id}
          href={stage.href}
          class={stage.id === selected ? 'column column-selected' : 'column'}
          aria-label={stage.spoken}
          data-stage={stage.id}
          onFocus={() => onSelect(stage.id)}
          onPointerEnter={() => onSelect(stage.id)}
        >
          <rect
            class="hit"
            x={LEFT + index * column + 2}
            y={2}
            width={column - 4}
            height={height - 4}
            rx={8}
          />
          <text class="stage-name" x={middle(index)} y={namesY} text-anchor="middle">
            {stage.name}
          </text>
        </a>
      ))}
      {lines.map((line, row) => (
        <g key={line.kind} class={`line-${line.kind} lines`} aria-hidden="true">
          {line.points.map((point, index) => {
            const x = middle(index) - barWidth / 2;
            const top = barsY + row * 26;
            return (
              <Fragment key={stages[index]?.id}>
                <Stack levels={point.levels} x={x} y={top} width={barWidth} height={BAR} />
                <Mark kind={line.kind} x={x + 4} y={top + BAR + 8} small hollow={false} />
                <text class="bar-n" x={x + 12} y={top + BAR + 12}>
                  {count(point.n)}
                </text>
              </Fragment>
            );
          })}
          <path
            class="curve"
            d={pathThrough(
              line.points.map((point, index) =>
                point.value === null ? undefined : [middle(index) + offset(row), y(point.value)],
              ),
            )}
          />
          {line.points.map((point, index) => {
            if (point.value === null) return null;
            const x = middle(index) + offset(row);
            return (
              <g key={stages[index]?.id}>
                {point.low !== null && point.high !== null && (
                  <path
                    class="whisker"
                    d={`M${x - 3} ${y(point.low)}h6m-3 0V${y(point.high)}m-3 0h6`}
                  />
                )}
                <Mark kind={line.kind} x={x} y={y(point.value)} hollow={point.early} />
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
};
