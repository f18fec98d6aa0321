import { DEVICES } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { deviceOf } from '../address.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { useOpened } from './behind.js';
import { Choice, withChosen } from './choice.js';
import { useChoices } from './use-choices.js';
import { closeOnEscape, closeOnLeave } from './save-menu.js';

const RARE = ['touchpoint', 'locale', 'device', 'source'] as const;

/** The filters that are seldom used; their choices, which may be hundreds, are made when they are opened. */
export const RareFilters = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts } = useDashboard();
  const { shell } = texts.value;
  const [opened, onToggle] = useOpened();
  const chosen = RARE.filter((name) => address.value.params[name]).length;
  return (
    <details
      class="menu more-filters"
      onKeyDown={closeOnEscape}
      onFocusOut={closeOnLeave}
      onToggle={onToggle}
    >
      <summary>{chosen > 0 ? shell.moreChosen(chosen) : shell.more}</summary>
      {opened && <RareChoices sites={sites} />}
    </details>
  );
};

const RareChoices = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts, language, change } = useDashboard();
  const { params } = address.value;
  const { shell } = texts.value;
  const names = useNames();
  const { touchpoints, known } = useChoices(sites);
  const set =
    (name: (typeof RARE)[number]) =>
    (value: string): void =>
      change({ [name]: value });
  return (
    <div class="more">
      <Choice
        label={shell.filter.touchpoint}
        value={params['touchpoint'] ?? ''}
        onChoose={set('touchpoint')}
      >
        <option value="">{shell.all}</option>
        {withChosen(touchpoints, params['touchpoint']).map((id) => (
          <option key={id} value={id}>
            {names.touchpoint(id)}
          </option>
        ))}
      </Choice>
      <Choice label={shell.filter.device} value={deviceOf(params) ?? ''} onChoose={set('device')}>
        <option value="">{shell.all}</option>
        {DEVICES.map((device) => (
          <option key={device} value={device}>
            {shell.devices[device]}
          </option>
        ))}
      </Choice>
      <Choice label={shell.filter.locale} value={params['locale'] ?? ''} onChoose={set('locale')}>
        <option value="">{shell.all}</option>
        {withChosen(known('locale'), params['locale']).map((locale) => (
          <option key={locale} value={locale}>
            {languageName(locale, language.value)}
          </option>
        ))}
      </Choice>
      <Choice label={shell.filter.source} value={params['source'] ?? ''} onChoose={set('source')}>
        <option value="">{shell.all}</option>
        {withChosen(known('source'), params['source']).map((source) => (
          <option key={source} value={source}>
            {shell.sources[source] ?? source}
          </option>
        ))}
      </Choice>
    </div>
  );
};

/** A language in the reader's own; its tag where the browser has no name for it. */
export const languageName = (locale: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
};
