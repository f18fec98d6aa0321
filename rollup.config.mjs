// Builds every published file, and nothing else. In order: each package as ES modules with types and source
// maps (for bundlers), the script tag's files (one script, and what it loads when someone is asked), and the
// dashboard's page. `WAYFELT_BUILD=widget,sdk npm run build` builds only those.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { bundle } from 'lightningcss';
import { rollup } from 'rollup';

const SCRIPT_DIR = 'packages/sdk/dist/script';

/** Packages in the order of their imports, each with its entries: file in `src` → name in `dist`. */
const LIBRARIES = {
  protocol: ['index', 'check', 'settings-check', 'starters', ...wordFiles('protocol')],
  core: ['index', 'asking', 'page'],
  transport: ['index'],
  widget: ['index', 'element', ...wordFiles('widget')],
  labeller: ['index'],
  sdk: ['index'],
  report: ['index'],
  collector: ['index', 'cli', 'figures-worker'],
};

function wordFiles(name) {
  const folder = `packages/${name}/src/words`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `words/${basename(file, '.ts')}`);
}

const sourceOf = (name, entry) =>
  ['.ts', '.tsx']
    .map((ending) => `packages/${name}/src/${entry}${ending}`)
    .find((file) => existsSync(file));

/** Types are checked by `npm run types`; here they are only stripped, which is several times faster. */
const compile = (name, output, { declarations, source = `packages/${name}/src` }) =>
  typescript({
    tsconfig: './tsconfig.json',
    include: [`${source}/**/*.ts`, `${source}/**/*.tsx`],
    exclude: ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts'],
    filterRoot: process.cwd(),
    noForceEmit: true,
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      allowJs: false,
      customConditions: [],
      rootDir: source,
      outDir: output,
      declaration: declarations,
      ...(declarations ? { declarationDir: output } : {}),
      sourceMap: true,
    },
  });

/** `import css from './style.css?inline'` gives the minified text; a bare `import './style.css'` becomes a file. */
const styles = () => ({
  name: 'styles',
  resolveId(source, importer) {
    if (!/\.css(\?inline)?$/.test(source) || !importer) return null;
    const [file, query] = source.split('?');
    return resolvePath(dirname(importer), file) + (query ? '?inline' : '');
  },
  load(id) {
    if (!/\.css(\?inline)?$/.test(id)) return null;
    const [file, inline] = id.split('?');
    this.addWatchFile(file);
    const { code } = bundle({ filename: file, minify: true });
    if (inline) return `export default ${JSON.stringify(code.toString())};`;
    this.emitFile({ type: 'asset', name: basename(file), source: code });
    return { code: '', moduleSideEffects: true };
  },
});

/** SQL stands in its own files; it is text like any other. */
const sql = () => ({
  name: 'sql',
  transform: (code, id) =>
    id.endsWith('.sql') ? { code: `export default ${JSON.stringify(code)};`, map: null } : null,
});

const minify = (options) =>
  terser({
    ...options,
    ecma: 2020,
    module: true,
    compress: { passes: 2, pure_getters: true, unsafe_arrows: true },
  });
const minifyScript = () =>
  terser({
    ecma: 2020,
    // Small functions stay functions, which brotli packs better: 28 bytes less, with built-ins folded.
    compress: {
      passes: 3,
      pure_getters: true,
      unsafe: true,
      unsafe_arrows: true,
      keep_fargs: false,
      inline: 1,
    },
  });

const isExternal = (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0');

const library = (name) => {
  const entries = LIBRARIES[name]
    .map((entry) => [entry, sourceOf(name, entry)])
    .filter(([, file]) => file);
  if (entries.length === 0) return null;
  const dir = `packages/${name}/dist`;
  return {
    name,
    input: Object.fromEntries(entries),
    external: (id) => isExternal(id) && !/\.(css\?inline|sql)$/.test(id),
    plugins: [styles(), sql(), compile(name, dir, { declarations: true })],
    output: {
      dir,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      banner: (chunk) => (chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
    },
  };
};

/** The one file that every page view downloads. */
const script = () => {
  const input = sourceOf('sdk', 'script');
  return (
    input && {
      name: 'sdk',
      input,
      plugins: [
        resolve({ browser: true }),
        compile('sdk', SCRIPT_DIR, { declarations: false }),
        minifyScript(),
      ],
      output: {
        file: `${SCRIPT_DIR}/wayfelt.js`,
        format: 'iife',
        // A page whose built-ins are too broken to begin with keeps its console clean, and has no Wayfelt.
        banner: 'try{',
        footer: '}catch{}',
        strict: false,
        // Beside the script, but not named in it: the comment would cost every page view 25 bytes.
        sourcemap: 'hidden',
        generatedCode: 'es2015',
      },
    }
  );
};

/** What the script loads later, as ES modules beside it: `wayfelt-<part>.js`. */
const LAZY_WORDS = /^(?:\.|.*\/packages\/widget\/src)\/words\/([\w-]+)\.[jt]s$/;
const parts = () => {
  const lazy = {
    'wayfelt-widget': sourceOf('widget', 'index'),
    'wayfelt-element': sourceOf('widget', 'element'),
    'wayfelt-page': sourceOf('sdk', 'page'),
    'wayfelt-asking': sourceOf('sdk', 'asking'),
    'wayfelt-more': sourceOf('sdk', 'more'),
    'wayfelt-courier': sourceOf('sdk', 'courier'),
    'wayfelt-labeller': sourceOf('labeller', 'index'),
  };
  return Object.entries(lazy)
    .filter(([, input]) => input)
    .map(([part, input]) => {
      const name = input.split('/')[1];
      return {
        name,
        input,
        // What the widget loads later stays a file of its own, under the name it is served by.
        external: (id, importer) => Boolean(importer) && LAZY_WORDS.test(id),
        plugins: [
          styles(),
          resolve({ browser: true }),
          compile(name, SCRIPT_DIR, { declarations: false }),
          minify(),
        ],
        output: {
          file: join(SCRIPT_DIR, `${part}.js`),
          paths: (id) => id.replace(LAZY_WORDS, './wayfelt-words-$1.js'),
          format: 'es',
          // Beside the file, but not named in it: the name is 50 of the bytes that a visitor downloads.
          sourcemap: 'hidden',
          generatedCode: 'es2015',
          inlineDynamicImports: true,
        },
      };
    });
};

/** Each language in two files, for asking and for what follows a face; those share `wayfelt-follow-up.js`. */
const languages = () => {
  const files = wordFiles('widget');
  return (
    files.length > 0 && {
      name: 'widget',
      input: Object.fromEntries(
        files.map((file) => [file.replace('words/', 'wayfelt-words-'), sourceOf('widget', file)]),
      ),
      plugins: [
        styles(),
        resolve({ browser: true }),
        compile('widget', SCRIPT_DIR, { declarations: false }),
        minify(),
      ],
      output: {
        dir: SCRIPT_DIR,
        format: 'es',
        sourcemap: 'hidden',
        generatedCode: 'es2015',
        entryFileNames: '[name].js',
        chunkFileNames: 'wayfelt-[name].js',
      },
    }
  );
};

/**
 * Nearly all of it draws the first view: compiled at once, on a thread of the browser's own, instead of function by
 * function while the page waits (https://v8.dev/blog/explicit-compile-hints). Other browsers read a comment.
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';

/**
 * The settings' words begin with those of the levels. A copy of their own there leaves the texts of the first view in one
 * file: another one takes a slow computer longer than its 900 bytes.
 */
const ownCopies = () => ({
  name: 'own copies',
  async resolveId(source, importer) {
    if (!/\/words\/settings-\w+\.js$/.test(importer ?? '') || !source.startsWith('./')) return null;
    const { id } = await this.resolve(source, importer, { skipSelf: true });
    return `${id}?copy`;
  },
  load: (id) => (id.endsWith('?copy') ? readFileSync(id.replace(/\?copy$/, ''), 'utf8') : null),
});

const dashboard = () => {
  const input = sourceOf('dashboard', 'main');
  const dir = 'packages/dashboard/dist';
  return (
    input && {
      name: 'dashboard',
      input: { dashboard: input },
      plugins: [
        styles(),
        ownCopies(),
        resolve({ browser: true }),
        compile('dashboard', dir, { declarations: false }),
        minify({ format: { comments: /^# allFunctionsCalledOnLoad$/ } }),
        {
          name: 'pages',
          async generateBundle(_options, bundle) {
            const files = Object.values(bundle);
            const script = files.find(({ isEntry }) => isEntry)?.fileName;
            const style = files.find(({ fileName }) => fileName.endsWith('.css'))?.fileName;
            const first = await early();
            for (const fileName of ['index.html', '404.html'])
              this.emitFile({
                type: 'asset',
                fileName,
                source: readFileSync(`packages/dashboard/src/${fileName}`, 'utf8')
                  // a function: `$` in the code means nothing
                  .replace('<script src="/early.js">', () => `<script ${textsIn(bundle)}>${first}`)
                  .replace('src="/dashboard.js"', `src="/${script}"`)
                  .replace('href="/dashboard.css"', `href="/${style}"`),
              });
          },
        },
      ],
      output: {
        dir,
        format: 'es',
        sourcemap: true,
        generatedCode: 'es2015',
        banner: ({ isEntry }) => (isEntry ? COMPILE_AT_ONCE : ''),
        // Named by what is in them, they are kept by browsers for ever.
        entryFileNames: 'chunks/[name]-[hash].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: 'chunks/dashboard-[hash][extname]',
      },
    }
  );
};

/** Where the texts of each language are, for the script that asks for them early: `data-en="/chunks/…"`. */
const textsIn = (bundle) =>
  Object.values(bundle)
    .flatMap(({ facadeModuleId, fileName }) => {
      const [, language] = /\/src\/texts\/(\w+)\.ts$/.exec(facadeModuleId ?? '') ?? [];
      return language ? `data-${language}="/${fileName}"` : [];
    })
    .join(' ');

/**
 * The one script of the dashboard's page that does not wait for the others: it stands in the page, since asking for it
 * takes as long as asking for the figures. The collector names its hash in the page's policy.
 */
const early = async () => {
  const made = await rollup({
    input: sourceOf('dashboard', 'early'),
    plugins: [
      resolve({ browser: true }),
      compile('dashboard', 'packages/dashboard/dist', { declarations: false }),
      minify(),
    ],
  });
  const { output } = await made.generate({
    format: 'iife',
    generatedCode: 'es2015',
    inlineDynamicImports: true,
    sourcemap: 'hidden',
  });
  await made.close();
  const { code } = output[0];
  if (/<[/!]/.test(code)) throw new Error('early.ts would end its own element in the page.');
  return code.trim();
};

/** Simulated visitors, for `npm run demo:visitors` and for browsers: one file without imports. */
const visitors = () => {
  const dir = 'demo/dist';
  return {
    name: 'visitors',
    input: 'demo/simulate/index.ts',
    plugins: [
      resolve(),
      compile('visitors', dir, { declarations: false, source: 'demo/simulate' }),
    ],
    output: { file: `${dir}/simulate.js`, format: 'es', sourcemap: true },
  };
};

const wanted = process.env.WAYFELT_BUILD?.split(',');

export default [
  ...Object.keys(LIBRARIES).map(library),
  script(),
  ...parts(),
  languages(),
  dashboard(),
  visitors(),
]
  .filter((build) => build && (!wanted || wanted.includes(build.name)))
  .map(({ name: _name, ...build }) => ({
    ...build,
    onwarn(warning, warn) {
      if (warning.plugin === 'typescript') throw new Error(warning.message);
      warn(warning);
    },
  }));
