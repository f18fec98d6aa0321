import { useEffect, useMemo } from 'preact/hooks';
import { useDashboard } from '../state.js';
import type { Query } from './api.js';
import { createResource, type Resource } from './resource.js';

/**
 * Something of the collector that a screen shows while it is open, followed live. `query` reads signals; while it
 * is undefined, nothing is asked. `deps`: what else it depends on.
 */
export const useFollowed = <T>(
  path: string,
  query: () => Query | undefined,
  deps: readonly unknown[] = [],
): Resource<T> => {
  const { api, live } = useDashboard();
  const resource = useMemo(
    () =>
      createResource<T>(
        () => {
          const wanted = query();
          return wanted && api.url(path, wanted);
        },
        (signal) => api.get<T>(path, query(), signal),
      ),
    [api, path, ...deps],
  );
  useEffect(() => {
    const before = live.pulse.peek();
    const off = live.pulse.subscribe((pulse) => pulse > before && resource.refresh());
    return () => {
      off();
      resource.stop();
    };
  }, [live, resource]);
  return resource;
};
