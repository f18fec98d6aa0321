import type { JSX } from 'preact';
import { misreadOf, type FilterName, type Params } from '../address.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { Empty } from './states.js';

/** The address names no screen. */
export const Nowhere = (): JSX.Element => {
  const { address, texts, href } = useDashboard();
  const { nowhere } = texts.value.shell;
  return (
    <>
      <h1 class="hidden">{nowhere.title}</h1>
      <Empty title={nowhere.title} text={nowhere.text(address.value.rest)}>
        <a class="onward" href={href('journey')}>
          {nowhere.back}
        </a>
      </Empty>
    </>
  );
};

/** What of the address could not be followed; it is said, never guessed at in silence. */
export const Misread = ({ sites }: { sites: Sites }): JSX.Element | null => {
  const { address, texts, change } = useDashboard();
  const { misread, filter } = texts.value.shell;
  const { params } = address.value;
  const names: { [name in FilterName]?: string } = { ...filter, days: filter.period };
  const notes: [name: FilterName, text: string][] = misreadOf(params).map(({ name, value }) => [
    name,
    misread.value(names[name] ?? name, value),
  ]);
  const all = sites.all.state.value.value;
  const { site, stage } = params;
  if (site && all?.length && !all.some((row) => row.site === site))
    notes.push(['site', misread.site(site, all.map((row) => row.site).join(', '))]);
  const stages = sites.report.state.value.value?.stages;
  if (stage && stages?.length && !stages.some((row) => row.stage === stage))
    notes.push(['stage', misread.stage(stage)]);
  for (const name of unseenIn(params, sites))
    notes.push([name, misread.unseen(filter[name], params[name] ?? '')]);
  if (notes.length === 0) return null;
  return (
    <div class="misread" role="status">
      <ul>
        {notes.map(([name, text]) => (
          <li key={name}>
            {text}{' '}
            <button type="button" class="plain" onClick={() => change({ [name]: undefined })}>
              {misread.remove}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Values that only visitors bring, and that no visitor of the period brought. Empty until that is known. */
const unseenIn = (params: Params, sites: Sites): ('touchpoint' | 'locale' | 'source')[] => {
  const { value: known, stale, loading } = sites.choices.state.value;
  if (!known || stale || loading) return [];
  const { touchpoint, locale, source } = params;
  const groups = (by: 'locale' | 'source'): string[] =>
    known.response.raters.find((group) => group.by === by)?.values.map(({ value }) => value) ?? [];
  const named = sites.settings.value.touchpoints.some(({ id }) => id === touchpoint);
  const met = known.touchpoints.some((place) => place.touchpoint === touchpoint);
  const { value: report } = sites.report.state.value;
  // A source may go by its own name, of which only its kind is in the list.
  const empty = report?.stages.every(({ felt, funnel }) => felt.all.n + funnel.all.met === 0);
  return [
    ...(touchpoint && !named && !met ? (['touchpoint'] as const) : []),
    ...(locale && !groups('locale').includes(locale) ? (['locale'] as const) : []),
    ...(source && empty && !groups('source').includes(source) ? (['source'] as const) : []),
  ];
};
