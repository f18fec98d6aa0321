import type { JSX } from 'preact';
import { DASHBOARD_LANGUAGES, type DashboardLanguage } from '../language.js';
import { APPEARANCES } from '../data/remember.js';
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
          aria-pressed={language.value === id}
          onClick={() => void setLanguage(id)}
        >
          {OWN_NAMES[id]}
        </button>
      ))}
    </div>
  );
};

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
