import type { Context } from 'hono';

/** Answers a text that is JSON already, to this reader alone. */
export const jsonText = (c: Context, text: string | Uint8Array<ArrayBuffer>): Response => {
  c.header('Content-Type', 'application/json');
  c.header('Cache-Control', 'private, no-store');
  return c.body(text);
};
