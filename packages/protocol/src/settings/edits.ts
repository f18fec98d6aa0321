import type { Stage } from '../journeys.js';
import { matchesPage } from '../match.js';
import type { PageRule, SiteSettings, TouchpointSettings } from '../settings.js';

/**
 * A rule by which `page` is in this stage. A rule of the same pattern is changed; a new one stands before the
 * first that matches the page so far, since the first rule that matches wins.
 */
export const withRule = (
  settings: SiteSettings,
  rule: Omit<PageRule, 'id'>,
  page: string,
  search = '',
): SiteSettings => {
  const rules = [...settings.rules];
  const same = rules.findIndex(({ match }) => match === rule.match);
  const first = rules.findIndex(({ match }) => matchesPage(match, page, search));
  const id = same >= 0 ? (rules[same]?.id ?? '') : freeId('rule', rules);
  if (same >= 0) rules.splice(same, 1);
  const wins = same >= 0 && (first < 0 || same <= first);
  rules.splice(wins ? same : first < 0 ? rules.length : first, 0, { ...rule, id });
  return { ...settings, rules };
};

/** The touchpoint, new or in place of the one with its id (or with `before`, where the id itself changed). */
export const withTouchpoint = (
  settings: SiteSettings,
  touchpoint: TouchpointSettings,
  before = touchpoint.id,
): SiteSettings => {
  const touchpoints = [...settings.touchpoints];
  const index = touchpoints.findIndex(({ id }) => id === before);
  if (index < 0) touchpoints.push(touchpoint);
  else touchpoints[index] = touchpoint;
  return { ...settings, touchpoints };
};

/** The journey with one more stage, at the end or after the one named. */
export const withStage = (settings: SiteSettings, stage: Stage, after?: string): SiteSettings => {
  const stages = [...settings.journey.stages];
  const index = stages.findIndex(({ id }) => id === after);
  stages.splice(index < 0 ? stages.length : index + 1, 0, stage);
  return { ...settings, journey: { ...settings.journey, stages } };
};

/** `rule-1`, `rule-2` …: the first that nobody has. */
export const freeId = (prefix: string, items: readonly { id: string }[]): string => {
  const taken = new Set(items.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
};

/** A name as an id: small letters, digits, hyphens; letters of other scripts stay. `''` where nothing is left. */
export const idOfName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
