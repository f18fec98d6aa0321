import { DEFAULT_ASKING, DEFAULT_SETTINGS } from '../defaults.js';
import type {
  AskingSettings,
  PageSettings,
  SiteSettings,
  TouchpointSettings,
} from '../settings.js';

/**
 * What a page needs of a site's settings, and nothing that equals a default: names, standards and beliefs stay
 * with the team. `version` becomes part of it, so that a page can say which settings it follows.
 */
export const toPageSettings = (settings: SiteSettings, version?: number): PageSettings => {
  const { journey, rules, touchpoints, texts, theme, privacy } = settings;
  const asking = asked(settings.asking);
  return {
    ...(version === undefined ? {} : { version }),
    ...(sameJourney(settings)
      ? {}
      : { stages: journey.stages.map(({ id }) => id), crossing: journey.crossing }),
    ...filled('rules', rules.map(pageRule)),
    ...filled('touchpoints', touchpoints.map(pageTouchpoint)),
    ...filled('asking', asking),
    ...filled('texts', texts),
    ...filled('theme', theme),
    ...(privacy.consent === DEFAULT_SETTINGS.privacy.consent ? {} : { consent: privacy.consent }),
    ...(privacy.comments ? {} : { comments: false }),
  };
};

const sameJourney = ({ journey }: SiteSettings): boolean => {
  const { stages, crossing } = DEFAULT_SETTINGS.journey;
  return (
    journey.crossing === crossing &&
    journey.stages.length === stages.length &&
    journey.stages.every(({ id }, index) => id === stages[index]?.id)
  );
};

const asked = (asking: AskingSettings): Partial<AskingSettings> =>
  Object.fromEntries(
    Object.entries(asking).filter(
      ([name, value]) => DEFAULT_ASKING[name as keyof AskingSettings] !== value,
    ),
  );

const pageRule = ({ match, stage, touchpoint }: SiteSettings['rules'][number]) => ({
  match,
  stage,
  ...(touchpoint === undefined ? {} : { touchpoint }),
});

/** A place `call` says nothing to a page: there the page itself says where. */
const pageTouchpoint = (touchpoint: TouchpointSettings) => {
  const { id, stage, places = [], ask, texts, reasons, intent, contact, wanted } = touchpoint;
  return {
    id,
    stage,
    ...filled(
      'places',
      places.filter(({ by }) => by !== 'call'),
    ),
    ...(ask ? { ask } : {}),
    ...filled('texts', texts ?? {}),
    ...filled('reasons', reasons ?? []),
    ...(intent ? { intent } : {}),
    ...(contact ? { contact } : {}),
    ...(wanted === undefined ? {} : { wanted: Math.round(wanted * 100) / 100 }),
  };
};

/** `{ name: value }`, or nothing where the value is empty. */
const filled = <N extends string, V extends object>(name: N, value: V): { [K in N]?: V } =>
  Object.keys(value).length > 0 ? ({ [name]: value } as { [K in N]: V }) : {};
