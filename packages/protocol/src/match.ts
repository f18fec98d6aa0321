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
  const [wantedPath = '', wantedQuery] = pattern.split('?');
  if (!textPattern(decoded(wantedPath).replace(/\/$/, '')).test(decoded(path))) return false;
  if (!wantedQuery) return true;
  const query = new URLSearchParams(search);
  return [...new URLSearchParams(wantedQuery)].every(([key, value]) =>
    query.getAll(key).some((given) => textPattern(value).test(given)),
  );
};

const textPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\/\.\*$/, '(/.*)?')
      .replace(/\/:[\w-]+/g, '/[^/]+')}/?$`,
    's',
  );

/** A path that is not valid percent-encoding is compared as it stands. */
const decoded = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};
