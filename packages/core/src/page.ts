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
import { nearest } from './nearest.js';
import { attribute, STAGE, TOUCHPOINT, type Found } from './stage.js';

/** An element counts as met when it was in view for so long. */
const MET_AFTER_MS = 1_000;

/**
 * Half of the element, and ever smaller shares for elements so tall that half a viewport of them is little:
 * down to 1/750 of their height.
 */
const SHARES = [...Array(24).keys()].map((step) => 0.5 * 0.75 ** step);

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
  let watched: [Element, string][] = [];
  let view: unknown;
  const told = new Set<string>();
  const timers = new Map<Element, ReturnType<typeof setTimeout>>();
  const leave = (element: Element) => {
    clearTimeout(timers.get(element));
    timers.delete(element);
  };
  const meetAll = (target: Element) => {
    for (const [element, name] of watched) {
      if (element === target) meet(name, element.closest(`[${STAGE}]`)?.getAttribute(STAGE));
    }
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, intersectionRatio, intersectionRect } of entries) {
        if (intersectionRatio < 0.5 && intersectionRect.height < innerHeight / 2) leave(target);
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
      watched.push([element, id ?? element.getAttribute(TOUCHPOINT) ?? '']);
      observer.observe(element);
    }
  };
  /** Reports a name that nobody defined, once per page. */
  const check = (code: string, name = '', known: readonly string[] = []) => {
    if (!name || !known.length || known.includes(name) || told.has(code + name)) return;
    told.add(code + name);
    fail(code, { name, nearest: nearest(name, known) });
  };
  const matching = () =>
    (settings().rules ?? []).filter(({ match }) => {
      try {
        return isOn(match);
      } catch (cause) {
        check('bad-rule', String(match), ['']);
        void cause;
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
      watched = [];
      watch(`[${TOUCHPOINT}]`);
      for (const { id, places } of touchpoints ?? []) {
        for (const place of places ?? []) {
          if (place.by === 'call' || (place.match && !isOn(place.match))) continue;
          if (place.by === 'page') meet(id);
          else {
            try {
              watch(place.selector, id);
            } catch {
              check('bad-selector', place.selector, ['']);
            }
          }
        }
      }
    },
  };
};
