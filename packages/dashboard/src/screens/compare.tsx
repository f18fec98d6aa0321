import { DEVICES, STANDINGS } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { JourneyTall } from '../charts/journey-tall.js';
import { JourneyWide } from '../charts/journey-wide.js';
import { isEarly } from '../charts/journey-model.js';
import { useWidth } from '../charts/use-width.js';
import { Choice } from '../components/choice.js';
import { LevelLegend, LineLegend } from '../components/legend.js';
import { languageName } from '../components/rare-filters.js';
import { useChoices } from '../components/use-choices.js';
import { Load } from '../components/states.js';
import { useFollowed } from '../data/follow.js';
import { stageName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import {
  bothQuery,
  curveOfTwo,
  isBefore,
  secondQuery,
  slicesInWords,
  tableOfTwo,
  type Compared,
} from './compare-slices.js';
import { Side, VerdictWords } from './compare-sides.js';

const TALL_BELOW = 620;

/** Two slices beside each other: the filters' one, and one that differs from it. */
export const Compare = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts, address, href } = useDashboard();
  const { compare } = texts.value;
  const tested = useFollowed<Compared>('/v1/compare', () => {
    const query = sites.query.value;
    return query && bothQuery(query, address.value.params);
  });
  const second = useFollowed<Report>('/v1/report', () => {
    const query = sites.query.value;
    return query && secondQuery(query, address.value.params);
  });
  const { value, error } = tested.state.value;
  return (
    <>
      <h1>{compare.title}</h1>
      <p class="lead">{compare.lead}</p>
      <SecondSlice sites={sites} />
      <p>
        <a
          class="onward"
          href={href('compare', '', {
            standing: 'prospect',
            'vs-standing': 'customer',
            vs: 'same',
          })}
        >
          {compare.standings}
        </a>
      </p>
      {value || error ? (
        <Load of={tested.state.value} again={tested.refresh}>
          {(found) => <VerdictWords found={found} />}
        </Load>
      ) : (
        <div class="verdict-words" role="status" aria-busy="true">
          <p class="sentence quiet">{texts.value.shell.loading}</p>
        </div>
      )}
      <Load of={sites.report.state.value} again={sites.report.refresh}>
        {(first) => (
          <Load of={second.state.value} again={second.refresh}>
            {(other) => (
              <Both first={first} second={other} tested={tested.state.value.value} sites={sites} />
            )}
          </Load>
        )}
      </Load>
    </>
  );
};

const Both = ({
  first,
  second,
  tested,
  sites,
}: {
  first: Report;
  second: Report;
  /** Undefined: not there yet. */
  tested: Compared | undefined;
  sites: Sites;
}): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, formats, address } = dashboard;
  const model = curveOfTwo(first, second, dashboard, sites.settings.value);
  const words = slicesInWords(address.value.params, dashboard, sites.settings.value);
  const { compare, journey } = texts.value;
  const [ref, width] = useWidth();
  const Drawing = width < TALL_BELOW ? JourneyTall : JourneyWide;
  return (
    <>
      <div class="reading-sides two">
        <Side kind="first" title={compare.first} words={words.first} felt={first.total.felt.all} />
        <Side
          kind="second"
          title={compare.second}
          words={words.second}
          felt={second.total.felt.all}
        />
      </div>
      <Chart
        title={compare.chart}
        note={journey.measureWhy.positive}
        file="wayfelt-compare"
        table={() =>
          tableOfTwo(first, second, tested?.compared ?? null, dashboard, sites.settings.value)
        }
      >
        <LineLegend lines={model.lines} early={isEarly(model)} />
        <div ref={ref}>
          <Drawing
            model={model}
            width={width}
            title={compare.chart}
            sides={journey.sides}
            selected={undefined}
            onSelect={() => undefined}
            count={formats.value.count}
          />
        </div>
        <LevelLegend />
      </Chart>
    </>
  );
};

/** What the second slice has otherwise. */
const SecondSlice = ({ sites }: { sites: Sites }): JSX.Element => {
  const { texts, address, change, language } = useDashboard();
  const { compare, shell } = texts.value;
  const { params } = address.value;
  const report = sites.report.state.value.value;
  const { known } = useChoices(sites);
  const choice = (
    name: 'standing' | 'stage' | 'device' | 'locale' | 'source',
    values: readonly string[],
    word: (value: string) => string,
  ): JSX.Element => (
    <Choice
      label={shell.filter[name]}
      value={params[`vs-${name}`] ?? ''}
      onChoose={(value) => change({ [`vs-${name}`]: value })}
    >
      <option value="">{compare.same}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {word(value)}
        </option>
      ))}
    </Choice>
  );
  const standings: { [id: string]: string } = shell.standing;
  const devices: { [id: string]: string } = shell.devices;
  return (
    <form class="filters second" aria-label={compare.second} onSubmit={(e) => e.preventDefault()}>
      <span class="second-name">{compare.second}</span>
      <Choice
        label={compare.period}
        value={isBefore(params) ? 'before' : 'same'}
        onChoose={(value) => change({ vs: value })}
      >
        <option value="before">{compare.periods.before}</option>
        <option value="same">{compare.periods.same}</option>
      </Choice>
      {choice('standing', STANDINGS, (id) => standings[id] ?? id)}
      {choice('stage', report?.stages.flatMap(({ stage }) => stage || []) ?? [], (id) =>
        stageName(id, texts.value, language.value, sites.settings.value),
      )}
      {choice('device', DEVICES, (id) => devices[id] ?? id)}
      {choice('locale', known('locale'), (id) => languageName(id, language.value))}
      {choice('source', known('source'), (id) => shell.sources[id] ?? id)}
    </form>
  );
};
