import type { JSX } from 'preact';
import { standingOf } from '../address.js';
import { lineOf, standingsShown } from '../charts/journey-model.js';
import { Mark, type LineKind } from '../charts/mark.js';
import { useDashboard } from '../state.js';

/** Which line is which, and what a hollow mark says where there may be one. */
export const LineLegend = ({
  lines,
  early = false,
}: {
  lines: readonly { kind: LineKind; label: string }[];
  early?: boolean;
}): JSX.Element => {
  const { shell } = useDashboard().texts.value;
  return (
    <ul class="legend">
      {lines.map(({ kind, label }) => (
        <li key={kind} class={`line-${kind}`}>
          <svg width="34" height="12" aria-hidden="true">
            <path class="curve" d="M1 6H33" />
            <Mark kind={kind} at={[[17, 6]]} />
          </svg>
          {label}
        </li>
      ))}
      {early && (
        <li class="line-second">
          <svg width="12" height="12" aria-hidden="true">
            <Mark kind="first" at={[[6, 6]]} hollow />
          </svg>
          {shell.earlyMark}
        </li>
      )}
    </ul>
  );
};

/** The lines of the standings that the filter leaves. */
export const StandingLegend = ({ early = false }: { early?: boolean }): JSX.Element => {
  const { address, texts } = useDashboard();
  const { standing } = texts.value.shell;
  return (
    <LineLegend
      early={early}
      lines={standingsShown(standingOf(address.value.params)).map((shown) => ({
        kind: lineOf(shown),
        label: standing[shown],
      }))}
    />
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
