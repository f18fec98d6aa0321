// What a visitor downloads, in brotli bytes (quality 11, as a web server would store it).
// `npm run sizes` prints the table; `npm run sizes -- --write` writes it into README.md.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const SCRIPT_DIR = 'packages/sdk/dist/script';
const DASHBOARD_DIR = 'packages/dashboard/dist';

/** @param {string} file */
export const brotliBytes = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    .length;

/** @param {string} name */
const part = (name) => `${SCRIPT_DIR}/${name}.js`;

/** The files that the dashboard's first view needs: the page, its style, its scripts, what those import, one language. */
function firstView() {
  const page = readFileSync(`${DASHBOARD_DIR}/index.html`, 'utf8');
  const named = [...page.matchAll(/ (?:src|href)="(\/[^"]+)"/g)].map(
    ([, file]) => `${DASHBOARD_DIR}${file}`,
  );
  const needed = new Set(named);
  for (const file of needed) {
    for (const [, from] of readFileSync(file, 'utf8').matchAll(
      /(?:^|[;\s])(?:import|from)\s*["'](\.[^"']+)["']/g,
    )) {
      needed.add(
        new URL(from ?? '', pathToFileURL(file)).pathname.replace(`${process.cwd()}/`, ''),
      );
    }
  }
  const texts = largestOf(
    [...page.matchAll(/ data-\w+="(\/[^"]+)"/g)].map(([, files]) =>
      (files ?? '').split(' ').map((file) => `${DASHBOARD_DIR}${file}`),
    ),
  );
  return [...needed, ...texts, `${DASHBOARD_DIR}/index.html`];
}

/**
 * The files of the language that needs most bytes.
 * @param {(language: string) => string[]} files
 */
const largest = (files) =>
  largestOf(
    readdirSync('packages/widget/src/words')
      .map((name) => /^([\w-]+?)\.ts$/.exec(name)?.[1])
      .filter((language) => language && !language.endsWith('-follow-up'))
      .map((language) => files(language ?? '')),
  );

/** @param {string[][]} lists */
const largestOf = (lists) => lists.toSorted((one, other) => total(other) - total(one))[0] ?? [];

/** @param {string[]} files */
const total = (files) => files.reduce((sum, file) => sum + brotliBytes(file), 0);

/** Each row of the table: what is downloaded when, of which files, and at most how many bytes. */
export const BUDGETS = [
  { what: 'on every page view', files: () => [part('wayfelt')], most: 4_096 },
  {
    what: 'where the site has rules, or the page touchpoints',
    files: () => [part('wayfelt-page')],
    most: 2_048,
  },
  { what: 'where someone may be asked', files: () => [part('wayfelt-asking')], most: 4_096 },
  {
    what: 'when someone is asked: Preact, faces, styles, one language',
    files: () => largest((language) => [part('wayfelt-widget'), part(`wayfelt-words-${language}`)]),
    most: 9_000,
  },
  {
    what: 'when that visitor answers: what comes after the face',
    files: () =>
      largest((language) => [
        part('wayfelt-follow-up'),
        part(`wayfelt-words-${language}-follow-up`),
      ]),
    most: 3_000,
  },
  {
    what: 'when something was not delivered at once',
    files: () => [part('wayfelt-courier')],
    most: 2_048,
  },
  { what: 'the first view of the dashboard', files: firstView, most: 150_000 },
];

/** @returns {{ what: string, bytes: number, most: number }[]} */
export const measure = () =>
  BUDGETS.map(({ what, files, most }) => ({
    what,
    most,
    bytes: total(files()),
  }));

/** @param {number} bytes */
const shown = (bytes) => bytes.toLocaleString('en-US');

export const table = () =>
  [
    '| downloaded | brotli bytes | at most |',
    '|---|---:|---:|',
    ...measure().map(({ what, bytes, most }) => `| ${what} | ${shown(bytes)} | ${shown(most)} |`),
  ].join('\n');

export const BETWEEN = /(<!-- sizes -->\n)[\s\S]*?(\n<!-- \/sizes -->)/;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!existsSync(part('wayfelt'))) {
    console.error('Nothing is built yet: npm run build');
    process.exit(1);
  }
  console.log(table());
  if (process.argv.includes('--write')) {
    const readme = readFileSync('README.md', 'utf8');
    writeFileSync('README.md', readme.replace(BETWEEN, `$1${table()}$2`));
  }
}
