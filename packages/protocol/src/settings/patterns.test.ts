import { describe, expect, it } from 'vitest';
import { matchesPage } from '../match.js';
import { nearestName } from './nearest.js';
import { generalPattern, patternsFor } from './patterns.js';

describe('patterns proposed for an address', () => {
  it('go from this page to everything below', () => {
    expect(patternsFor('/products/4711/reviews', '?page=2&utm_source=mail')).toEqual([
      '/products/4711/reviews',
      '/products/:id/reviews',
      '/products/:id/reviews?page=*',
      '/products/:id/*',
      '/products/*',
    ]);
    expect(patternsFor('/')).toEqual(['/']);
    expect(patternsFor('/cart/')).toEqual(['/cart']);
  });

  it.each(['/', '/cart', '/products/17', '/ko/상품/2024-000012?x=1', '/o/a1B2c3D4e5'])(
    'all mean %s itself',
    (address) => {
      const [path = '', search = ''] = address.split(/(?=\?)/);
      for (const pattern of patternsFor(path, search))
        expect(matchesPage(pattern, path, search), pattern).toBe(true);
    },
  );

  it.each([
    ['/products/17', '/products/:id'],
    ['/orders/2024-000017/items', '/orders/:id/items'],
    ['/u/3f2b8c1e-9d4a-4f6b-8a7c-1e2d3c4b5a69', '/u/:id'],
    ['/help/returns', '/help/returns'],
    ['/v2/docs', '/v2/docs'],
  ])('name the changing parts of %s', (path, pattern) => {
    expect(generalPattern(path)).toBe(pattern);
  });
});

describe('the nearest known name', () => {
  const known = ['search/results', 'search/filter', 'consideration', 'after-service'];
  it.each([
    ['serach/results', 'search/results'],
    ['considerations', 'consideration'],
    ['afterservice', 'after-service'],
    ['Search/Filter', 'search/filter'],
    ['checkout', undefined],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });
});
