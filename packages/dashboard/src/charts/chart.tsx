import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useDashboard } from '../state.js';
import { SaveMenu, type SaveMenuProps } from '../components/save-menu.js';
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
  table: Table;
  /** File name without ending. */
  file: string;
  /** False for lists: they are saved as tables only. Default: true. */
  drawn?: boolean;
  children: ComponentChildren;
}

/** The frame of every chart: its title, its drawing, the table behind it, and how to take it along. */
export const Chart = (props: ChartProps): JSX.Element => {
  const { title, note, tools, table, file, drawn = true, children } = props;
  const texts = useDashboard().texts.value.shell;
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const svg = (): SVGSVGElement | null => drawing.current?.querySelector('svg') ?? null;
  return (
    <section class="chart" aria-labelledby={id}>
      <header class="chart-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p class="note">{note}</p>}
        </div>
        <div class="chart-tools">
          {tools}
          <SaveMenu
            label={texts.save}
            title={texts.saveChart(title)}
            choices={[
              ...(drawn
                ? ([
                    ['PNG', () => void saveChart(svg(), `${file}.png`)],
                    ['SVG', () => void saveChart(svg(), `${file}.svg`)],
                  ] satisfies SaveMenuProps['choices'])
                : []),
              ['CSV', () => saveTable(table, `${file}.csv`)],
              ['JSON Lines', () => saveTable(table, `${file}.jsonl`)],
            ]}
          />
        </div>
      </header>
      <div ref={drawing} class="drawing">
        {children}
      </div>
      <details class="behind">
        <summary>{texts.table}</summary>
        <DataTable table={table} caption={texts.tableOf(title)} />
      </details>
    </section>
  );
};

/** A plain table; it scrolls sideways by keyboard too where it is wider than the screen. */
export const DataTable = ({ table, caption }: { table: Table; caption: string }): JSX.Element => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {table.head.map((text, index) => (
            <th key={index} scope="col">
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
              <td key={column}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
