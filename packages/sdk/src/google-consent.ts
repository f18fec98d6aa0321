import type { Tier } from '@wayfelt/core';

/** An entry of the data layer: `['consent', 'update', { analytics_storage: 'granted' }]`. */
interface Entry {
  0?: unknown;
  1?: unknown;
  2?: { analytics_storage?: unknown };
}

const entries = (): Entry[] => {
  const { dataLayer } = window as { dataLayer?: unknown };
  return Array.isArray(dataLayer)
    ? dataLayer.filter((entry) => entry && entry[0] === 'consent')
    : [];
};

/** Whether this page uses Google Consent Mode. */
export const usesConsentMode = (): boolean => entries().length > 0;

/**
 * What Google Consent Mode says of statistics now; undefined: nothing. The last update counts; before one, a
 * default that denies counts even where it is meant for some regions only, since a page cannot know its region.
 * The data layer is read, never wrapped.
 */
export const consentModeTier = (): Tier | undefined => {
  const said = (command: string) =>
    entries()
      .filter((entry) => entry[1] === command)
      .map((entry) => entry[2]?.analytics_storage)
      .filter((storage) => storage === 'granted' || storage === 'denied');
  const update = said('update').at(-1);
  const defaults = said('default');
  const storage = update ?? (defaults.includes('denied') ? 'denied' : defaults.at(-1));
  if (!storage) return undefined;
  return storage === 'granted' ? 2 : 0;
};
