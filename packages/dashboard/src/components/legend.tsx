import type { JSX } from 'preact';
import { lineOf } from '../charts/journey-model.js';
import { Mark } from '../charts/mark.js';
import { useDashboard } from '../state.js';

/** Which line is which. */
export const StandingLegend = (): JSX.Element => {
  const { shell } = useDashboard().texts.value;
  return (
    <ul class="legend">
      {(['prospect', 'customer'] as const).map((standing) => (
        <li key={standing} class={`line-${lineOf(standing)}`}>
          <svg width="34" height="12" aria-hidden="true">
            <path class="curve" d="M1 6H33" />
            <Mark kind={lineOf(standing)} x={17} y={6} hollow={false} />
          </svg>
          {shell.standing[standing]}
        </li>
      ))}
    </ul>
  );
};

/** Which colour is which level. */
export const LevelLegend = (): JSX.Element => {
  const { words } = useDashboard().texts.value;
  return (
    <ol class="legend level-legend">
      {Object.values(words).map(({ name }, index) => (
        <li key={name}>
          <svg width="12" height="12" aria-hidden="true">
            <rect class={`fill-level-${index + 1}`} width="12" height="12" rx="2" />
          </svg>
          {name}
        </li>
      ))}
    </ol>
  );
};
