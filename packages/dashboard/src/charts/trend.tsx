import type { Share } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Mark, type LineKind } from './mark.js';
import { linear, pathThrough } from './scale.js';

const TOP = 26;
const PLOT = 190;
const LEFT = 52;
const RIGHT = 12;
const LABEL = 64;

export interface TrendProps {
  lines: { kind: LineKind; shares: Share[] }[];
  starts: readonly number[];
  /** End of the last part. */
  end: number;
  /** Things that happened, and changes that were found. */
  events: readonly { at: number; text: string; found: boolean }[];
  width: number;
  title: string;
  day: (at: number) => string;
  percent: (share: number) => string;
}

/** Positive shares over time with their intervals, straight from point to point; empty parts stay empty. */
export const Trend = (props: TrendProps): JSX.Element => {
  const { lines, starts, end, events, width, title, day, percent } = props;
  const from = starts[0] ?? 0;
  const x = linear(from, end, LEFT, width - RIGHT);
  const y = linear(0, 1, TOP + PLOT, TOP);
  const middle = (index: number): number =>
    (x(starts[index] ?? from) + x(starts[index + 1] ?? end)) / 2;
  const every = Math.max(1, Math.ceil((starts.length * LABEL) / Math.max(LABEL, width - LEFT)));
  return (
    <svg
      width={width}
      height={TOP + PLOT + 30}
      viewBox={`0 0 ${width} ${TOP + PLOT + 30}`}
      role="img"
      aria-label={`${title}. ${starts
        .map(
          (start, index) =>
            `${day(start)}: ${lines
              .map(({ shares }) => {
                const share = shares[index]?.share ?? null;
                return share === null ? '–' : percent(share);
              })
              .join(', ')}`,
        )
        .join('. ')}`}
    >
      {[0, 0.5, 1].map((value) => (
        <g key={value}>
          <line class="grid" x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
          <text class="tick" x={LEFT - 8} y={y(value) + 4} text-anchor="end">
            {percent(value)}
          </text>
        </g>
      ))}
      {starts.map(
        (start, index) =>
          index % every === 0 && (
            <text
              key={start}
              class="tick"
              x={middle(index)}
              y={TOP + PLOT + 20}
              text-anchor="middle"
            >
              {day(start)}
            </text>
          ),
      )}
      {events.map(({ at, text, found }) => (
        <g key={`${at}${text}`} class={found ? 'event event-found' : 'event'}>
          <line x1={x(at)} x2={x(at)} y1={TOP - 8} y2={TOP + PLOT} />
          {/* what was marked and what was found are often close to each other */}
          <text class="tick" x={x(at) + 4} y={found ? TOP - 12 : TOP + 4}>
            {text}
          </text>
        </g>
      ))}
      {lines.map(({ kind, shares }, row) => {
        const offset = lines.length > 1 ? row * 8 - 4 : 0;
        return (
          <g key={kind} class={`line-${kind}`}>
            <path
              class="curve"
              d={pathThrough(
                shares.map(({ share }, index) =>
                  share === null ? undefined : [middle(index) + offset, y(share)],
                ),
              )}
            />
            {shares.map(({ share, low, high, enough }, index) =>
              share === null ? null : (
                <g key={starts[index]}>
                  {low !== null && high !== null && (
                    <path class="whisker" d={`M${middle(index) + offset} ${y(low)}V${y(high)}`} />
                  )}
                  <Mark
                    kind={kind}
                    at={[[middle(index) + offset, y(share)]]}
                    hollow={enough === 'early'}
                  />
                </g>
              ),
            )}
          </g>
        );
      })}
    </svg>
  );
};
