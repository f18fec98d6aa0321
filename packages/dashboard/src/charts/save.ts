import type { Table } from './chart.js';
import { pictureOf, type Picture, type PictureWords } from './picture.js';

/** Twice as many pixels as on the screen: sharp on slides. */
const PNG_SCALE = 2;

/** Saves a chart as it stands on the screen. The file's ending says which form. */
export const saveChart = async (
  drawing: Element | null,
  words: PictureWords,
  file: string,
): Promise<void> => {
  if (!drawing) return;
  const picture = pictureOf(drawing, words);
  if (file.endsWith('.svg'))
    return saveBlob(new Blob([picture.svg], { type: 'image/svg+xml' }), file);
  const png = await rasterize(picture);
  if (png) saveBlob(png, file);
};

const rasterize = async ({ svg, width, height }: Picture): Promise<Blob | null> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};

/** CSV for spreadsheets or JSON Lines for programs, as the file's ending says. */
export const saveTable = (table: Table, file: string): void => {
  const csv = file.endsWith('.csv');
  const text = csv ? toCsv(table) : toJsonLines(table);
  saveBlob(
    new Blob([text], { type: csv ? 'text/csv;charset=utf-8' : 'application/x-ndjson' }),
    file,
  );
};

/** RFC 4180, with a byte order mark: spreadsheets then read Korean. Cells never begin a formula. */
export const toCsv = ({ head, rows }: Table): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const cell = (text: string): string => {
  const safe = /^[=@\t\r]|^[+-](?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const toJsonLines = ({ head, rows }: Table): string =>
  rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))}\n`,
    )
    .join('');

const saveBlob = (blob: Blob, file: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = file;
  link.click();
  // The browser has taken the blob once the click's task is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
