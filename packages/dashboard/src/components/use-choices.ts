import { useEffect } from 'preact/hooks';
import type { Sites } from '../site.js';

export interface KnownChoices {
  touchpoints: string[];
  /** Values that visitors of this period really have, most frequent first. */
  known: (by: 'locale' | 'source') => string[];
}

/** What may be chosen, as far as it is known by now; asking for it begins when somebody looks. */
export const useChoices = (sites: Sites): KnownChoices => {
  useEffect(sites.wantChoices, [sites]);
  const { value } = sites.choices.state.value;
  return {
    touchpoints: value?.touchpoints.flatMap(({ touchpoint }) => touchpoint || []) ?? [],
    known: (by) =>
      [...(value?.response.raters.find((group) => group.by === by)?.values ?? [])]
        .sort((a, b) => b.met - a.met)
        .map((group) => group.value)
        .filter(Boolean),
  };
};
