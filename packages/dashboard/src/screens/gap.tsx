import type { Gap as GapFigures, Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { dotOfShare, IntervalDots, IntervalScale, type Dot } from '../charts/interval-dot.js';
import { shareText } from '../components/figures.js';
import { Empty, Load } from '../components/states.js';
import { stageName, touchpointName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const DOTS = 320;

/** What the team believes of each touchpoint, against what visitors say. */
export const Gap = ({ sites }: { sites: Sites }): JSX.Element => {
  const { gap } = useDashboard().texts.value;
  return (
    <>
      <h1>{gap.title}</h1>
      <p class="lead">{gap.lead}</p>
      <Load of={sites.report.state.value} again={sites.report.refresh}>
        {(report) => <Filled report={report} sites={sites} />}
      </Load>
      <p class="note source">{gap.bain}</p>
    </>
  );
};

const Filled = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const { texts, formats, language, href } = useDashboard();
  const { gap, shell } = texts.value;
  const { gaps } = report;
  const { touchpoints } = sites.settings.value;
  const name = (id: string): string => touchpointName(id, language.value, sites.settings.value);
  if (gaps.length === 0 && touchpoints.some(({ beliefs = [] }) => beliefs.length > 0))
    return <Empty title={shell.emptyTitle} text={shell.emptyText} />;
  if (gaps.length === 0)
    return (
      <Empty title={gap.emptyTitle} text={gap.emptyText}>
        {sites.reader.value?.role === 'team' && (
          <a class="onward" href={href('settings', 'standards')}>
            {gap.emptyLink}
          </a>
        )}
      </Empty>
    );
  return (
    <Chart
      title={gap.chart}
      note={gap.note}
      file="wayfelt-gap"
      table={() => ({
        head: [shell.filter.touchpoint, gap.share, gap.believed, gap.said, gap.gap, 'n'],
        rows: gaps.map((row) => [
          name(row.touchpoint),
          gap.of[row.of],
          formats.value.percent(row.believed),
          shareText(row.said, formats.value, texts.value),
          row.gap.value === null ? '–' : formats.value.points(row.gap.value),
          formats.value.count(row.said.n),
        ]),
      })}
    >
      <ol class="ranking gaps">
        <li class="row row-head" aria-hidden="true">
          <span class="gap-unit">{gap.unit}</span>
          <span />
          <IntervalScale width={DOTS} text={formats.value.percent} />
        </li>
        {gaps.map((row) => (
          <li key={`${row.stage}/${row.touchpoint} ${row.of}`} class="row">
            <span class="gap-points">
              {row.gap.value === null ? '–' : formats.value.points(row.gap.value)}
            </span>
            <div class="row-name">
              <a href={href('touchpoint', row.touchpoint)}>{name(row.touchpoint)}</a>
              <span class="quiet">
                {stageName(row.stage, texts.value, language.value, sites.settings.value)} ·{' '}
                {gap.of[row.of]}
              </span>
              <span class={`verdict verdict-${VERDICTS[row.verdict]}`}>
                {gap.verdicts[row.verdict]}
              </span>
            </div>
            <IntervalDots width={DOTS} dots={dotsOf(row)} joined />
            <dl class="pair">
              <div>
                <dt>{gap.believed}</dt>
                <dd>
                  {formats.value.percent(row.believed)}{' '}
                  <span class="quiet">({gap.members(row.beliefs.length)})</span>
                </dd>
              </div>
              <div>
                <dt>{gap.said}</dt>
                <dd>{shareText(row.said, formats.value, texts.value)}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </Chart>
  );
};

const VERDICTS: Record<GapFigures['verdict'], string> = {
  'too-good': 'worse',
  'too-bad': 'better',
  'as-believed': 'none',
  'not-yet': 'none',
};

const dotsOf = ({ believed, said }: GapFigures): Dot[] => [
  { kind: 'belief', value: believed, low: null, high: null },
  dotOfShare('all', said),
];
