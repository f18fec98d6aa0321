import { defineConfig } from 'vitest/config';

/** SQL files are text, as in the build. */
const sql = {
  name: 'sql',
  transform: (code: string, id: string) =>
    id.endsWith('.sql') ? `export default ${JSON.stringify(code)}` : null,
};

const conditions = ['wayfelt-source'];
const shared = {
  plugins: [sql],
  resolve: { conditions: [...conditions, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [...conditions, 'node', 'import', 'module', 'default'] } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
};

/** Hooks build bundles and start processes: a loaded machine is no failure. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Real browsers share two cores: one file at a time, and patience. */
const inBrowsers = { fileParallelism: false, testTimeout: 90_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/*.test.ts'],
          server: { deps: { inline: [/@wayfelt\//, /^wayfelt/] } },
          ...patient,
        },
      },
      {
        ...shared,
        test: { name: 'built', include: ['test/built/*.test.ts'], ...patient },
      },
      {
        ...shared,
        test: { name: 'browsers', include: ['test/browsers/**/*.test.ts'], ...inBrowsers },
      },
      {
        ...shared,
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...inBrowsers },
      },
      {
        ...shared,
        test: { name: 'truth', include: ['test/truth/**/*.test.ts'], testTimeout: 600_000 },
      },
    ],
  },
});
