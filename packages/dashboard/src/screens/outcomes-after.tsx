import { FEWEST_SHOWN, GROWING_OUTCOMES, LEAVING_OUTCOMES } from '@wayfelt/protocol';
import type { Report } from '@wayfelt/report';
import type { JSX } from 'preact';
import { Chart } from '../charts/chart.js';
import { stackOf } from '../charts/scale.js';
import { useWidth } from '../charts/use-width.js';
import { shareText } from '../components/figures.js';
import { useDashboard } from '../state.js';

export type OutcomeFigures = Report['outcomes']['total'][number];
type Reactions = OutcomeFigures['after'][number];

const ROW = 76;
/** A part must be so wide to carry its share in it. */
const ROOM = 46;

/** After positive, indifferent and negative ratings: the first thing that visitors did. */
export const AfterPanel = ({ figures }: { figures: OutcomeFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const [ref, width] = useWidth(1040);
  const name = (id: string): string => words.names[id] ?? id;
  const rows = [...figures.after]
    .reverse()
    .sort((a, b) => FEELINGS[a.feeling] - FEELINGS[b.feeling]);
  const shown = [...new Set(rows.flatMap((row) => partsOf(row).map(({ id }) => id)))];
  return (
    <Chart
      title={words.after}
      note={words.afterNote}
      file="wayfelt-outcomes"
      table={() => ({
        head: ['', 'n', ...shown.map(name)],
        rows: rows.map((row) => [
          words.feelings[row.feeling],
          formats.value.count(row.n),
          ...shown.map((id) => {
            const share =
              id === 'nothing' ? row.nothing : row.first.find((one) => one.outcome === id)?.share;
            return share ? shareText(share, formats.value, texts.value) : formats.value.percent(0);
          }),
        ]),
      })}
    >
      <ul class="legend">
        {shown.map((id) => (
          <li key={id}>
            <svg width="12" height="12" aria-hidden="true">
              <rect class={`deed deed-${shadeOf(id)}`} width="12" height="12" rx="2" />
            </svg>
            {name(id)}
          </li>
        ))}
      </ul>
      <div ref={ref}>
        <svg
          width={width}
          height={rows.length * ROW}
          viewBox={`0 0 ${width} ${rows.length * ROW}`}
          role="img"
          aria-label={rows
            .map(
              (row) =>
                `${words.feelings[row.feeling]}: ${partsOf(row)
                  .map(
                    ({ id, count }) =>
                      `${name(id)} ${formats.value.percent(count / Math.max(1, row.n))}`,
                  )
                  .join(', ')}`,
            )
            .join('. ')}
        >
          {rows.map((row, index) => (
            <Row key={row.feeling} row={row} top={index * ROW} width={width} />
          ))}
        </svg>
      </div>
      <p class="note">{words.study}</p>
    </Chart>
  );
};

const FEELINGS = { positive: 0, indifferent: 1, negative: 2 };

const Row = ({ row, top, width }: { row: Reactions; top: number; width: number }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const parts = partsOf(row);
  return (
    <g transform={`translate(0 ${top})`}>
      <text class="stage-name" y={16}>
        {words.feelings[row.feeling]}
      </text>
      <text class="bar-n" x={width} y={16} text-anchor="end">
        {words.compared(formats.value.count(row.n))}
        {row.open > 0 && ` · ${words.open(formats.value.count(row.open))}`}
      </text>
      <rect class="stack-empty" y={26} width={width} height={26} rx={3} />
      {stackOf(
        parts.map(({ count }) => count),
        width,
      ).map(({ index, start, width: wide }) => {
        const part = parts[index];
        if (!part || row.n < FEWEST_SHOWN) return null;
        return (
          <g key={part.id}>
            <rect
              class={`deed deed-${shadeOf(part.id)}`}
              x={start}
              y={26}
              width={Math.max(0.5, wide - 1)}
              height={26}
            />
            {wide > ROOM && (
              <text class={`deed-share deed-share-${kindOf(part.id)}`} x={start + 8} y={44}>
                {formats.value.percent(part.count / row.n)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};

/** What grew first, then what a site calls by names of its own, then nothing, then what was lost. */
const partsOf = (row: Reactions): { id: string; count: number }[] =>
  [
    ...row.first.map(({ outcome, share }) => ({ id: outcome, count: share.count })),
    { id: 'nothing', count: row.nothing.count },
  ].sort((a, b) => KINDS.indexOf(kindOf(a.id)) - KINDS.indexOf(kindOf(b.id)));

const KINDS = ['grew', 'other', 'nothing', 'left'] as const;

const kindOf = (id: string): (typeof KINDS)[number] => {
  if (GROWING_OUTCOMES.includes(id)) return 'grew';
  if (LEAVING_OUTCOMES.includes(id)) return 'left';
  return id === 'nothing' ? 'nothing' : 'other';
};

/** Known outcomes have a shade of their own, what a site names itself shares one. */
const shadeOf = (id: string): string =>
  [...GROWING_OUTCOMES, ...LEAVING_OUTCOMES, 'nothing'].includes(id) ? id : 'other';
