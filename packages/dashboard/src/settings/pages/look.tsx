import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CORNERS, LANGUAGES, THEME_MODES, type Language, type Theme } from '@wayfelt/protocol';
import { useDashboard } from '../../state.js';
import { CheckField, NumberField, SelectField, TextField } from '../fields.js';
import { Preview } from '../preview.js';
import { useDraft, useEditing } from '../use-editor.js';

/** How the question looks, beside the real question. */
export const LookPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const { theme, texts: own } = useDraft();
  const { look: words } = texts;
  const { language: shown } = useDashboard();
  const [language, setLanguage] = useState<Language>(shown.value);
  const set = (change: Partial<Theme>) =>
    editor.edit((settings) => {
      const next = Object.entries({ ...settings.theme, ...change }).filter(
        ([, value]) => value !== '',
      );
      return { ...settings, theme: Object.fromEntries(next) };
    });
  const colours = ['accent', 'surface', 'text'] as const;
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Preview language={language} words={own[language] ?? {}}>
        <SelectField
          label={words.previewLanguage}
          value={language}
          options={LANGUAGES.map((value) => ({ value, text: texts.languages[value] }))}
          onChange={setLanguage}
        />
      </Preview>
      <div class="form-grid">
        <SelectField
          label={words.mode}
          value={theme.mode ?? 'system'}
          options={THEME_MODES.map((value) => ({ value, text: words.modes[value] }))}
          onChange={(mode) => set({ mode })}
        />
        <SelectField
          label={words.corner}
          value={theme.corner ?? 'bottom-right'}
          options={CORNERS.map((value) => ({ value, text: words.corners[value] }))}
          onChange={(corner) => set({ corner })}
        />
        {colours.map((name) => (
          <div class="colour" key={name}>
            <TextField
              label={words[name]}
              hint={words.colourHint}
              code
              max={64}
              value={theme[name] ?? ''}
              onChange={(colour) => set({ [name]: colour })}
            />
            <input
              type="color"
              aria-label={words.pick(words[name])}
              value={/^#[0-9a-f]{6}$/i.test(theme[name] ?? '') ? theme[name] : '#808080'}
              onInput={(event) => set({ [name]: event.currentTarget.value })}
            />
          </div>
        ))}
        <TextField
          label={words.radius}
          hint={words.radiusHint}
          code
          max={16}
          value={theme.radius ?? ''}
          onChange={(radius) => set({ radius })}
        />
        <TextField
          label={words.font}
          hint={words.fontHint}
          max={200}
          value={theme.font ?? ''}
          onChange={(font) => set({ font })}
        />
        <NumberField
          label={words.offsetX}
          min={0}
          max={500}
          unit="px"
          value={theme.offsetX ?? 20}
          onChange={(offsetX) => set({ offsetX })}
        />
        <NumberField
          label={words.offsetY}
          min={0}
          max={500}
          unit="px"
          value={theme.offsetY ?? 20}
          onChange={(offsetY) => set({ offsetY })}
        />
      </div>
      <CheckField label={words.tab} value={theme.tab ?? false} onChange={(tab) => set({ tab })} />
    </>
  );
};
