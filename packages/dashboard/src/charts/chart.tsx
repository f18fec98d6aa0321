import type { ComponentChildren, JSX, TargetedFocusEvent, TargetedKeyboardEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { useDashboard } from '../state.js';
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
  children: ComponentChildren;
}

/** The frame of every chart: its title, its drawing, the table behind it, and how to take it along. */
export const Chart = ({ title, note, tools, table, file, children }: ChartProps): JSX.Element => {
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
              ['PNG', () => void saveChart(svg(), `${file}.png`)],
              ['SVG', () => void saveChart(svg(), `${file}.svg`)],
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
        <DataTable table={table} caption={title} />
      </details>
    </section>
  );
};

interface SaveMenuProps {
  label: string;
  title: string;
  choices: [name: string, save: () => void][];
}

const SaveMenu = ({ label, title, choices }: SaveMenuProps): JSX.Element => (
  <details class="menu" onKeyDown={closeOnEscape} onFocusOut={closeOnLeave}>
    <summary aria-label={title}>{label}</summary>
    <ul>
      {choices.map(([name, save]) => (
        <li key={name}>
          <button
            type="button"
            onClick={(event) => {
              save();
              event.currentTarget.closest('details')?.removeAttribute('open');
            }}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  </details>
);

const closeOnEscape = (event: TargetedKeyboardEvent<HTMLDetailsElement>): void => {
  if (event.key !== 'Escape' || !event.currentTarget.open) return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')?.focus();
};

const closeOnLeave = (event: TargetedFocusEvent<HTMLDetailsElement>): void => {
  const next = event.relatedTarget;
  if (next instanceof Node && !event.currentTarget.contains(next)) event.currentTarget.open = false;
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
