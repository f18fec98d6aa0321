import { FEWEST_SHOWN } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { stackOf } from '../charts/scale.js';
import { useWidth } from '../charts/use-width.js';
import { stageName } from '../names.js';
import type { Sites } from '../site.js';
import { useDashboard } from '../state.js';

const ROW = 58;
const BAR = 20;
/** A part must be so wide to carry its share in it. */
const ROOM = 46;
const WAYS = ['worse', 'same', 'better'] as const;
type Pair = Report['paired'][number];

/** The same visitor from each stage to the next: better, the same, worse. */
export const PairedPanel = ({ report, sites }: { report: Report; sites: Sites }): JSX.Element => {
  const { texts, formats, language } = useDashboard();
  const { outcomes: words } = texts.value;
  const [ref, width] = useWidth();
  const rows = report.paired.filter(({ visitors }) => visitors > 0);
  const isFew = ({ visitors }: Pair): boolean => visitors < FEWEST_SHOWN;
  const { tooFew } = texts.value.shell;
  const name = (id: string): string =>
    stageName(id, texts.value, language.value, sites.settings.value);
  const { count } = formats.value;
  return (
    <Chart
      title={words.paired}
      note={words.pairedNote}
      file="wayfelt-paired"
      table={() => ({
        head: ['', 'n', ...WAYS.map((way) => words.pairedHead[way])],
        rows: rows.map((row) => [
          words.step(name(row.from), name(row.to)),
          count(row.visitors),
          ...WAYS.map((way) => (isFew(row) ? '' : count(row[way]))),
        ]),
      })}
    >
      {rows.length === 0 && <p class="quiet">{words.noPairs}</p>}
      {rows.length > 0 && (
        <ul class="legend">
          {WAYS.map((way) => (
            <li key={way}>
              <svg width="12" height="12" aria-hidden="true">
                <rect class={`way way-${way}`} width="12" height="12" rx="2" />
              </svg>
              {words.pairedHead[way]}
            </li>
          ))}
        </ul>
      )}
      <div ref={ref}>
        {rows.length > 0 && (
          <svg
            width={width}
            height={Math.max(1, rows.length * ROW)}
            viewBox={`0 0 ${width} ${Math.max(1, rows.length * ROW)}`}
            role="img"
            aria-label={rows
              .map(
                (row) =>
                  `${words.step(name(row.from), name(row.to))}: ${
                    isFew(row)
                      ? tooFew(count(row.visitors))
                      : WAYS.map((way) => `${words.pairedHead[way]} ${count(row[way])}`).join(', ')
                  }`,
              )
              .join('. ')}
          >
            {rows.map((row, index) => (
              <g key={row.from} transform={`translate(0 ${index * ROW})`}>
                <text y={16}>{words.step(name(row.from), name(row.to))}</text>
                <text class="bar-n" x={width} y={16} text-anchor="end">
                  {(isFew(row) ? tooFew : words.people)(count(row.visitors))}
                </text>
                {stackOf(isFew(row) ? [] : WAYS.map((way) => row[way]), width).map((part) => (
                  <g key={part.index}>
                    <rect
                      class={`way way-${WAYS[part.index]}`}
                      x={part.start}
                      y={24}
                      width={Math.max(0.5, part.width - 1)}
                      height={BAR}
                    />
                    {part.width > ROOM && (
                      <text
                        class={`way-share way-share-${WAYS[part.index]}`}
                        x={part.start + 8}
                        y={38}
                      >
                        {formats.value.percent(part.width / width)}
                      </text>
                    )}
                  </g>
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
    </Chart>
  );
};
