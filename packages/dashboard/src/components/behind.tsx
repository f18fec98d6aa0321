import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';

export interface BehindProps {
  summary: string;
  children: () => ComponentChildren;
}

/** What stands behind a summary; it is made when it is first opened, since most readers never open it. */
export const Behind = ({ summary, children }: BehindProps): JSX.Element => {
  const [opened, setOpened] = useState(false);
  return (
    <details class="behind" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
};
