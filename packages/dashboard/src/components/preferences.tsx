import type { JSX } from 'preact';
import { APPEARANCES, DASHBOARD_LANGUAGES, type DashboardLanguage } from '@wayfelt/protocol';
import { useDashboard } from '../state.js';

const OWN_NAMES: Record<DashboardLanguage, string> = { en: 'English', ko: '한국어' };

/** Languages are named in themselves: who needs one must be able to read it. */
export const LanguageChoice = (): JSX.Element => {
  const { language, texts, setLanguage } = useDashboard();
  return (
    <div class="switch" role="group" aria-label={texts.value.shell.language}>
      {DASHBOARD_LANGUAGES.map((id) => (
        <button
          key={id}
          type="button"
          lang={id}
          aria-label={OWN_NAMES[id]}
          aria-pressed={language.value === id}
          onClick={() => void setLanguage(id)}
        >
          {id === 'ko' ? <Hangul /> : OWN_NAMES[id]}
        </button>
      ))}
    </div>
  );
};

/**
 * 한국어, drawn: as text it has the browser read a font of tens of thousands of signs for three, and is three boxes
 * where the machine has none. Strokes of a square of 100 for each syllable, initial, vowel, final.
 */
const Hangul = (): JSX.Element => (
  <svg class="hangul" viewBox="0 0 300 100" aria-hidden="true">
    <path d="M22 10H46M8 25H60M78 4V66M78 35H97M22 70V93H84" />
    <circle cx="34" cy="47" r="13" />
    <path d="M120 9H180V33M106 47H196M151 47V64M120 68H180V97" />
    <circle cx="233" cy="48" r="23" />
    <path d="M283 4V97M258 48H283" />
  </svg>
);

export const Appearance = (): JSX.Element => {
  const { appearance, texts, setAppearance } = useDashboard();
  const { shell } = texts.value;
  return (
    <label class="appearance">
      <span class="hidden">{shell.appearance}</span>
      <select
        value={appearance.value}
        onChange={(event) => {
          const chosen = APPEARANCES.find((id) => id === event.currentTarget.value);
          if (chosen) setAppearance(chosen);
        }}
      >
        {APPEARANCES.map((id) => (
          <option key={id} value={id}>
            {shell.appearances[id]}
          </option>
        ))}
      </select>
    </label>
  );
};
