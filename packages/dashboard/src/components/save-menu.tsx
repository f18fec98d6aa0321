import type { JSX, TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useOpened } from './behind.js';

export interface SaveMenuProps {
  label: string;
  title: string;
  choices: [name: string, save: () => void][];
}

/** In which form to take something along. */
export const SaveMenu = ({ label, title, choices }: SaveMenuProps): JSX.Element => {
  const [opened, onToggle] = useOpened();
  return (
    <details class="menu" onKeyDown={closeOnEscape} onFocusOut={closeOnLeave} onToggle={onToggle}>
      <summary aria-label={`${label}: ${title}`}>{label}</summary>
      {opened && (
        <ul>
          {choices.map(([name, save]) => (
            <li key={name}>
              <button
                type="button"
                onClick={(event) => {
                  save();
                  event.currentTarget.closest('details')?.removeAttribute('open');
                }}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};

export const closeOnEscape = (event: TargetedKeyboardEvent<HTMLDetailsElement>): void => {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
};

export const closeOnLeave = (event: TargetedFocusEvent<HTMLDetailsElement>): void => {
  const next = event.relatedTarget;
  if (next instanceof Node && !event.currentTarget.contains(next)) event.currentTarget.open = false;
};
