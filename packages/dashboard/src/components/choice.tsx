import type { ComponentChildren, JSX } from 'preact';

interface ChoiceProps {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  children: ComponentChildren;
}

/** One labelled choice of the bar. */
export const Choice = ({ label, value, onChoose, children }: ChoiceProps): JSX.Element => (
  <label class={value ? 'choice chosen' : 'choice'}>
    <span>{label}</span>
    <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {children}
    </select>
  </label>
);

/** What is chosen can always be seen, even where the report no longer has it. */
export const withChosen = (values: readonly string[], chosen: string | undefined): string[] =>
  chosen && !values.includes(chosen) ? [...values, chosen] : [...values];
