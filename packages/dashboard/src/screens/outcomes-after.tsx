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

const BAR = 24;

/** After positive, indifferent and negative ratings: the first thing that visitors did. */
export const AfterPanel = ({ figures }: { figures: OutcomeFigures }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const [ref, width] = useWidth();
  const name = (id: string): string => words.names[id] ?? id;
  const rows = [...figures.after]
    .reverse()
    .sort((a, b) => FEELINGS[a.feeling] - FEELINGS[b.feeling]);
  const enough = rows.filter(({ n }) => n >= FEWEST_SHOWN);
  const shown = [...new Set(enough.flatMap((row) => partsOf(row).map(({ id }) => id)))].sort(
    (a, b) => placeOf(a) - placeOf(b),
  );
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
      <div ref={ref} class="deeds">
        {rows.map((row) => (
          <Row key={row.feeling} row={row} width={width} />
        ))}
      </div>
      <p class="note">{words.study}</p>
    </Chart>
  );
};

const FEELINGS = { positive: 0, indifferent: 1, negative: 2 };

const Row = ({ row, width }: { row: Reactions; width: number }): JSX.Element => {
  const { texts, formats } = useDashboard();
  const { outcomes: words } = texts.value;
  const { count, percent } = formats.value;
  // what happened is never written as if it had not
  const written = (share: number): string => (share < 0.005 ? `<${percent(0.01)}` : percent(share));
  const parts = row.n < FEWEST_SHOWN ? [] : partsOf(row).filter((part) => part.count > 0);
  return (
    <section>
      <h3>
        {words.feelings[row.feeling]}
        <span>
          {words.compared(count(row.n))}
          {row.open > 0 && ` · ${words.open(count(row.open))}`}
        </span>
      </h3>
      <svg
        width={width}
        height={BAR}
        viewBox={`0 0 ${width} ${BAR}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="stack-empty" width={width} height={BAR} rx={3} />
        {stackOf(
          parts.map((part) => part.count),
          width,
        ).map(({ index, start, width: wide }) => {
          const id = parts[index]?.id ?? 'other';
          return (
            <rect
              key={id}
              class={`deed deed-${shadeOf(id)}`}
              x={start}
              width={Math.max(0.5, wide - 1)}
              height={BAR}
            />
          );
        })}
      </svg>
      <p class="note">
        {parts.length === 0
          ? words.tooFew
          : parts
              .map((part) => `${words.names[part.id] ?? part.id} ${written(part.count / row.n)}`)
              .join(' · ')}
      </p>
    </section>
  );
};

/** What grew first, then what a site calls by names of its own, then nothing, then what was lost. */
const partsOf = (row: Reactions): { id: string; count: number }[] =>
  [
    ...row.first.map(({ outcome, share }) => ({ id: outcome, count: share.count })),
    { id: 'nothing', count: row.nothing.count },
  ].sort((a, b) => placeOf(a.id) - placeOf(b.id));

const ORDER: readonly string[] = [...GROWING_OUTCOMES, 'other', 'nothing', ...LEAVING_OUTCOMES];

/** Known outcomes have a shade of their own, what a site names itself shares one. */
const shadeOf = (id: string): string => (ORDER.includes(id) ? id : 'other');

/** The same in every row, or the rows could not be compared. */
const placeOf = (id: string): number => ORDER.indexOf(shadeOf(id));
