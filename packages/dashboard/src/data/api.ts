/** Why the collector did not give what was asked: each has its own screen. */
export type Trouble = 'signed-out' | 'forbidden' | 'missing' | 'offline' | 'busy' | 'broken';

/** What went wrong, in a form that screens can explain; `detail` is the collector's own sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly trouble: Trouble,
    readonly detail: string,
  ) {
    super(`${trouble}: ${detail}`);
  }
}

/** Values of a query; absent ones are left out, lists are given value by value. */
export type Query = { readonly [name: string]: string | number | readonly string[] | undefined };

export interface Api {
  /** Rejects with `ApiError`; aborts quietly with the signal. */
  get<T>(path: string, query?: Query, signal?: AbortSignal): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** The address of a path with its query, for downloads and streams. */
  url(path: string, query?: Query): string;
}

const troubleOf = (status: number): Trouble => {
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'missing';
  return status === 429 || status === 503 ? 'busy' : 'broken';
};

/** The collector behind one origin (`''`: where the page came from), spoken to with the session's cookie. */
export const createApi = (fetcher: typeof fetch, origin = ''): Api => {
  const url = (path: string, query: Query = {}): string => {
    const given = Object.entries(query).flatMap(([name, value = '']) =>
      [value].flat().flatMap((one) => (one === '' ? [] : [[name, String(one)]])),
    );
    return origin + path + (given.length > 0 ? `?${new URLSearchParams(given)}` : '');
  };

  const ask = async <T>(address: string, init: RequestInit): Promise<T> => {
    let response: Response;
    try {
      response = await fetcher(address, { credentials: 'same-origin', ...init });
    } catch (cause) {
      if (init.signal?.aborted) throw cause;
      throw new ApiError('offline', String(cause));
    }
    if (!response.ok) throw await refusalOf(response);
    // The caller names the type: the collector's answers are checked by its own tests, not again here.
    return (response.status === 204 ? undefined : await response.json()) as T;
  };

  return {
    url,
    get: (path, query, signal) => ask(url(path, query), signal ? { signal } : {}),
    send: (method, path, body) =>
      ask(url(path), {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
  };
};

/** Why the collector, or what stands before it, refused. */
export const refusalOf = async (response: Response): Promise<ApiError> =>
  new ApiError(troubleOf(response.status), await sentenceOf(response));

/** The collector explains itself as `{"error": "…"}`; anything else is taken as it stands. */
const sentenceOf = async (response: Response): Promise<string> => {
  const text = await response.text().catch(() => '');
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer && 'error' in answer) {
      const { error } = answer;
      if (typeof error === 'string') return error;
      if (typeof error === 'object' && error && 'message' in error) return String(error.message);
    }
  } catch {
    // Not JSON: a proxy's page, or nothing.
  }
  return text.slice(0, 200) || `HTTP ${response.status}`;
};
