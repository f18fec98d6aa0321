import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Appearance, DashboardLanguage } from '@wayfelt/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import {
  changeParams,
  filtersOf,
  formatAddress,
  parseAddress,
  type Address,
  type ScreenId,
} from './address.js';
import type { Api } from './data/api.js';
import type { Live } from './data/live.js';
import { rememberChoice } from './data/remember.js';
import { createFormats, loadTexts, type Formats } from './language.js';
import type { Texts } from './texts/en.js';

/** Whose secret the link held that the collector does not take. */
export type RefusedLink = 'token' | 'share';

/** Everything that screens share. One per page; tests make their own. */
export interface Dashboard {
  api: Api;
  live: Live;
  address: ReadonlySignal<Address>;
  language: ReadonlySignal<DashboardLanguage>;
  texts: ReadonlySignal<Texts>;
  formats: ReadonlySignal<Formats>;
  appearance: ReadonlySignal<Appearance>;
  /** The page was opened by a link that is not, or no longer, good. */
  refusedLink: RefusedLink | undefined;
  /** A link to a screen; filters stay. */
  href(screen: ScreenId, rest?: string, changes?: Changes): string;
  /** Changes parameters of this view. Replaces the entry in the history where `quietly`. */
  change(changes: Changes, quietly?: 'quietly'): void;
  setLanguage(language: DashboardLanguage): Promise<void>;
  setAppearance(appearance: Appearance): void;
  now(): number;
}

export type Changes = { [name: string]: string | undefined };

export interface DashboardParts {
  api: Api;
  live: Live;
  window: Window;
  language: DashboardLanguage;
  texts: Texts;
  appearance: Appearance;
  refusedLink?: RefusedLink | undefined;
  now?: () => number;
}

export const createDashboard = (parts: DashboardParts): Dashboard => {
  const { api, live, window } = parts;
  const read = (): Address => parseAddress(window.location.hash);
  const address = signal(read());
  const language = signal(parts.language);
  const texts = signal(parts.texts);
  const appearance = signal(parts.appearance);
  // every link of a screen has them
  const filters = computed(() => filtersOf(address.value.params));
  window.addEventListener('hashchange', () => (address.value = read()));
  effect(() => {
    const root = window.document.documentElement;
    root.lang = language.value;
    root.dataset['appearance'] = appearance.value;
  });

  return {
    api,
    live,
    address,
    language,
    texts,
    appearance,
    refusedLink: parts.refusedLink,
    formats: computed(() => createFormats(language.value)),
    href: (screen, rest = '', changes = {}) =>
      formatAddress({
        screen,
        rest,
        params: changeParams(filters.value, changes),
      }),
    change(changes, quietly) {
      const next = { ...address.peek(), params: changeParams(address.peek().params, changes) };
      const hash = formatAddress(next);
      if (quietly) {
        window.history.replaceState(null, '', hash);
        address.value = next;
      } else window.location.hash = hash;
    },
    async setLanguage(wanted) {
      texts.value = await loadTexts(wanted);
      language.value = wanted;
      rememberChoice(window, 'language', wanted);
    },
    setAppearance(wanted) {
      appearance.value = wanted;
      rememberChoice(window, 'appearance', wanted);
    },
    now: parts.now ?? Date.now,
  };
};

export const DashboardContext = createContext<Dashboard | undefined>(undefined);

/** The dashboard around this component. */
export const useDashboard = (): Dashboard => {
  const dashboard = useContext(DashboardContext);
  if (!dashboard) throw new Error('useDashboard is called outside of a DashboardContext.Provider.');
  return dashboard;
};
