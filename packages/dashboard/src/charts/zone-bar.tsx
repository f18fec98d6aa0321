import { FEWEST_SHOWN } from '@wayfelt/protocol';
import type { StandardFigures } from '@wayfelt/report';
import type { JSX } from 'preact';
import { useDashboard } from '../state.js';
import { stackOf } from './scale.js';

const WIDTH = 220;
const ZONES = ['below', 'expected', 'beyond'] as const;

/** Below the minimum, as expected, beyond: three shares of one bar, with the two that matter in words. */
export const ZoneBar = ({ standard }: { standard: StandardFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { zones } = texts.value.touchpoint;
  const { below, asExpected, beyondExpectation } = standard;
  const shares = [below, asExpected, beyondExpectation];
  const shown = below.n >= FEWEST_SHOWN ? shares : [];
  return (
    <>
      <svg class="fluid" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
        <rect class="stack-empty" width={WIDTH} height={14} />
        {stackOf(
          shown.map(({ count }) => count),
          WIDTH,
        ).map(({ index, start, width }) => (
          <rect
            key={index}
            class={`zone-fill-${ZONES[index]}`}
            x={start}
            width={Math.max(0.5, width - 1)}
            height={14}
          />
        ))}
      </svg>
      <span class="zone-words">
        {shares.map(({ share }, index) => {
          const zone = ZONES[index];
          return (
            share !== null &&
            zone && (
              <span key={zone}>
                {zones[zone]} {formats.value.percent(share)}
              </span>
            )
          );
        })}
      </span>
    </>
  );
};
