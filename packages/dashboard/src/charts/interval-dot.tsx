import type { Estimate, Share } from '@wayfelt/report';
import type { JSX } from 'preact';
import type { LineKind } from './mark.js';
import { linear } from './scale.js';

/** One figure with its interval on a common scale. */
export interface Dot {
  kind: LineKind | 'all' | 'belief';
  value: number | null;
  low: number | null;
  high: number | null;
  /** Fewer than 30 answers: drawn hollow. */
  early?: boolean;
}

export const dotOfShare = (kind: Dot['kind'], { share, low, high, enough }: Share): Dot => ({
  kind,
  value: share,
  low,
  high,
  early: enough === 'early',
});

export const dotOfEstimate = (kind: Dot['kind'], { value, low, high, enough }: Estimate): Dot => ({
  kind,
  value,
  low,
  high,
  early: enough === 'early',
});

export interface IntervalDotsProps {
  dots: readonly Dot[];
  width: number;
  /** The scale's ends and what is marked on it. Default: shares, 0 to 1, the half marked. */
  from?: number;
  to?: number;
  at?: readonly number[];
  /** All on one line, and the way from one to the next drawn. */
  joined?: boolean;
}

const ROW = 12;
const EDGE = 6;
/** The height of the scale's words. */
const SCALE = 16;

/** Figures with their intervals, one line each, on one scale; decoration beside the same figures in words. */
export const IntervalDots = (props: IntervalDotsProps): JSX.Element => {
  const { dots, width, from = 0, to = 1, at = [0, 0.5, 1], joined = false } = props;
  const x = linear(from, to, EDGE, width - EDGE);
  const height = (joined ? 2 : dots.length) * ROW + 4;
  const known = dots.flatMap(({ value }) => value ?? []);
  return (
    <svg
      class="dots"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {at.map((value) => (
        <line key={value} class="grid" x1={x(value)} x2={x(value)} y1={0} y2={height} />
      ))}
      {joined && known.length > 1 && (
        <path
          class="dots-between"
          d={`M${x(Math.min(...known))} ${height / 2}H${x(Math.max(...known))}`}
        />
      )}
      {dots.map(({ kind, value, low, high, early = false }, index) => {
        if (value === null) return null;
        const look = early ? 'mark mark-hollow' : 'mark';
        const y = joined ? height / 2 : 2 + (index + 0.5) * ROW;
        return (
          <g key={kind} class={`line-${kind}`}>
            {low !== null && high !== null && (
              <path class="whisker" d={`M${x(low)} ${y}H${x(high)}`} />
            )}
            {kind === 'second' || kind === 'belief' ? (
              <rect
                class={look}
                x={x(value) - 3.5}
                y={y - 3.5}
                width={7}
                height={7}
                transform={kind === 'belief' ? `rotate(45 ${x(value)} ${y})` : undefined}
              />
            ) : (
              <circle class={look} cx={x(value)} cy={y} r={4} />
            )}
          </g>
        );
      })}
    </svg>
  );
};

export interface IntervalScaleProps {
  width: number;
  from?: number;
  to?: number;
  at?: readonly number[];
  text: (value: number) => string;
}

/** What the lines behind `IntervalDots` of the same scale stand for; once, over all rows. */
export const IntervalScale = (props: IntervalScaleProps): JSX.Element => {
  const { width, from = 0, to = 1, at = [0, 0.5, 1], text } = props;
  const x = linear(from, to, EDGE, width - EDGE);
  return (
    <svg
      class="dots"
      width={width}
      height={SCALE}
      viewBox={`0 0 ${width} ${SCALE}`}
      aria-hidden="true"
    >
      {at.map((value) => (
        <text key={value} class="tick" x={x(value)} y={12} text-anchor="middle">
          {text(value)}
        </text>
      ))}
    </svg>
  );
};
