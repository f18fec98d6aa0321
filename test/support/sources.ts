/** The project's own files, as the tests of its structure read them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
}

const SKIPPED = new Set(['node_modules', 'dist', 'output', 'data']);

/** Files below a folder whose name passes, without built or installed ones. */
export function filesBelow(folder: string, passes: (path: string) => boolean): SourceFile[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => !SKIPPED.has(name))
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesBelow(path, passes);
      return passes(path) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
    });
}

export const isScript = (path: string): boolean => /\.(ts|tsx|mts|js|mjs)$/.test(path);
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** What a file imports, in order; `typeOnly` for imports that vanish when compiled. */
export function importsOf(file: SourceFile): { from: string; typeOnly: boolean }[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [...file.text.matchAll(statement)].map(([, type, named, lazy]) => ({
    from: named ?? lazy ?? '',
    typeOnly: Boolean(type),
  }));
}
