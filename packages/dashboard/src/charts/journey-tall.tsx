import type { JSX } from 'preact';
import { Mark } from './mark.js';
import type { JourneyDrawingProps } from './journey-wide.js';
import { linear, pathThrough } from './scale.js';
import { Stack } from './stack.js';

const TOP = 30;
const ROW = 78;
const LABELS = 128;
const RIGHT = 14;

/** The same curve going down the page, one row per stage: phones. */
export const JourneyTall = (props: JourneyDrawingProps): JSX.Element => {
  const { model, width, title, crossingText, selected, onSelect, count } = props;
  const { stages, lines, axis, crossing } = model;
  const x = linear(axis.from, axis.to, LABELS + 16, width - RIGHT);
  const middle = (index: number): number => TOP + (index + 0.5) * ROW;
  const height = TOP + stages.length * ROW + 4;
  const offset = (line: number): number => (lines.length > 1 ? (line === 0 ? -6 : 6) : 0);
  const ticks = axis.ticks.length > 5 ? axis.ticks.filter((_, i) => i % 2 === 1) : axis.ticks;

  return (
    <svg
      class="journey"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={title}
    >
      {ticks.map(({ value, text, strong }) => (
        <g key={value}>
          <line
            class={strong ? 'grid grid-strong' : 'grid'}
            x1={x(value)}
            x2={x(value)}
            y1={TOP}
            y2={height}
          />
          <text class="tick" x={x(value)} y={TOP - 12} text-anchor="middle">
            {text}
          </text>
        </g>
      ))}
      {crossing > 0 && (
        <g>
          <line
            class="crossing"
            x1={0}
            x2={width}
            y1={TOP + crossing * ROW}
            y2={TOP + crossing * ROW}
          />
          <text class="tick" x={width} y={TOP + crossing * ROW - 5} text-anchor="end">
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
            x={1}
            y={TOP + index * ROW + 2}
            width={width - 2}
            height={ROW - 4}
            rx={8}
          />
          <text class="stage-name" x={8} y={middle(index) - 14}>
            {stage.name}
          </text>
        </a>
      ))}
      {lines.map((line, row) => (
        <g key={line.kind} class={`line-${line.kind} lines`} aria-hidden="true">
          {line.points.map((point, index) => {
            const y = middle(index) - 2 + row * 18;
            return (
              <g key={stages[index]?.id}>
                <Stack levels={point.levels} x={8} y={y} width={72} height={7} />
                <text class="bar-n" x={86} y={y + 8}>
                  {count(point.n)}
                </text>
              </g>
            );
          })}
          <path
            class="curve"
            d={pathThrough(
              line.points.map((point, index) =>
                point.value === null ? undefined : [x(point.value), middle(index) + offset(row)],
              ),
            )}
          />
          {line.points.map((point, index) => {
            if (point.value === null) return null;
            const y = middle(index) + offset(row);
            return (
              <g key={stages[index]?.id}>
                {point.low !== null && point.high !== null && (
                  <path
                    class="whisker"
                    d={`M${x(point.low)} ${y - 3}v6m0 -3H${x(point.high)}m0 -3v6`}
                  />
                )}
                <Mark kind={line.kind} x={x(point.value)} y={y} hollow={point.early} />
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
};
