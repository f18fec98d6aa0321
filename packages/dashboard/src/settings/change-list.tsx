import type { JSX } from 'preact';
import type { SiteSettings } from '@wayfelt/protocol';
import {
  changeInWords,
  faultInWords,
  fieldInWords,
  type SettingsChange,
  type SettingsFault,
} from '@wayfelt/protocol/settings-check';
import { useEditing } from './use-editor.js';

interface ChangeListProps {
  changes: readonly SettingsChange[];
  /** The settings after these changes: they name what an id means. */
  settings: SiteSettings;
}

/** Differences between two versions, each as a sentence. */
export const ChangeList = ({ changes, settings }: ChangeListProps): JSX.Element => {
  const { inWords } = useEditing().texts;
  return (
    <ul class="changes">
      {changes.map((change) => (
        <li key={change.field + change.kind} class={`change-${change.kind}`}>
          {changeInWords(change, settings, inWords)}
        </li>
      ))}
    </ul>
  );
};

/** What keeps settings from being taken, each fault with its field. */
export const FaultList = ({
  faults,
  settings,
}: {
  faults: readonly SettingsFault[];
  /** Absent: they came from a file, whose items are counted. */
  settings?: SiteSettings | undefined;
}): JSX.Element => {
  const { inWords } = useEditing().texts;
  return (
    <ul>
      {faults.map((fault) => (
        <li key={fault.field + fault.expected}>
          <b>{fieldInWords(fault.field, settings, inWords)}</b>: {faultInWords(fault, inWords)}
        </li>
      ))}
    </ul>
  );
};
