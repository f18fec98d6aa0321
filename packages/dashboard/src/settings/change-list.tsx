import type { JSX } from 'preact';
import type { SettingsChange } from '@wayfelt/protocol/settings-check';
import { useEditing } from './use-editor.js';

/** Differences between two versions, in words. */
export const ChangeList = ({ changes }: { changes: readonly SettingsChange[] }): JSX.Element => {
  const { texts } = useEditing();
  const fieldLabel = useFieldLabel();
  return (
    <ul class="changes">
      {changes.map(({ field, kind, before, after }) => (
        <li key={field + kind} class={`change-${kind}`}>
          <span class="change-kind">{texts.kinds[kind]}</span> {fieldLabel(field)}
          {kind === 'changed' && (
            <span class="quiet">
              {' '}
              {brief(before)} → {brief(after)}
            </span>
          )}
          {kind === 'added' && typeof after !== 'object' && (
            <span class="quiet"> {brief(after)}</span>
          )}
        </li>
      ))}
    </ul>
  );
};

/** `touchpoints[search/results].name.ko` → "Touchpoint search/results › name › ko". */
export const useFieldLabel = (): ((field: string) => string) => {
  const { texts } = useEditing();
  const names: { [part: string]: string } = texts.fields;
  return (field) =>
    [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)]
      .map(([part, id]) => id ?? names[part] ?? part)
      .join(' › ') || texts.whole;
};

const LENGTH = 60;

/** A value in a few words. */
export const brief = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
};
