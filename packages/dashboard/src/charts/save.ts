import type { Table } from './chart.js';

/** What a style sheet gave the drawing and a file of its own would lose. */
const KEPT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'visibility',
  'display',
] as const;

/** Twice as many pixels as on the screen: sharp on slides. */
const PNG_SCALE = 2;

/** Saves a chart as it stands on the screen. The file's ending says which form. */
export const saveChart = async (svg: SVGSVGElement | null, file: string): Promise<void> => {
  if (!svg) return;
  const text = standalone(svg);
  const blob = new Blob([text], { type: 'image/svg+xml' });
  if (file.endsWith('.svg')) return saveBlob(blob, file);
  const png = await rasterize(text, svg.clientWidth, svg.clientHeight);
  if (png) saveBlob(png, file);
};

/** The drawing with its styles inside and the page's colour behind it. */
export const standalone = (svg: SVGSVGElement): string => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of KEPT) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute('class');
    element.removeAttribute('href');
    element.removeAttribute('tabindex');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${svg.clientWidth} ${svg.clientHeight}`);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
};

const rasterize = async (text: string, width: number, height: number): Promise<Blob | null> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
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
