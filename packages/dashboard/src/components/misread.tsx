import type { JSX } from 'preact';
import { misreadOf, type FilterName } from '../address.js';
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
