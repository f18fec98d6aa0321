import type { ComponentChildren, JSX, TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

export interface BehindProps {
  summary: string;
  children: () => ComponentChildren;
}

/** What stands behind a summary; it is made when it is first opened, since most readers never open it. */
export const Behind = ({ summary, children }: BehindProps): JSX.Element => {
  const [opened, onToggle] = useOpened();
  return (
    <details class="behind" onToggle={onToggle}>
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
};

/** Whether a `details` has ever been open, and what tells it. */
export const useOpened = (): [
  opened: boolean,
  onToggle: (event: TargetedEvent<HTMLDetailsElement>) => void,
] => {
  const [opened, setOpened] = useState(false);
  return [opened, (event) => event.currentTarget.open && setOpened(true)];
};
