import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useDashboard } from '../state.js';
import { Behind } from '../components/behind.js';
import { Later } from '../components/later.js';
import { SaveMenu } from '../components/save-menu.js';
import { useViewWords } from '../components/view-line.js';
import { saveChart, saveTable } from './save.js';

/** The numbers behind a chart: one header row, then rows whose first cell names them. */
export interface Table {
  head: string[];
  rows: string[][];
}

export interface ChartProps {
  title: string;
  /** What is measured and how, in a sentence. */
  note?: ComponentChildren;
  /** Choices that belong to this chart. */
  tools?: ComponentChildren;
  /** Made when somebody wants it. */
  table: () => Table;
  /** File name without ending. */
  file: string;
  children: ComponentChildren;
}

/** The frame of every chart: its title, its drawing, the table behind it, and how to take it along. */
export const Chart = (props: ChartProps): JSX.Element => {
  const { title, note, tools, table, file, children } = props;
  const texts = useDashboard().texts.value.shell;
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const noted = useRef<HTMLParagraphElement>(null);
  const viewed = useViewWords();
  const save = (ending: 'png' | 'svg') => (): void => {
    const words = { title, note: noted.current?.textContent ?? '', foot: viewed() };
    void saveChart(drawing.current, words, `${file}.${ending}`);
  };
  return (
    <section class="chart" aria-labelledby={id}>
      <header class="chart-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note && (
            <p ref={noted} class="note">
              {note}
            </p>
          )}
        </div>
        <div class="chart-tools">
          {tools}
          <SaveMenu
            label={texts.save}
            title={texts.saveChart(title)}
            choices={[
              ['PNG', save('png')],
              ['SVG', save('svg')],
              ['CSV', () => saveTable(table(), `${file}.csv`)],
              ['JSON Lines', () => saveTable(table(), `${file}.jsonl`)],
            ]}
          />
        </div>
      </header>
      <div ref={drawing} class="drawing">
        {children}
      </div>
      <Later>
        {() => (
          <Behind summary={texts.table}>
            {() => <DataTable table={table()} caption={texts.tableOf(title)} />}
          </Behind>
        )}
      </Later>
    </section>
  );
};

const NUMBER = /^[+−-]?[\d,.]+%?$/;

/** Columns of nothing but numbers: they end together, so that sizes can be compared. */
const numbersIn = ({ head, rows }: Table): boolean[] =>
  head.map(
    (_, column) =>
      rows.some((row) => NUMBER.test(row[column] ?? '')) &&
      rows.every((row) => ['', '–'].includes(row[column] ?? '') || NUMBER.test(row[column] ?? '')),
  );

/** A plain table; it scrolls sideways by keyboard too where it is wider than the screen. */
export const DataTable = ({ table, caption }: { table: Table; caption: string }): JSX.Element => {
  const numbers = numbersIn(table);
  const look = (column: number): string | undefined => (numbers[column] ? 'number' : undefined);
  return (
    <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.head.map((text, index) => (
              <th key={index} scope="col" class={look(index)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first, ...rest], index) => (
            <tr key={index}>
              <th scope="row">{first}</th>
              {rest.map((text, column) => (
                <td key={column} class={look(column + 1)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
