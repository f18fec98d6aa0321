import { existsSync } from 'node:fs';
import { dirname, resolve as resolvePath } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup, type Plugin } from 'rollup';
import ts from 'typescript';

/** TypeScript of the workspace, types stripped. */
const typescript: Plugin = {
  name: 'typescript',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null;
    const file = resolvePath(dirname(importer), source.replace(/\.js$/, '.ts'));
    return existsSync(file) ? file : null;
  },
  transform(code, id) {
    if (!id.endsWith('.ts')) return null;
    const { ESNext } = ts.ModuleKind;
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ESNext };
    return { code: ts.transpileModule(code, { compilerOptions }).outputText, map: null };
  },
};

/**
 * The outbox as it is published, minified: a script whose last value is the package's exports. Tests run what
 * visitors run.
 *
 * @param entry what to bundle; its exports become properties of the global `wayfeltOutbox`
 */
export async function buildOutbox(entry = 'packages/transport/src/index.ts'): Promise<string> {
  const bundle = await rollup({
    input: resolvePath(import.meta.dirname, '../..', entry),
    plugins: [
      typescript,
      nodeResolve({ browser: true, exportConditions: ['wayfelt-source'] }),
      terser({ ecma: 2020, compress: { passes: 3, pure_getters: true, unsafe_arrows: true } }),
    ],
  });
  const { output } = await bundle.generate({
    format: 'iife',
    name: 'wayfeltOutbox',
    generatedCode: 'es2015',
  });
  await bundle.close();
  return output[0].code;
}
