import { LIMITS, type Receipt } from '@wayfelt/protocol';
import type { Item, OutboxOptions, Page } from './types.js';

/** Longer than a slow phone network needs for 64 KB, shorter than anyone's patience with a hung server. */
const TIMEOUT_MS = 20_000;

/** Compressing less than about one network packet saves nothing. */
const GZIP_FROM = 1_400;

/** What one request came to. `status` 0: no answer at all. */
export interface Answer {
  status: number;
  /** The receiver's own word for every record of the request. */
  receipt?: Receipt;
  /** Whether the receiver itself spoke, in JSON, and not a portal or proxy in between. */
  own?: boolean;
  /** How long it asked to be left alone. */
  waitMs?: number;
}

const compressed = (text: string, page: Page): string | Promise<Blob> =>
  page.CompressionStream && text.length > GZIP_FROM
    ? new Response(new Blob([text]).stream().pipeThrough(new page.CompressionStream('gzip')), {
        headers: { 'Content-Type': 'text/plain' },
      }).blob()
    : text;

/**
 * One POST, a simple request (`text/plain`, no credentials): a browser never sends a preflight for it. `urgent` goes out in
 * this very task and survives the page. Never rejects.
 */
export const post = async (
  records: Item[],
  urgent: boolean,
  { endpoint, site, sdk }: OutboxOptions,
  page: Page,
): Promise<Answer> => {
  const text = JSON.stringify({ site, sdk, sentAt: page.Date.now(), records });
  if (new Blob([text]).size > LIMITS.batchBytes) return { status: 413, own: true };
  const abort = new AbortController();
  const timer = page.setTimeout(() => abort.abort(), TIMEOUT_MS);
  try {
    const response = await page.fetch(endpoint, {
      method: 'POST',
      body: urgent ? text : await compressed(text, page),
      keepalive: urgent,
      credentials: 'omit',
      signal: abort.signal,
    });
    const { status, headers } = response;
    const answer: Answer = { status };
    const retryAfter = headers.get('Retry-After');
    if (retryAfter && status > 400) {
      answer.waitMs = +retryAfter * 1_000 || page.Date.parse(retryAfter) - page.Date.now() || 0;
    }
    try {
      // Every body is read: on Chromium an unread one keeps its share of the keepalive quota.
      const word = JSON.parse(await response.text());
      answer.own = typeof word == 'object';
      // One sum checks the shape too: anything that is no receipt makes it NaN, a string, or throw.
      if (word.accepted + word.duplicates + word.rejected.length === records.length) {
        answer.receipt = word;
      }
    } catch {
      // Not JSON or cut off: then it is no receipt, and the record stays.
    }
    return answer;
  } catch {
    // Offline, blocked, refused, timed out: a page cannot tell which.
    return { status: 0 };
  } finally {
    page.clearTimeout(timer as never);
  }
};
