import { matchesPage, type SiteSettings } from '@wayfelt/protocol';
import {
  generalPattern,
  nearestName,
  type Coverage,
  type CoverageGap,
  type PageVisits,
  type UndefinedName,
} from '@wayfelt/protocol/settings-check';
import type { PlaceCounts } from '@wayfelt/report';
import type { PastPlace, StageNow } from './store.js';

/** How many gaps are worth a look at once. */
const GAPS = 100;
const EXAMPLES = 3;

/** What a page is by the rules as they are now; undefined also where the query decides, which no record keeps. */
export const stageByRules = (settings: SiteSettings, page: string): string | undefined => {
  const rule = settings.rules.find(({ match }) => matchesPage(match.split('?')[0] ?? '', page));
  return rule?.match.includes('?') ? undefined : rule?.stage;
};

/**
 * Where stored records belong by the rules as they are now. What the page itself said stays; so does what has a
 * touchpoint that the settings put into a stage by itself, unless that stage changed.
 */
export const stageNow = (settings: SiteSettings): StageNow => {
  const stages = new Map(settings.touchpoints.map(({ id, stage }) => [id, stage]));
  const pages = new Map<string, string | undefined>();
  return ({ page, stage, touchpoint, source }: PastPlace) => {
    if (source !== undefined && source !== 'rule') return undefined;
    if (!pages.has(page)) pages.set(page, stageByRules(settings, page));
    const now = stages.get(touchpoint) ?? pages.get(page);
    return now === stage ? undefined : now;
  };
};

/** What was visited without a stage, with two, or under a name that nobody defined; most visits first. */
export const coverageOf = (
  settings: SiteSettings,
  days: number,
  pages: readonly PageVisits[],
  places: readonly PlaceCounts[],
): Coverage => {
  const known = new Set(settings.journey.stages.map(({ id }) => id));
  const visits = sum(pages);
  const covered = sum(pages.filter(({ stage }) => known.has(stage)));
  const gaps = [
    ...gapsOf(
      'no-stage',
      pages.filter(({ stage }) => stage === ''),
      settings,
    ),
    ...gapsOf(
      'two-stages',
      pages.filter(({ stage, also }) => stage !== '' && also.length > 0),
      settings,
    ),
  ].sort((a, b) => b.visits - a.visits);
  return {
    days,
    visits,
    covered,
    gaps: gaps.slice(0, GAPS),
    undefinedNames: undefinedNames(settings, places),
  };
};

const sum = (pages: readonly PageVisits[]): number =>
  pages.reduce((total, { visits }) => total + visits, 0);

/** Pages that look alike are one gap: one rule closes it. */
const gapsOf = (
  kind: CoverageGap['kind'],
  pages: readonly PageVisits[],
  settings: SiteSettings,
): CoverageGap[] => {
  const gaps = new Map<string, CoverageGap>();
  for (const { page, stage, also, visits } of pages) {
    const match = generalPattern(page);
    const stages = stage === '' ? [] : [stage, ...also];
    const key = JSON.stringify([match, stages]);
    const gap = gaps.get(key) ?? { kind, match, stages, visits: 0, pages: 0, examples: [] };
    gap.visits += visits;
    gap.pages += 1;
    if (gap.examples.length < EXAMPLES) gap.examples.push(page);
    const now = kind === 'no-stage' ? stageByRules(settings, page) : undefined;
    gaps.set(key, now === undefined ? gap : { ...gap, now });
  }
  return [...gaps.values()];
};

const undefinedNames = (
  { journey, touchpoints }: SiteSettings,
  places: readonly PlaceCounts[],
): UndefinedName[] => {
  const stages = journey.stages.map(({ id }) => id);
  const ids = touchpoints.map(({ id }) => id);
  const met = new Map<string, UndefinedName>();
  const add = (kind: UndefinedName['kind'], name: string, known: string[], visits: number) => {
    if (name === '' || known.includes(name)) return;
    const before = met.get(`${kind} ${name}`);
    const nearest = nearestName(name, known);
    met.set(`${kind} ${name}`, {
      kind,
      name,
      ...(nearest === undefined ? {} : { nearest }),
      visits: visits + (before?.visits ?? 0),
    });
  };
  for (const { stage, touchpoint, met: visits } of places) {
    if (touchpoint === undefined) add('stage', stage, stages, visits);
    // A site that defines no touchpoints at all lets its pages name them.
    else if (ids.length > 0) add('touchpoint', touchpoint, ids, visits);
  }
  return [...met.values()].sort((a, b) => b.visits - a.visits).slice(0, GAPS);
};
