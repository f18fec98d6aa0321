import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesBelow, importsOf, isScript, isTest, type SourceFile } from './support/sources.js';

/** Who may import whom: data flows one way, from the page to the screen. */
const MAY: { [name: string]: string[] } = {
  protocol: [],
  core: ['protocol'],
  transport: ['protocol'],
  widget: ['protocol'],
  labeller: ['protocol'],
  sdk: ['protocol', 'core', 'transport', 'widget', 'labeller'],
  report: ['protocol'],
  collector: ['protocol', 'report'],
  dashboard: ['protocol', 'report'],
};

/** What visitors download: no checks, no Node. (The labeller is downloaded by the team, which needs the checks.) */
const IN_PAGES = ['core', 'transport', 'widget', 'sdk'];

const packageOf = (from: string) =>
  from === 'wayfelt' || from.startsWith('wayfelt/') ? 'sdk' : /^@wayfelt\/([\w-]+)/.exec(from)?.[1];

const sourcesOf = (name: string) =>
  filesBelow(`packages/${name}/src`, (path) => isScript(path) && !isTest(path));

describe.each(Object.entries(MAY))('%s', (name, allowed) => {
  const files = sourcesOf(name);

  test('imports only the packages that the design allows', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .map(({ from }) => ({ file: file.path, from, to: packageOf(from) }))
        .filter(({ to }) => to && to !== name && !allowed.includes(to)),
    );
    expect(wrong).toEqual([]);
  });

  test('reaches into no other folder by a relative path', () => {
    const home = join('packages', name);
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('.'))
        .map(({ from }) => join(dirname(file.path), from))
        .filter((target) => !target.startsWith(home)),
    );
    expect(strays).toEqual([]);
  });

  test('has no circle of imports', () => {
    expect(circleIn(files)).toBeUndefined();
  });
});

test('what visitors download takes neither the checks nor anything of Node', () => {
  const wrong = IN_PAGES.flatMap(sourcesOf).flatMap((file) =>
    importsOf(file)
      .filter(
        ({ from, typeOnly }) =>
          !typeOnly && /^node:|^@wayfelt\/protocol\/(check|settings-check|starters)/.test(from),
      )
      .map(({ from }) => `${file.path} imports ${from}`),
  );
  expect(wrong).toEqual([]);
});

/** The first circle found by walking the imports that remain when compiled. */
function circleIn(files: SourceFile[]): string[] | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const targets = (file: SourceFile) =>
    importsOf(file)
      .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
      .map(({ from }) => join(dirname(file.path), from).replace(/\.jsx?$/, ''))
      .flatMap((path) => byPath.get(`${path}.ts`) ?? byPath.get(`${path}.tsx`) ?? []);
  const done = new Set<string>();
  const walk = (file: SourceFile, trail: string[]): string[] | undefined => {
    if (trail.includes(file.path)) return [...trail, file.path];
    if (done.has(file.path)) return undefined;
    for (const next of targets(file)) {
      const circle = walk(next, [...trail, file.path]);
      if (circle) return circle;
    }
    done.add(file.path);
    return undefined;
  };
  for (const file of files) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}
