import { signal, type ReadonlySignal } from '@preact/signals';
import { DEFAULT_SETTINGS, type SiteSettings } from '@wayfelt/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useDashboard } from './state.js';
import type { Texts } from './texts/en.js';

/** The settings of the site that is looked at: they hold the team's own names. */
export const SettingsContext = createContext<ReadonlySignal<SiteSettings>>(
  signal(DEFAULT_SETTINGS),
);

/** The names of stages and touchpoints in the reader's language. */
export const useNames = (): Names => {
  const { texts, language } = useDashboard();
  return namesIn(texts.value, language.value, useContext(SettingsContext).value);
};

export interface Names {
  stage: (id: string | undefined) => string;
  touchpoint: (id: string) => string;
}

export const namesIn = (texts: Texts, language: string, settings: SiteSettings): Names => ({
  stage: (id) => stageName(id, texts, language, settings),
  touchpoint: (id) => touchpointName(id, language, settings),
});

/** A stage's name for readers: the site's own, else the built-in one, else its id as it was given. */
export const stageName = (
  id: string | undefined,
  texts: Texts,
  language: string,
  settings?: Pick<SiteSettings, 'journey'>,
): string => {
  if (!id) return texts.shell.noStage;
  const own = settings?.journey.stages.find((stage) => stage.id === id)?.name;
  const builtIn: { [id: string]: string } = texts.stages;
  // A stage may be called as something that every object has: `constructor`.
  const usual = Object.hasOwn(builtIn, id) ? builtIn[id] : undefined;
  return own?.[language] ?? own?.['en'] ?? usual ?? id;
};

/** A touchpoint's name for readers: the site's own, else its path. */
export const touchpointName = (
  id: string,
  language: string,
  settings: Pick<SiteSettings, 'touchpoints'>,
): string => {
  const name = settings.touchpoints.find((touchpoint) => touchpoint.id === id)?.name;
  return name?.[language] ?? name?.['en'] ?? id;
};
