import type { Context } from 'hono';

/** Any page may read the answer, and how long it was asked to wait: without the second header a browser hides that. */
export const openToAnyOrigin = (c: Context): void => {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Access-Control-Expose-Headers', 'Retry-After');
};
