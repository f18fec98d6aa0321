import type { Report } from '@wayfelt/report';
import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { Chart } from '../charts/chart.js';
import { JourneyTall } from '../charts/journey-tall.js';
import { JourneyWide } from '../charts/journey-wide.js';
import { isEarly, MEASURES, type Measure } from '../charts/journey-model.js';
import { Sized } from '../charts/sized.js';
import { LevelLegend, StandingLegend } from '../components/legend.js';
import { Later } from '../components/later.js';
import { Load } from '../components/states.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';
import { curveOf, tableOf } from './journey-curve.js';
import { EmptyJourney } from './journey-empty.js';
import { HeadlineSentence } from './journey-headline.js';
import { NewestComments } from './journey-comments.js';
import { StageReading } from './journey-reading.js';
import { JourneyTotals } from './journey-totals.js';

/** Below this the curve goes down the page. */
const TALL_BELOW = 620;

/** Home: how every stage felt, prospects beside customers. */
export const Journey = ({ sites }: { sites: Sites }): JSX.Element => {
  const { journey } = useDashboard().texts.value;
  return (
    <>
      <h1 class="hidden">{journey.title}</h1>
      <Shown sites={sites} />
    </>
  );
};

const Shown = ({ sites }: { sites: Sites }): JSX.Element => {
  const all = sites.all.state.value;
  if (all.error)
    return (
      <Load of={all} again={sites.all.refresh}>
        {() => null}
      </Load>
    );
  if (all.value?.length === 0) return <EmptyJourney sites={sites} />;
  return (
    <Load of={sites.report.state.value} again={sites.report.refresh}>
      {(value) => <Filled report={value} sites={sites} />}
    </Load>
  );
};

const Filled = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, formats, address, change } = dashboard;
  const { journey } = texts.value;
  const [selected, setSelected] = useState<string>();
  const measure = measureOf(address.value.params['measure']);
  const model = curveOf(report, measure, dashboard, sites.settings.value);
  if (report.total.felt.all.n === 0) return <EmptyJourney sites={sites} />;
  return (
    <>
      <HeadlineSentence sites={sites} />
      <JourneyTotals report={report} />
      <Chart
        title={journey.curve}
        note={journey.measureWhy[measure]}
        file="wayfelt-journey"
        table={() => tableOf(report, dashboard, sites.settings.value)}
        tools={
          <label class="choice">
            <span>{journey.measure}</span>
            <select
              value={measure}
              onChange={(event) =>
                change(
                  {
                    measure:
                      event.currentTarget.value === 'positive'
                        ? undefined
                        : event.currentTarget.value,
                  },
                  'quietly',
                )
              }
            >
              {MEASURES.map((id) => (
                <option key={id} value={id}>
                  {journey.measures[id]}
                </option>
              ))}
            </select>
          </label>
        }
      >
        <StandingLegend early={isEarly(model)} />
        <Sized onKeyDown={walk}>
          {(width) => {
            const Drawing = width < TALL_BELOW ? JourneyTall : JourneyWide;
            return (
              <Drawing
                model={model}
                width={width}
                title={journey.curve}
                sides={journey.sides}
                selected={selected}
                onSelect={setSelected}
                count={formats.value.count}
              />
            );
          }}
        </Sized>
        <Later>
          {() => (
            <>
              <LevelLegend />
              <p class="hint">{journey.keys}</p>
            </>
          )}
        </Later>
      </Chart>
      <Later>
        {() => (
          <>
            <StageReading report={report} sites={sites} stage={selected} />
            <Later>{() => <NewestComments sites={sites} />}</Later>
          </>
        )}
      </Later>
    </>
  );
};

const measureOf = (given: string | undefined): Measure =>
  MEASURES.find((measure) => measure === given) ?? 'positive';

/** Arrow keys go from stage to stage; every stage is a link of its own. */
const walk = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<SVGAElement>('a.column')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
};
