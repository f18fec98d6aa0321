/** Answers that were asked for before the dashboard's code had arrived, by address. Each is taken once. */
interface EarlyWindow extends Window {
  wayfeltEarly?: Map<string, Promise<Response>>;
}

export const keepEarly = (window: EarlyWindow, url: string, answer: Promise<Response>): void => {
  // Whoever takes it is told; where nobody does, nothing was lost.
  answer.catch(() => {});
  (window.wayfeltEarly ??= new Map()).set(url, answer);
};

/** `fetch`, but for what was asked early. */
export const fetchAfterEarly =
  (window: EarlyWindow, fetcher: typeof fetch): typeof fetch =>
  (input, init) => {
    const early = typeof input === 'string' && window.wayfeltEarly?.get(input);
    if (!early) return fetcher(input, init);
    window.wayfeltEarly?.delete(input);
    return early;
  };
