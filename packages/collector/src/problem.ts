import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why a request is refused, in a sentence for whoever sent it. Thrown anywhere, answered in one place. */
export class Problem extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    sentence: string,
    /** Seconds after which to try again. */
    readonly retryAfter?: number,
  ) {
    super(sentence);
    this.name = 'Problem';
  }
}
