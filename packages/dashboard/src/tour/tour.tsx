import { isPositive, NINE_STAGE_JOURNEY } from '@wayfelt/protocol';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { JourneyTall } from '../charts/journey-tall.js';
import { JourneyWide } from '../charts/journey-wide.js';
import {
  lineOf,
  NO_POINT,
  shareAxis,
  type CurveModel,
  type CurvePoint,
} from '../charts/journey-model.js';
import { useWidth } from '../charts/use-width.js';
import { Copy } from '../components/copy.js';
import { LevelLegend, StandingLegend } from '../components/legend.js';
import { rangeText } from '../components/figures.js';
import type { Formats } from '../language.js';
import { stageName } from '../names.js';
import { useDashboard, type Dashboard } from '../state.js';
import { SAMPLE } from './sample.js';

const TALL_BELOW = 620;
/** Before the first answer: what this screen will show, on a sample that says so, and how to get there. */
export const Tour = ({ site }: { site: string }): JSX.Element => {
  const dashboard = useDashboard();
  const { texts, formats } = dashboard;
  const { tour, journey } = texts.value;
  const [ref, width] = useWidth();
  const Drawing = width < TALL_BELOW ? JourneyTall : JourneyWide;
  return (
    <div class="tour" data-sample>
      <p class="sample-banner" role="status">
        <strong>{tour.sample}</strong> {tour.sampleWhy}
      </p>
      <h2 class="sentence">{tour.welcome}</h2>
      <ol class="tour-steps">
        {tour.steps.map(({ title, text }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <section class="first-answer">
        <h2>{tour.first}</h2>
        <p class="quiet">{tour.firstWhy}</p>
        <pre tabIndex={0}>
          <code>{snippetOf(site)}</code>
        </pre>
        <Copy text={snippetOf(site)} />
      </section>
      <Chart
        title={`${tour.sample}: ${journey.curve}`}
        note={journey.measureWhy.positive}
        file="wayfelt-sample"
        table={() => sampleTable(dashboard)}
      >
        <StandingLegend />
        <div ref={ref} class="sample-drawing">
          <Drawing
            model={sampleModel(dashboard)}
            width={width}
            title={`${tour.sample}: ${journey.curve}`}
            sides={journey.sides}
            selected={undefined}
            onSelect={() => undefined}
            count={formats.value.count}
          />
        </div>
        <LevelLegend />
      </Chart>
    </div>
  );
};

/** The tag, and a question that stands in the page: the tag alone asks nobody before rules or calls say so. */
const snippetOf = (site: string): string =>
  `<script async src="${window.location.origin}/wayfelt.js" data-site="${site}" data-stage="search"></script>
<wayfelt-rating touchpoint="search/results"></wayfelt-rating>`;

const sampleModel = ({ texts, language, formats }: Dashboard): CurveModel => {
  const { journey, shell } = texts.value;
  const stages = NINE_STAGE_JOURNEY.stages.map(({ id }) => id);
  return {
    axis: shareAxis(formats.value),
    crossing: stages.indexOf(NINE_STAGE_JOURNEY.crossing),
    stages: stages.map((id) => {
      const name = stageName(id, texts.value, language.value);
      const said = (['prospect', 'customer'] as const).map((standing) => {
        const { value, n } = pointOf(id, standing, formats.value);
        const who = shell.standing[standing];
        return value === null
          ? journey.sayNone(who)
          : `${who}: ${formats.value.percent(value)}, ${shell.n(formats.value.count(n))}`;
      });
      return { id, name, href: '#/journey', spoken: [name, ...said].join('. ') };
    }),
    lines: (['prospect', 'customer'] as const).map((standing) => ({
      kind: lineOf(standing),
      label: shell.standing[standing],
      points: stages.map((id) => pointOf(id, standing, formats.value)),
    })),
  };
};

const pointOf = (stage: string, standing: string, { percent }: Formats): CurvePoint => {
  const found = SAMPLE.find((row) => row.stage === stage && row.standing === standing);
  if (!found) return NO_POINT;
  const { levels, low, high } = found;
  const n = levels.reduce((sum, count) => sum + count, 0);
  const positive = levels.reduce(
    (sum, count, index) => sum + (isPositive(index + 1) ? count : 0),
    0,
  );
  const value = positive / n;
  return { value, low, high, n, early: false, levels, text: percent(value) };
};

const sampleTable = ({ texts, language, formats }: Dashboard) => {
  const { shell } = texts.value;
  return {
    head: [shell.filter.stage, shell.filter.standing, 'n', shell.positiveShare],
    rows: SAMPLE.map(({ stage, standing, low, high }) => {
      const { value, n } = pointOf(stage, standing, formats.value);
      return [
        stageName(stage, texts.value, language.value),
        shell.oneStanding[standing],
        formats.value.count(n),
        `${formats.value.percent(value ?? 0)} (${rangeText(low, high, formats.value, texts.value)})`,
      ];
    }),
  };
};
