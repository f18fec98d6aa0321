import { DEVICES, STANDINGS } from '@wayfelt/protocol';
import type { ComponentChildren, JSX } from 'preact';
import { DEFAULT_DAYS, deviceOf, FILTERS, periodOf, PERIODS, standingOf } from '../address.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { closeOnEscape, closeOnLeave } from './save-menu.js';

/** Which answers are looked at, on every screen the same; it lives in the address. */
export const FilterBar = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts, language, change } = useDashboard();
  const { params } = address.value;
  const { shell } = texts.value;
  const names = useNames();
  const journey = address.value.screen === 'journey';
  /** The journey's own report is without touchpoints and groups, so that it is quick. */
  const report = (journey ? sites.said : sites.report).state.value.value;
  const own = params['from'] !== undefined || params['to'] !== undefined;
  const period = periodOf(params);
  const days = 'days' in period ? period.days : DEFAULT_DAYS;
  const rare = ['touchpoint', 'locale', 'device', 'source'].filter((name) => params[name]).length;
  const filtered = FILTERS.some((name) => name !== 'site' && params[name] !== undefined);
  const stages = sites.report.state.value.value?.stages.flatMap(({ stage }) => stage || []) ?? [];
  const touchpoints = report?.touchpoints.flatMap(({ touchpoint }) => touchpoint || []) ?? [];
  /** Values that visitors of this slice really have, most frequent first. */
  const known = (by: 'locale' | 'source'): string[] =>
    [...(report?.response.raters.find((group) => group.by === by)?.values ?? [])]
      .sort((a, b) => b.met - a.met)
      .map(({ value }) => value)
      .filter(Boolean);
  const set =
    (name: string) =>
    (value: string): void =>
      change({ [name]: value });
  return (
    <form class="filters" aria-label={shell.filters} onSubmit={(event) => event.preventDefault()}>
      <SiteChoice sites={sites} />
      <Choice
        label={shell.filter.period}
        value={own ? 'own' : String(days)}
        onChoose={(value) =>
          value === 'own'
            ? change({ days: undefined, ...lastDays(DEFAULT_DAYS) })
            : change({ days: value, from: undefined, to: undefined })
        }
      >
        {withChosen(PERIODS.map(String), own ? undefined : String(days)).map((n) => (
          <option key={n} value={n}>
            {shell.days(Number(n))}
          </option>
        ))}
        <option value="own">{shell.ownPeriod}</option>
      </Choice>
      {own &&
        (['from', 'to'] as const).map((name) => (
          <label key={name} class="choice">
            <span>{shell.filter[name]}</span>
            <input
              type="date"
              value={params[name] ?? ''}
              onChange={(event) => change({ [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      <Choice
        label={shell.filter.standing}
        value={standingOf(params) ?? ''}
        onChoose={set('standing')}
      >
        <option value="">{shell.everyone}</option>
        {STANDINGS.map((standing) => (
          <option key={standing} value={standing}>
            {shell.standing[standing]}
          </option>
        ))}
      </Choice>
      <Choice label={shell.filter.stage} value={params['stage'] ?? ''} onChoose={set('stage')}>
        <option value="">{shell.all}</option>
        {withChosen(stages, params['stage']).map((stage) => (
          <option key={stage} value={stage}>
            {names.stage(stage)}
          </option>
        ))}
      </Choice>
      <details class="menu more-filters" onKeyDown={closeOnEscape} onFocusOut={closeOnLeave}>
        <summary>{rare > 0 ? shell.moreChosen(rare) : shell.more}</summary>
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
          <Choice
            label={shell.filter.device}
            value={deviceOf(params) ?? ''}
            onChoose={set('device')}
          >
            <option value="">{shell.all}</option>
            {DEVICES.map((device) => (
              <option key={device} value={device}>
                {shell.devices[device]}
              </option>
            ))}
          </Choice>
          <Choice
            label={shell.filter.locale}
            value={params['locale'] ?? ''}
            onChoose={set('locale')}
          >
            <option value="">{shell.all}</option>
            {withChosen(known('locale'), params['locale']).map((locale) => (
              <option key={locale} value={locale}>
                {languageName(locale, language.value)}
              </option>
            ))}
          </Choice>
          <Choice
            label={shell.filter.source}
            value={params['source'] ?? ''}
            onChoose={set('source')}
          >
            <option value="">{shell.all}</option>
            {withChosen(known('source'), params['source']).map((source) => (
              <option key={source} value={source}>
                {shell.sources[source] ?? source}
              </option>
            ))}
          </Choice>
        </div>
      </details>
      {filtered && (
        <button
          type="button"
          class="plain"
          onClick={() =>
            change(
              Object.fromEntries(
                FILTERS.filter((name) => name !== 'site').map((name) => [name, undefined]),
              ),
            )
          }
        >
          {shell.clear}
        </button>
      )}
    </form>
  );
};

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

/** Which site is looked at; nothing to choose where there is one. */
export const SiteChoice = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const { texts, change } = useDashboard();
  const known = (sites.all.state.value.value ?? []).map(({ site }) => site);
  // A site whose tag has just been pasted is looked at before its first record is there.
  const all = withChosen(known, sites.current.value);
  if (all.length < 2) return null;
  return (
    <Choice
      label={texts.value.shell.filter.site}
      value={sites.current.value ?? ''}
      onChoose={(site) => change({ site })}
    >
      {all.map((site) => (
        <option key={site}>{site}</option>
      ))}
    </Choice>
  );
};

/** What is chosen can always be seen, even where the report no longer has it. */
const withChosen = (values: readonly string[], chosen: string | undefined): string[] =>
  chosen && !values.includes(chosen) ? [...values, chosen] : [...values];

const languageName = (locale: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
};

const lastDays = (days: number): { from: string; to: string } => {
  const day = (at: Date): string =>
    `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
  const now = new Date();
  const start = new Date(now);
  start.setDate(start.getDate() - days + 1);
  return { from: day(start), to: day(now) };
};
