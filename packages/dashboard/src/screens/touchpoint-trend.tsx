import type { Standing } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { standingOf } from '../address.js';
import { Chart } from '../charts/chart.js';
import { lineOf, standingsShown } from '../charts/journey-model.js';
import { Trend } from '../charts/trend.js';
import { useWidth } from '../charts/use-width.js';
import { StandingLegend } from '../components/legend.js';
import { Marks } from '../components/marks.js';
import { shareText } from '../components/figures.js';
import { endOf, withGaps } from '../data/trend.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

export interface TrendPanelProps {
  report: Report;
  /** Reads the report again, once a mark was set. */
  again: () => void;
  sites: Sites;
  touchpoint?: string;
}

/** How it felt over time, beside what the team did and where the report found a change. */
export const TrendPanel = ({ report, again, sites, touchpoint }: TrendPanelProps): JSX.Element => {
  const { texts, formats, address } = useDashboard();
  const { touchpoint: words, shell } = texts.value;
  const [ref, width] = useWidth();
  const parts = withGaps(report.trend);
  const shown = standingsShown(standingOf(address.value.params));
  const { shortDay, percent, count } = formats.value;
  return (
    <Chart
      title={words.trend}
      note={words.trendWhy}
      file="wayfelt-trend"
      table={() => ({
        head: [
          words.week,
          ...shown.flatMap((standing) => [
            `n: ${shell.standing[standing]}`,
            shell.standing[standing],
          ]),
        ],
        rows: parts.map((part) => [
          formats.value.day(part.start),
          ...shown.flatMap((standing) => {
            const share = part[sideOf(standing)];
            return [count(share.n), shareText(share, formats.value, texts.value)];
          }),
        ]),
      })}
    >
      <StandingLegend
        early={shown.some((standing) =>
          parts.some((part) => part[sideOf(standing)].enough === 'early'),
        )}
      />
      <div ref={ref}>
        <Trend
          title={words.trend}
          width={width}
          starts={parts.map(({ start }) => start)}
          end={endOf(parts)}
          day={shortDay}
          percent={percent}
          lines={shown.map((standing) => ({
            kind: lineOf(standing),
            shares: parts.map((part) => part[sideOf(standing)]),
          }))}
          events={[
            ...report.marks.map(({ at, text }) => ({ at, text, found: false })),
            ...report.changes
              .filter((change) => change.touchpoint === touchpoint)
              .map(({ at }) => ({ at, text: words.change, found: true })),
          ]}
        />
      </div>
      {sites.reader.value?.role === 'team' && (
        <Marks sites={sites} marks={report.marks} changed={again} />
      )}
    </Chart>
  );
};

const sideOf = (standing: Standing): 'prospects' | 'customers' =>
  standing === 'prospect' ? 'prospects' : 'customers';
