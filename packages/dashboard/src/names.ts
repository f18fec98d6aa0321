import type { SiteSettings } from '@wayfelt/protocol';
import type { Texts } from './texts/en.js';

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
  return own?.[language] ?? own?.['en'] ?? builtIn[id] ?? id;
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
