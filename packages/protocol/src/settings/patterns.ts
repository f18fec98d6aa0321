/**
 * Page patterns that a person may mean by one address, the narrowest first: the page itself, the page with its
 * changing parts named (`/products/:id`), everything below its first part (`/products/*`).
 */
export const patternsFor = (path: string, search = ''): string[] => {
  const clean = path.replace(/\/$/, '') || '/';
  const parts = clean.split('/').slice(1);
  const query = [...new URLSearchParams(search).keys()].filter((key) => !NOT_THE_PAGE.test(key));
  const patterns = [clean, generalPattern(clean)];
  for (const key of query.slice(0, 2)) patterns.push(`${generalPattern(clean)}?${key}=*`);
  for (let depth = parts.length - 1; depth >= 1; depth--)
    patterns.push(`${generalPattern(`/${parts.slice(0, depth).join('/')}`)}/*`);
  return [...new Set(patterns)];
};

/** The path with the parts that look like ids, numbers and dates named: `/orders/2024-0017/items` → `/orders/:id/items`. */
export const generalPattern = (path: string): string =>
  path
    .split('/')
    .map((part) => (CHANGING.some((kind) => kind.test(part)) ? ':id' : part))
    .join('/');

/** Numbers; UUIDs and other long hexadecimals; dates and order numbers; names that end in a number of a product. */
const CHANGING = [
  /^\d+$/,
  /^[0-9a-f]{8,}(-[0-9a-f]{4,})*$/i,
  /^[\w.-]*\d{4,}[\w.-]*$/,
  /^(?=.*\d)(?=.*[A-Z])[A-Za-z0-9_-]{8,}$/,
  /^:\w+$/,
];

/** Parameters that say where a visitor came from, not what the page is. */
const NOT_THE_PAGE = /^(utm_|gclid|fbclid|msclkid|ref$|source$)/;
