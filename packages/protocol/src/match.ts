/**
 * Whether a page is meant by a rule's pattern: a path with wildcards and named parts, optionally with a query.
 *
 * `*` is any text, slashes included, and a last `/*` also matches the folder itself; `:name` is one part of the
 * path; a slash at the end does not matter. Every parameter of the pattern's query must be in the page's query,
 * further ones do not matter. Letters are compared as they are, after percent-decoding.
 *
 *     matchesPage('/products/:id', '/products/17')       // true
 *     matchesPage('/help/*', '/help')                    // true
 *     matchesPage('/s?q=*', '/s', '?q=sofa&page=2')      // true
 */
export const matchesPage = (pattern: string, path: string, search = ''): boolean => {
  const [wantedPath = '', ...wantedQuery] = pattern.split('?');
  if (!textPattern(pathOf(wantedPath)).test(pathOf(path))) return false;
  const query = new URLSearchParams(search);
  return [...new URLSearchParams(wantedQuery.join('?'))].every(([key, value]) =>
    query.getAll(key).some((given) => textPattern(value).test(given)),
  );
};

/**
 * What stands between two wildcards is looked for once, where it comes first, and is not looked for again when the
 * rest does not match (`(?=(…))\1` is JavaScript's atomic group): no address takes longer than its length squared,
 * which `.*a.*a.*a` would.
 */
const textPattern = (text: string): RegExp => {
  const [folder = '', below] = /\/\*+$/.test(text)
    ? [text.replace(/\/\*+$/, ''), '(/.*)?']
    : [text, ''];
  const [first, ...others] = folder
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\/:[\p{L}\w-]+/gu, '/[^/]+?')
    .split(/\*+/);
  const last = others.pop();
  const between = others.map((other, i) => `(?=(.*?${other}))\\${i + 1}`).join('');
  const end = last === undefined ? '' : `.*${last}`;
  return new RegExp(`^${first}${between}${end}${below}$`, 's');
};

const pathOf = (path: string): string => decoded(path).replace(/\/$/, '');

/** A path that is not valid percent-encoding is compared as it stands. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
