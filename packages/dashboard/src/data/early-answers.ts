import type { Api } from './api.js';

/** What was asked for before the dashboard's code had arrived, by its address. Each is taken once. */
interface EarlyWindow extends Window {
  wayfeltEarly?: Map<string, Promise<unknown>>;
}

export const keepEarly = (window: EarlyWindow, address: string, answer: Promise<unknown>): void => {
  // Whoever takes it is told; where nobody does, nothing was lost.
  answer.catch(() => {});
  (window.wayfeltEarly ??= new Map()).set(address, answer);
};

/** Asks for all of them in one request, and keeps each. */
export const keepTogether = (
  window: EarlyWindow,
  get: Api['get'],
  addresses: readonly string[],
): void => {
  const asked = get<{ answers: { status: number; body: unknown }[] }>('/v1/together', {
    ask: addresses,
  });
  addresses.forEach((address, index) =>
    keepEarly(
      window,
      address,
      asked.then(({ answers }) => {
        const answer = answers[index];
        if (answer?.status !== 200) throw new Error(`${address}: ${answer?.status}`);
        return answer.body;
      }),
    ),
  );
};

/** Resolves to what came early, else to what `ask` gives: a refusal is asked for again, and explained then. */
export const takeEarly = async <T>(
  window: EarlyWindow,
  address: string,
  ask: () => Promise<T>,
): Promise<T> => {
  const early = window.wayfeltEarly?.get(address);
  if (!early) return await ask();
  window.wayfeltEarly?.delete(address);
  // the caller names the type, as it does where it asks
  return await (early as Promise<T>).catch(ask);
};

/** An API whose first answers may be there already. */
export const withEarly = (window: EarlyWindow, api: Api): Api => ({
  ...api,
  get: (path, query, signal) =>
    takeEarly(window, api.url(path, query), () => api.get(path, query, signal)),
});
