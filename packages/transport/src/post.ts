import { LIMITS, type Refusal } from '@wayfelt/protocol';
import type { Item, OutboxOptions } from './types.js';

/** Longer than a slow phone network needs for 64 KB, shorter than anyone's patience with a hung server. */
const TIMEOUT_MS = 20_000;

/** Compressing less than about one network packet saves nothing. */
const GZIP_FROM = 1_400;

/** What one request came to. */
export interface Answer {
  /** 0: none at all; offline, blocked, cut off or timed out, a page cannot tell which. 413: send fewer at once. */
  status: number;
  /** The receiver's own word on every record of the request; only those named here it did not take. */
  rejected?: Refusal[];
  /** `Retry-After` as it came. */
  retryAfter?: string | null;
}

const compress = (text: string) =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip')), {
    headers: { 'Content-Type': 'text/plain' },
  }).blob();

/**
 * One POST, a simple request (`text/plain`, no credentials), so no preflight. `urgent` goes out in this very task
 * and outlives the page. Never rejects.
 */
export const post = async (
  { endpoint, site, sdk }: OutboxOptions,
  records: Item[],
  urgent: boolean,
): Promise<Answer> => {
  const answer: Answer = { status: 0 };
  /** Only the receiver itself may condemn a record: a portal or proxy on the way does not speak JSON. */
  const condemn = (status: number) => {
    answer.status = 413;
    if (!records[1])
      answer.rejected = records.map(({ id }) => ({ id, reason: `status ${status}` }));
  };
  try {
    let body: string | Blob = JSON.stringify({ site, sdk, sentAt: Date.now(), records });
    if (new Blob([body]).size > LIMITS.batchBytes) condemn(413);
    else {
      if (!urgent && body.length > GZIP_FROM && self.CompressionStream) body = await compress(body);
      const response = await fetch(endpoint, {
        method: 'POST',
        body,
        keepalive: urgent,
        credentials: 'omit',
        signal: AbortSignal.timeout?.(TIMEOUT_MS),
      });
      const { status } = response;
      answer.status = status;
      answer.retryAfter = response.headers.get('Retry-After');
      // Every body is read: on Chromium an unread one keeps its share of the keepalive quota.
      const word = JSON.parse(await response.text());
      if (status === 400 || status === 413 || status === 422) condemn(status);
      // One sum checks the shape too: anything that is no receipt makes it NaN or text, or throws.
      else if (word.accepted + word.duplicates + word.rejected.length === records.length) {
        answer.rejected = word.rejected;
      }
    }
  } catch {
    // Then there is no receipt, and the records stay.
  }
  return answer;
};
