import type { JSX } from 'preact';
import type { Axis, CurveLine, CurveModel, CurvePoint } from './journey-model.js';
import { Mark, type MarkProps } from './mark.js';
import type { Box } from './scale.js';
import { Stacks } from './stack.js';

export interface JourneyDrawingProps {
  model: CurveModel;
  width: number;
  title: string;
  /** What lies on either side of the crossing, in words. */
  sides: { before: string; after: string };
  selected: string | undefined;
  onSelect: (stage: string) => void;
  count: (n: number) => string;
}

/** The ground on which both journeys stand: scale lines with their figures. */
export const Ticks = ({
  ticks,
  lineOf,
  textOf,
}: {
  ticks: Axis['ticks'];
  lineOf: (value: number) => string;
  textOf: (value: number) => { x: number; y: number; anchor: 'middle' | 'end' };
}): JSX.Element => (
  <>
    <path
      class="grid"
      d={ticks.map(({ value, strong }) => (strong ? '' : lineOf(value))).join('')}
    />
    <path
      class="grid grid-strong"
      d={ticks.map(({ value, strong }) => (strong ? lineOf(value) : '')).join('')}
    />
    {ticks.map(({ value, text }) => {
      const { x, y, anchor } = textOf(value);
      return (
        <text key={value} class="tick" x={x} y={y} text-anchor={anchor}>
          {text}
        </text>
      );
    })}
  </>
);

/** Each stage is a link of its own, over the whole of its column or row. */
export const StageLinks = ({
  model,
  selected,
  onSelect,
  boxOf,
  nameOf,
  anchor,
}: Pick<JourneyDrawingProps, 'model' | 'selected' | 'onSelect'> & {
  boxOf: (index: number) => Box;
  nameOf: (index: number) => { x: number; y: number };
  anchor: 'middle' | 'start';
}): JSX.Element => (
  <>
    {model.stages.map((stage, index) => (
      <a
        key={stage.id}
        href={stage.href}
        class={stage.id === selected ? 'column column-selected' : 'column'}
        aria-label={stage.spoken}
        data-stage={stage.id}
        onFocus={() => onSelect(stage.id)}
        onPointerEnter={() => onSelect(stage.id)}
      >
        <rect class="hit" {...boxOf(index)} rx={8} />
        <text class="stage-name" {...nameOf(index)} text-anchor={anchor}>
          {stage.name}
        </text>
      </a>
    ))}
  </>
);

export interface StageBarsProps {
  line: CurveLine;
  boxOf: (index: number) => Box;
  /** Where the number of answers stands. */
  nOf: (index: number, point: CurvePoint) => { x: number; y: number; anchor: 'start' | 'middle' };
  count: (n: number) => string;
}

/** The distribution of every stage with its number of answers; a dash where nobody answered. */
export const StageBars = ({ line, boxOf, nOf, count }: StageBarsProps): JSX.Element => (
  <>
    <Stacks
      bars={line.points.flatMap(({ n, levels }, index) =>
        n > 0 ? { levels, ...boxOf(index) } : [],
      )}
    />
    {line.points.map((point, index) => {
      const { x, y, anchor } = nOf(index, point);
      return (
        <text key={index} class="bar-n" x={x} y={y} text-anchor={anchor}>
          {point.n > 0 ? count(point.n) : '–'}
        </text>
      );
    })}
  </>
);

/** So far the marks of two lines stand apart, that neither hides the other. */
export const offsetOf = (line: number, lines: number): number => {
  if (lines < 2) return 0;
  return line === 0 ? -6 : 6;
};

/** Which line the rows of bars belong to. */
export const RowMarks = (props: Pick<MarkProps, 'kind' | 'at'>): JSX.Element => (
  <Mark {...props} small />
);
