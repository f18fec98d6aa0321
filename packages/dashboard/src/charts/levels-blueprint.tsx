import { LEVELS } from '@wayfelt/protocol';
import type { Felt, StandardFigures } from '@wayfelt/report';
import type { JSX } from 'preact';
import { shareText } from '../components/figures.js';
import { useDashboard } from '../state.js';
import { widthOf } from './names-touch.js';
import { linear } from './scale.js';

const TOP = 44;
const PLOT = 170;
/** Of a zone's name from its edge. */
const INSET = 10;
/** Below this the levels go by their numbers. */
export const NARROW = 560;

export interface LevelsBlueprintProps {
  felt: Felt;
  standard: StandardFigures;
  width: number;
  title: string;
}

/**
 * The distribution over the eight levels against the service standard: what angers, what is expected, what goes
 * beyond. Every bar has an interval that holds for all eight at once.
 */
export const LevelsBlueprint = (props: LevelsBlueprintProps): JSX.Element => {
  const { felt, standard, width, title } = props;
  const { texts, formats } = useDashboard();
  const { words, touchpoint } = texts.value;
  const column = width / LEVELS.length;
  const most = Math.max(0.25, ...felt.bars.map(({ share, high }) => high ?? share ?? 0));
  const y = linear(0, most, TOP + PLOT, TOP + 12);
  const zones = [
    { id: 'below', from: 1, to: standard.minimum - 1, share: standard.below },
    { id: 'expected', from: standard.minimum, to: standard.beyond - 1, share: standard.asExpected },
    { id: 'beyond', from: standard.beyond, to: 8, share: standard.beyondExpectation },
  ] as const;
  const zoneName = (id: keyof typeof touchpoint.zones, room: number): string => {
    const name = touchpoint.zones[id];
    return widthOf(name) + 2 * INSET > room ? touchpoint.shortZones[id] : name;
  };
  const narrow = width < NARROW;
  const height = TOP + PLOT + 44;
  return (
    <svg
      class="blueprint"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}. ${zones
        .map(
          ({ id, share }) =>
            `${touchpoint.zones[id]}: ${shareText(share, formats.value, texts.value)}`,
        )
        .join('. ')}`}
    >
      {zones
        .filter(({ from, to }) => to >= from)
        .map(({ id, from, to, share }) => (
          <g key={id}>
            <rect
              class={`zone zone-${id}`}
              x={(from - 1) * column + 1}
              y={0}
              width={(to - from + 1) * column - 2}
              height={TOP + PLOT}
              rx={6}
            />
            <text class="zone-name" x={(from - 1) * column + INSET} y={18}>
              {zoneName(id, (to - from + 1) * column)}
            </text>
            <text class="zone-share" x={(from - 1) * column + INSET} y={36}>
              {share.share === null ? '–' : formats.value.percent(share.share)}
            </text>
          </g>
        ))}
      {felt.bars.map((bar, index) => {
        const middle = (index + 0.5) * column;
        const top = y(bar.share ?? 0);
        return (
          <g key={LEVELS[index]}>
            <rect
              class={`fill-level-${index + 1}`}
              x={middle - column * 0.27}
              y={top}
              width={column * 0.54}
              height={TOP + PLOT - top}
            />
            {bar.low !== null && bar.high !== null && (
              <path class="bar-whisker" d={`M${middle} ${y(bar.low)}V${y(bar.high)}`} />
            )}
            <text class="tick" x={middle} y={TOP + PLOT + 18} text-anchor="middle">
              {narrow ? index + 1 : words[LEVELS[index] ?? 'zen'].name}
            </text>
            <text class="bar-n" x={middle} y={TOP + PLOT + 36} text-anchor="middle">
              {[
                bar.share === null ? [] : formats.value.percent(bar.share),
                narrow ? [] : formats.value.count(bar.count),
              ]
                .flat()
                .join(' · ')}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
