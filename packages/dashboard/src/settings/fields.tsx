import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { LEVELS, type Level, type LocalizedText } from '@wayfelt/protocol';
import { useDashboard } from '../state.js';
import { useEditing } from './use-editor.js';

interface FieldProps<T> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  hint?: string;
}

/** A label, its control, and what it means. */
const Field = ({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: string | undefined;
  children: (ids: { id: string; 'aria-describedby'?: string }) => ComponentChildren;
}): JSX.Element => {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

interface TextFieldProps extends FieldProps<string> {
  max?: number;
  code?: boolean;
  placeholder?: string;
  lang?: string;
}

export const TextField = (props: TextFieldProps): JSX.Element => {
  const { label, hint, value, onChange, max = 300, code, placeholder, lang } = props;
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          class={code ? 'code' : undefined}
          value={value}
          maxLength={max}
          placeholder={placeholder}
          lang={lang}
          spellcheck={!code}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
};

interface NumberFieldProps extends FieldProps<number> {
  min: number;
  max: number;
  step?: number;
  unit?: string;
}

export const NumberField = ({ onChange, ...rest }: NumberFieldProps): JSX.Element => (
  <OptionalNumberField
    {...rest}
    onChange={(value) => {
      if (value !== undefined) onChange(value);
    }}
  />
);

/** A number that may be left empty. */
export const OptionalNumberField = ({
  label,
  hint,
  value,
  onChange,
  min,
  max,
  step = 1,
  unit,
}: Omit<NumberFieldProps, 'value' | 'onChange'> & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}): JSX.Element => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <span class="with-unit">
        <input
          {...ids}
          type="number"
          min={min}
          max={max}
          step={step}
          value={value ?? ''}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.valueAsNumber)
          }
        />
        {unit && <span class="quiet">{unit}</span>}
      </span>
    )}
  </Field>
);

const DAY_MS = 86_400_000;

/** A wait in days, kept in milliseconds. */
export const DaysField = ({ value, onChange, ...props }: FieldProps<number>): JSX.Element => {
  const { texts } = useEditing();
  return (
    <NumberField
      {...props}
      min={0}
      max={1_000}
      step={0.5}
      unit={texts.days}
      value={value / DAY_MS}
      onChange={(days) => onChange(Math.round(days * DAY_MS))}
    />
  );
};

/** A share in percent, kept as 0 to 1. */
export const PercentField = ({ value, onChange, ...props }: FieldProps<number>): JSX.Element => (
  <NumberField
    {...props}
    min={0}
    max={100}
    unit="%"
    value={Math.round(value * 1_000) / 10}
    onChange={(percent) => onChange(Math.min(100, Math.max(0, percent)) / 100)}
  />
);

interface SelectFieldProps<T extends string> extends FieldProps<T> {
  options: readonly { value: T; text: string }[];
}

export function SelectField<T extends string>(props: SelectFieldProps<T>): JSX.Element {
  const { label, hint, value, onChange, options } = props;
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <span class="drawn">
          <select
            {...ids}
            value={value}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}

/** One of the eight levels, by its name. */
export const LevelField = ({ value, onChange, ...props }: FieldProps<Level>): JSX.Element => {
  const { words } = useDashboard().texts.value;
  return (
    <SelectField
      {...props}
      value={String(value)}
      onChange={(level) => onChange(Number(level) as Level)}
      options={LEVELS.map((id, index) => ({
        value: String(index + 1),
        text: `${index + 1} · ${words[id].name}`,
      }))}
    />
  );
};

export const CheckField = ({ label, hint, value, onChange }: FieldProps<boolean>): JSX.Element => {
  const id = useId();
  return (
    <div class="field check">
      <input
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
};

const NAMED = ['en', 'ko'] as const;

/** One name in the dashboard's languages; other languages that it has stay. */
export const NameFields = (props: FieldProps<LocalizedText | undefined>): JSX.Element => {
  const { label, value = {}, onChange } = props;
  const { languages } = useEditing().texts;
  return (
    <div class="pair-of-fields">
      {NAMED.map((language) => (
        <TextField
          key={language}
          lang={language}
          label={`${label} (${languages[language]})`}
          value={value[language] ?? ''}
          onChange={(name) => {
            const { [language]: _, ...rest } = value;
            onChange(name === '' ? rest : { ...rest, [language]: name });
          }}
        />
      ))}
    </div>
  );
};
