import { describe, expect, it } from 'vitest';
import { matchesPage } from './match.js';

const cases: [pattern: string, path: string, search: string, matches: boolean][] = [
  ['/', '/', '', true],
  ['/', '/cart', '', false],
  ['/cart', '/cart', '', true],
  ['/cart', '/cart/', '', true],
  ['/cart/', '/cart', '', true],
  ['/cart', '/carts', '', false],
  ['/cart', '/Cart', '', false],
  ['/products/:id', '/products/17', '', true],
  ['/products/:id', '/products/', '', false],
  ['/products/:id', '/products/17/reviews', '', false],
  ['/products/:id/reviews', '/products/17/reviews', '', true],
  ['/help/*', '/help', '', true],
  ['/help/*', '/help/', '', true],
  ['/help/*', '/help/returns/how', '', true],
  ['/help/*', '/helper', '', false],
  ['/*/checkout', '/ko/checkout', '', true],
  ['/*', '/', '', true],
  ['/*', '/anything/at/all', '', true],
  ['*', '/anything', '', true],
  ['/a*b*c', '/a1b2c', '', true],
  ['/a/**/b', '/a/x/b', '', true],
  ['/a.b', '/axb', '', false],
  ['/s?q=*', '/s', '?q=sofa&page=2', true],
  ['/s?q=*', '/s', '?q=', true],
  ['/s?q=*', '/s', '?page=2', false],
  ['/s?q=*', '/s', '', false],
  ['/s?type=chair&q=*', '/s', '?q=x&type=chair', true],
  ['/s?type=chair', '/s', '?type=sofa', false],
  ['/s?q=sofa', '/s', '?q=sofa/', false],
  ['/s?next=/a?b', '/s', '?next=/a?b', true],
  ['/s?next=/a?b', '/s', '?next=/a', false],
  ['/상품/:이름', '/%EC%83%81%ED%92%88/%EC%9D%98%EC%9E%90', '', true],
  ['/a*b/:id/c*d', '/ab/b/1/c/d', '', true],
  ['/상품/*', '/%EC%83%81%ED%92%88/1', '', true],
  ['/%EC%83%81%ED%92%88', '/%EC%83%81%ED%92%88', '', true],
  ['/100%', '/100%', '', true],
  ['/c++/(new)', '/c++/(new)', '', true],
];

describe('a page pattern', () => {
  it.each(cases)('%s on %s%s: %s', (pattern, path, search, matches) => {
    expect(matchesPage(pattern, path, search)).toBe(matches);
  });
});
