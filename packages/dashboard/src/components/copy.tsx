import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useDashboard } from '../state.js';

/** Takes a text along; nothing where the browser lends no clipboard, which is on any page without TLS. */
export const Copy = ({ text }: { text: string }): JSX.Element | null => {
  const { shell } = useDashboard().texts.value;
  const [copied, setCopied] = useState<string>();
  if (!('clipboard' in navigator)) return null;
  return (
    <button
      type="button"
      class="secondary"
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      {copied === text ? shell.copied : shell.copy}
    </button>
  );
};
