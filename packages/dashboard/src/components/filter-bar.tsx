import { STANDINGS } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { DEFAULT_DAYS, FILTERS, periodOf, PERIODS, standingOf } from '../address.js';
import { useNames } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { Choice, withChosen } from './choice.js';
import { RareFilters } from './rare-filters.js';

/** Which answers are looked at, on every screen the same; it lives in the address. */
export const FilterBar = ({ sites }: { sites: Sites }): JSX.Element => {
  const { address, texts, change } = useDashboard();
  const { params } = address.value;
  const { shell } = texts.value;
  const names = useNames();
  const own = params['from'] !== undefined || params['to'] !== undefined;
  const period = periodOf(params);
  const days = 'days' in period ? period.days : DEFAULT_DAYS;
  const filtered = FILTERS.some((name) => name !== 'site' && params[name] !== undefined);
  const stages = sites.report.state.value.value?.stages.flatMap(({ stage }) => stage || []) ?? [];
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
      <RareFilters sites={sites} />
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

const lastDays = (days: number): { from: string; to: string } => {
  const day = (at: Date): string =>
    `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
  const now = new Date();
  const start = new Date(now);
  start.setDate(start.getDate() - days + 1);
  return { from: day(start), to: day(now) };
};
