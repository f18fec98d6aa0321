/** One row of an export: column → value; absent and null are empty. */
export type TableRow = Record<string, unknown>;

/** A spreadsheet would run a text that begins like a formula. */
const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = defused(typeof value === 'string' ? value : JSON.stringify(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with a mark at the beginning by which spreadsheets know UTF-8. */
export function* csvOf(columns: readonly string[], rows: Iterable<TableRow>): Generator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`;
  for (const row of rows) yield `${columns.map((name) => cell(row[name])).join(',')}\r\n`;
}

export function* jsonLinesOf(rows: Iterable<TableRow>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(row)}\n`;
}
