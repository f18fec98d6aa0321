import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { standingOf } from '../address.js';
import { Chart } from '../charts/chart.js';
import { lineOf, standingsShown } from '../charts/journey-model.js';
import { Trend } from '../charts/trend.js';
import { useWidth } from '../charts/use-width.js';
import { StandingLegend } from '../components/legend.js';
import { Marks } from '../components/marks.js';
import { shareText } from '../components/figures.js';
import type { Query } from '../data/api.js';
import { fetchTrend, type TrendPart } from '../data/trend.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

export interface TrendPanelProps {
  report: Report;
  query: Query;
  sites: Sites;
  touchpoint?: string;
}

/** How it felt over time, beside what the team did and where the report found a change. */
export const TrendPanel = ({ report, query, sites, touchpoint }: TrendPanelProps): JSX.Element => {
  const { api, texts, formats, now, address } = useDashboard();
  const { touchpoint: words, shell } = texts.value;
  const [ref, width] = useWidth(1040);
  const [parts, setParts] = useState<TrendPart[]>();
  const [progress, setProgress] = useState<{ done: number; of: number }>();
  const key = JSON.stringify(query);
  useEffect(() => {
    const abort = new AbortController();
    fetchTrend(api, query, now(), {
      signal: abort.signal,
      progress: (done, of) => setProgress({ done, of }),
    }).then(setParts, () => {
      // Without the parts the rest of the screen still stands; the next answer that arrives tries again.
    });
    return () => abort.abort();
  }, [key, report.total.felt.all.n]);

  const shown = standingsShown(standingOf(address.value.params));
  const starts = parts?.map(({ from }) => from) ?? [];
  const { shortDay, percent, count } = formats.value;
  return (
    <Chart
      title={words.trend}
      note={words.trendWhy}
      file="wayfelt-trend"
      table={{
        head: [
          words.week,
          ...shown.flatMap((standing) => [
            `n: ${shell.standing[standing]}`,
            shell.standing[standing],
          ]),
        ],
        rows: (parts ?? []).map((part) => [
          formats.value.day(part.from),
          ...shown.flatMap((standing) => {
            const felt = part.felt[standing === 'prospect' ? 'prospects' : 'customers'];
            return [count(felt.n), shareText(felt.positive, formats.value, texts.value)];
          }),
        ]),
      }}
    >
      <StandingLegend />
      <div ref={ref}>
        {parts ? (
          <Trend
            title={words.trend}
            width={width}
            starts={starts}
            end={parts.at(-1)?.to ?? 0}
            day={shortDay}
            percent={percent}
            lines={shown.map((standing) => ({
              kind: lineOf(standing),
              shares: parts.map(
                ({ felt }) => felt[standing === 'prospect' ? 'prospects' : 'customers'].positive,
              ),
            }))}
            events={[
              ...report.marks.map(({ at, text }) => ({ at, text, found: false })),
              ...report.changes
                .filter((change) => change.touchpoint === touchpoint)
                .map(({ at }) => ({ at, text: words.change, found: true })),
            ]}
          />
        ) : (
          <label class="counting">
            {shell.loading}
            <progress value={progress?.done ?? 0} max={progress?.of ?? 1} />
          </label>
        )}
      </div>
      {sites.reader.value?.role === 'team' && <Marks sites={sites} marks={report.marks} />}
    </Chart>
  );
};
