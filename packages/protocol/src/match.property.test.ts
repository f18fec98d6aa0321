import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesPage } from './match.js';

/** What a pattern means, said once more in the plainest way; it tries everything, so texts must be short. */
const means = (pattern: string, text: string): boolean => {
  if (pattern === '') return text === '';
  if (/^\/\*+$/.test(pattern)) return text === '' || text.startsWith('/');
  const rests = (from: number, to: number) =>
    [...Array(Math.max(to - from, 0)).keys()].map((step) => text.slice(from + step));
  const any = /^\*+/.exec(pattern)?.[0];
  if (any) return rests(0, text.length + 1).some((rest) => means(pattern.slice(any.length), rest));
  const name = /^\/:[a-z-]+/.exec(pattern)?.[0];
  if (name) {
    const end = text.indexOf('/', 1);
    const part = rests(2, (end < 0 ? text.length : end) + 1);
    return text.startsWith('/') && part.some((rest) => means(pattern.slice(name.length), rest));
  }
  return text[0] === pattern[0] && means(pattern.slice(1), text.slice(1));
};

/** Few letters, so that much matches by chance. */
const letters = (...more: string[]) =>
  fc
    .array(fc.constantFrom('a', 'b', '/', '/a', ...more), { maxLength: 9 })
    .map((all) => all.join(''));
const pattern = letters('*', '*', '/:x', '/:yy', '.', '-').map((path) => `/${path}`);
const address = letters('.', '-').map((path) => `/${path}`);
const withoutEnd = (path: string) => path.replace(/\/$/, '');

/** One part of a path as people and shops have them, with letters that are percent-encoded in addresses. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !/[/?#%*:\\]/.test(text));

describe('a page pattern, whatever it is', () => {
  test('means what the plainest reading of it means', () => {
    let matched = 0;
    fc.assert(
      fc.property(pattern, address, (pattern, path) => {
        const meant = means(withoutEnd(pattern), withoutEnd(path));
        matched += Number(meant);
        expect(matchesPage(pattern, path)).toBe(meant);
      }),
      { numRuns: 20_000 },
    );
    // Agreeing on "no" alone would prove little.
    expect(matched).toBeGreaterThan(1_000);
  });

  test('matches the address that was made from it, encoded as browsers do, and none with a part more', () => {
    const part = fc.oneof(
      word.map((text) => ({ pattern: text, path: text })),
      word.map((text) => ({ pattern: ':name', path: text })),
      fc.tuple(word, word).map(([a, b]) => ({ pattern: `${a}*`, path: a + b })),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.boolean(), (parts, slash) => {
        const pattern = `/${parts.map((part) => part.pattern).join('/')}`;
        const typed = `/${parts.map((part) => encodeURI(part.path)).join('/')}`;
        const { pathname } = new URL(typed, 'https://shop.example');
        // Dots are folders to an address, not names.
        fc.pre(pathname === typed);
        expect(matchesPage(pattern, pathname + (slash ? '/' : ''))).toBe(true);
        expect(matchesPage(`${pattern}/*`, `${pathname}/more`)).toBe(true);
        expect(matchesPage(`/before${pattern}`, pathname)).toBe(false);
        if (!pattern.includes('*')) expect(matchesPage(pattern, `${pathname}/more`)).toBe(false);
      }),
    );
  });

  test('finds its parameters among others, in any order, and misses one that is not there', () => {
    const query = fc.dictionary(word, word, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
    fc.assert(
      fc.property(query, query, (wanted, others) => {
        const all = Object.entries({ ...others, ...wanted }).reverse();
        const asked = Object.entries(wanted);
        const pattern = `/s?${new URLSearchParams(asked)}`;
        expect(matchesPage(pattern, '/s', `?${new URLSearchParams(all)}`)).toBe(true);
        const [gone] = asked[0] ?? [];
        const left = all.filter(([key]) => key !== gone);
        expect(matchesPage(pattern, '/s', `?${new URLSearchParams(left)}`)).toBe(false);
      }),
    );
  });

  // Not timed: with steps by the sixth power of the length they would not end within this century.
  test.each([
    ['/*a*a*a*a*a*b', `/${'a'.repeat(2_000)}`],
    ['/*/*/*/*/*/x', '/a'.repeat(1_000)],
    ['/*/:a/*/:b/*/:c/x', '/a'.repeat(1_000)],
    [`${'/:id'.repeat(40)}/x`, '/a'.repeat(1_000)],
    [`/${'*a'.repeat(60)}b`, `/${'a'.repeat(2_000)}`],
  ])('gives up on %.20s… in a long address', (pattern, path) => {
    expect(matchesPage(pattern, path)).toBe(false);
    expect(matchesPage('/s?q=*', '/s', `?q=${path}`)).toBe(true);
  });
});
