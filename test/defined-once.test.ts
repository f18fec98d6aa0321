import { expect, test } from 'vitest';
import { LEVELS, NINE_STAGES, RECORD_TYPES, SIX_STEPS } from '@wayfelt/protocol';
import { filesBelow, isScript, isTest, type SourceFile } from './support/sources.js';

/** Code that could write the words down a second time; translations and starter journeys name them by right. */
const code: SourceFile[] = ['packages', 'demo', 'scripts', 'bench']
  .flatMap((folder) => filesBelow(folder, (path) => isScript(path) && !isTest(path)))
  .filter(({ path }) => !/protocol\/src\/(words|starters)\//.test(path))
  .filter(({ path }) => !path.startsWith('packages/protocol/src/'));

/**
 * Places where so many of the words stand as quoted values side by side that they are a list of their own.
 * Fewer (a `switch` over two record types, one stage by name) are uses.
 */
function lists(words: readonly string[], atLeast: number): string[] {
  const word = words.map((name) => `['"\`]${name}['"\`]`).join('|');
  const list = new RegExp(`(?:(?:${word})[^'"\`;(){}]{0,40}){${atLeast},}`);
  return code.filter(({ text }) => list.test(text)).map(({ path }) => path);
}

test('the eight levels are listed in protocol and nowhere else', () => {
  expect(lists(LEVELS, 4)).toEqual([]);
});

test('the nine stages and the six steps are listed in protocol and nowhere else', () => {
  expect(lists([...NINE_STAGES, ...SIX_STEPS], 5)).toEqual([]);
});

test('the record types are listed in protocol and nowhere else', () => {
  expect(lists(RECORD_TYPES, 5)).toEqual([]);
});

test('the search finds a list where there is one', () => {
  const planted = {
    path: 'planted.ts',
    text: `const LEVELS = ['loathing', 'not-again', 'ugh', 'zen'];`,
  };
  code.push(planted);
  expect(lists(LEVELS, 4)).toEqual([planted.path]);
  code.pop();
});

test('types of records and of what is read of them are declared in protocol only', () => {
  const declared = code.filter(({ text }) =>
    /\b(?:interface|type) (?:(?:Visit|Ask|Rating|Outcome|Handover|Forget|Loss)Record|Voice|PathStep)\s*[={<]/.test(
      text,
    ),
  );
  expect(declared.map(({ path }) => path)).toEqual([]);
});
