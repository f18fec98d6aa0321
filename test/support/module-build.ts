import { resolve as resolvePath } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

/**
 * The built `wayfelt` module as a customer's bundler makes it: the entry and its chunks, name → text. What the page
 * calls is the entry's export `createWayfelt`.
 */
export async function bundleModule(): Promise<Map<string, string>> {
  const bundle = await rollup({
    input: { 'shop-wayfelt': resolvePath('packages/sdk/dist/index.js') },
    plugins: [nodeResolve({ browser: true })],
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'shop-[name]-[hash].js',
  });
  await bundle.close();
  return new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code] as const] : [])),
  );
}
