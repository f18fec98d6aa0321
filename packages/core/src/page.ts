/**
 * What the site's settings and the page's elements say: which rule means this page, and which touchpoints came
 * into view. Downloaded where the site has rules or the page has touchpoints.
 */
import {
  matchesPage,
  NINE_STAGES,
  type Explanation,
  type PageSettings,
  type TouchpointSettings,
} from '@wayfelt/protocol';
import type { Core } from './core.js';
import { isInView, SHARES } from './in-view.js';
import { nearest } from './nearest.js';
import { attribute, STAGE, TOUCHPOINT, type Found } from './stage.js';

/** An element counts as met when it was in view for so long. */
const MET_AFTER_MS = 1_000;

/** Whether a pattern of the settings means the page that is open now. */
export const isOn = (pattern: string): boolean =>
  matchesPage(pattern, location.pathname, location.search);

/** Whether a touchpoint of the settings is on the page that is open now. */
export const isHere = ({ id, places = [] }: Pick<TouchpointSettings, 'id' | 'places'>): boolean =>
  !!document.querySelector(`[${TOUCHPOINT}="${CSS.escape(id)}"]`) ||
  places.some((place) => {
    if (place.by === 'call' || (place.match && !isOn(place.match))) return false;
    return place.by === 'page' || !!document.querySelector(place.selector);
  });

/** Every source that names a stage for this page, strongest first: the first one won. */
export const sourcesOf = (
  { stage, stageFrom }: Found,
  script: string | undefined,
  { rules = [] }: PageSettings,
): Explanation['sources'] => {
  const named: [Explanation['sources'][number]['from'], string | null | undefined][] = [
    ['call', stageFrom === 'call' ? stage : undefined],
    ['element', attribute(`[${STAGE}]`, STAGE)],
    ['meta', attribute('[name="wayfelt:stage"]', 'content')],
    ['script', script],
  ];
  const said = named.flatMap(([from, stage]) => (stage ? [{ from, stage }] : []));
  const ruled = rules
    .filter(({ match }) => isOn(match))
    .map(({ match, stage }) => ({ from: 'rule' as const, stage, match }));
  return [...said, ...ruled];
};

/** `look` is called whenever the page may have changed. */
export const readPage = (core: Core): { look(): void } => {
  const { settings, met, meet, guard, fail } = core;
  let watched = new Map<Element, Set<string>>();
  let view: unknown;
  const told = new Set<string>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const leave = (element: Element) => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  const meetAll = (target: Element) => {
    const stage = target.closest(`[${STAGE}]`)?.getAttribute(STAGE);
    for (const name of watched.get(target) ?? []) meet(name, stage);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target } = entry;
        if (!isInView(entry)) leave(target);
        else if (!timers.has(target)) {
          timers.set(
            target,
            setTimeout(() => guard(() => meetAll(target)), MET_AFTER_MS),
          );
        }
      }
    },
    { threshold: SHARES },
  );
  const watch = (selector: string, id?: string) => {
    for (const element of document.querySelectorAll(selector)) {
      const names = watched.get(element) ?? new Set();
      watched.set(element, names.add(id ?? element.getAttribute(TOUCHPOINT) ?? ''));
    }
  };
  /** Reports a name that nobody defined, once per page. */
  const check = (code: string, name = '', known: readonly string[] = []) => {
    if (!name || !known.length || known.includes(name) || told.has(code + name)) return;
    told.add(code + name);
    fail(code, { name, nearest: nearest(name, known) });
  };
  const matching = () =>
    (settings().rules ?? []).filter((rule) => {
      try {
        return isOn(rule.match);
      } catch {
        check('bad-rule', String(rule?.match), ['']);
        return false;
      }
    });

  core.rules = (touchpoint) => {
    const rules = matching();
    const own = settings().touchpoints?.find(({ id }) => id === touchpoint)?.stage;
    const stage = own ?? rules[0]?.stage;
    const others = rules.map((rule) => rule.stage).filter((other) => other !== rules[0]?.stage);
    return { stage, ...(others.length > 0 && { alsoStages: [...new Set(others)].slice(0, 12) }) };
  };
  // The rules may name the stage of this page, which was looked at without them.
  queueMicrotask(() => guard(() => core.setSettings(settings())));

  return {
    look() {
      if (document.hidden || view !== met()) {
        // What was in view a moment ago no longer counts, and each counts again in a new page view.
        view = met();
        observer.disconnect();
        for (const element of timers.keys()) leave(element);
      }
      if (document.hidden) return;
      const { stages, touchpoints, consent } = settings();
      if (consent === 'required' && core.me().consent === undefined && core.tier()) core.setTier(0);
      check('unknown-stage', core.found().stage, stages ?? NINE_STAGES);
      for (const name of met())
        check(
          'unknown-touchpoint',
          name,
          touchpoints?.map(({ id }) => id),
        );
      const pageTouchpoint = matching()[0]?.touchpoint;
      if (pageTouchpoint) meet(pageTouchpoint);
      const before = watched;
      watched = new Map();
      watch(`[${TOUCHPOINT}]`);
      for (const { id, places } of touchpoints ?? []) {
        for (const place of places ?? []) {
          try {
            if (place.by === 'call' || (place.match && !isOn(place.match))) continue;
            if (place.by === 'selector') {
              watch(place.selector, id);
              continue;
            }
          } catch {
            if (place?.by === 'selector') check('bad-selector', String(place.selector), ['']);
            else check('bad-rule', id, ['']);
            continue;
          }
          meet(id);
        }
      }
      for (const [element, names] of watched) {
        // Frameworks make another touchpoint of the same element; it is looked at anew then.
        if ([...names].some((name) => !before.get(element)?.has(name))) {
          observer.unobserve(element);
          leave(element);
        }
        observer.observe(element);
      }
    },
  };
};
