import {
  LIMITS,
  NINE_STAGES,
  type Kept,
  type PageSettings,
  type RecordType,
  type Standing,
  type WayfeltRecord,
} from '@wayfelt/protocol';
import { createMemory, type Memory, type Tier } from './memory.js';
import { deviceOf, sourceOf } from './origin.js';
import { watchRoute } from './route.js';
import { findStage, STAGE, type Found } from './stage.js';
import { watchTouchpoints } from './touchpoints.js';
import { createUuid } from './uuid.js';

export interface CoreOptions {
  site: string;
  /** From the script's attributes or the options of a bundler. */
  stage?: string | undefined;
  touchpoint?: string | undefined;
  /** `required`: nothing is kept before `consent` was called. */
  consent?: 'required' | 'implied' | undefined;
  locale?: string | undefined;
  settings?: PageSettings | undefined;
  /** Takes each record the moment it is made. */
  record(record: WayfeltRecord, how: { urgent: boolean }): Promise<Kept>;
  /** The tier changed; told before the first record too. */
  onTier(tier: Tier): void;
  onStage(found: Found): void;
  /** A touchpoint was met, once per page view. */
  onMet(name: string): void;
  /** The page was looked at again: settings, route, content or consent may have changed. */
  onLook(): void;
  onUnknown(
    code: 'unknown-stage' | 'unknown-touchpoint',
    name: string,
    known: readonly string[],
  ): void;
  onError(code: string, cause?: unknown): void;
  /** Runs what the browser calls, and takes care of what it throws. */
  guard<T>(run: () => T): T | undefined;
  page: Window & typeof globalThis;
  now(): number;
}

/** The part of a record that is not the same for all. */
type Fields = Record<string, unknown>;

export interface Core {
  page: Window & typeof globalThis;
  memory: Memory;
  now(): number;
  uuid(): string;
  /** Which stage this page view is in, and which source said so. */
  found(): Found;
  /** What identifies this page view: it is another one after each route change. */
  view(): object;
  settings(): PageSettings;
  setSettings(settings: PageSettings): void;
  standing(): Standing;
  setStanding(standing: Standing): void;
  locale(): string;
  /** Makes a record of now and hands it on; absent where consent allows none. */
  record(type: RecordType, fields: Fields, urgent?: boolean): Promise<Kept> | undefined;
  /** The fields that say where `touchpoint` is: its nearest stage. */
  placeOf(touchpoint?: string, element?: Element): Fields;
  stage(name?: string): void;
  meet(touchpoint: string): void;
  isMet(touchpoint: string): boolean;
  setTier(tier: Tier): void;
  /** Begins to watch the page. */
  start(): void;
  /** True: from now on this page records nothing (the labeller tries things). */
  mute(muted: boolean): void;
}

/** A visit ends after so long without a record. */
const VISIT_MS = 1_800_000;
/** Content that changes all the time is looked at in steps of at least this. */
const LOOK_MS = 200;

/** Knows the visitor's stage, touchpoints, standing and consent, and turns what happens into records. */
export const createCore = (options: CoreOptions): Core => {
  const { page, now, guard } = options;
  const { document, location } = page;
  const clock = () => page.performance.now();
  const uuid = createUuid(now);
  const known = new Set<string>();
  let settings = options.settings ?? {};
  let muted = false;
  let started = false;
  let called: string | undefined;
  let found: Found = {};
  /** This page view; `told` once its visit is recorded. */
  let view = { path: '', search: '', page: '', told: false, met: new Set<string>() };
  /** When this stage came into view; absent while the tab is hidden. */
  let since: number | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;

  const setTier = (tier: Tier) => {
    const before = memory.tier();
    memory.setTier(tier);
    options.onTier(tier);
    if (before === 'nothing' && tier !== before) {
      // What is on the page now is met by a visitor who may be counted.
      view.told = false;
      view.met.clear();
      if (started) {
        touchpoints.stop();
        look();
      }
    }
  };
  const memory = createMemory(
    page,
    `wayfelt:${options.site}`,
    () => setTier('nothing'),
    (cause) => options.onError('storage', cause),
  );

  const standing = () => memory.read().standing ?? 'prospect';
  const locale = () =>
    (options.locale || document.documentElement.lang || page.navigator.language).slice(
      0,
      LIMITS.localeLength,
    );

  const record = (type: RecordType, fields: Fields, urgent = false) => {
    const anonymous = memory.tier() === 'nothing';
    if (muted || (anonymous && type !== 'rating')) return undefined;
    const made: Fields = {
      id: uuid(),
      type,
      at: now(),
      standing: standing(),
      stage: found.stage,
      stageFrom: found.stageFrom,
      page: view.page,
      locale: locale(),
      device: deviceOf(page),
      ...fields,
    };
    if (!anonymous) {
      memory.change((me) => {
        me.visitor ??= uuid();
        if (!me.session || Math.abs(now() - (me.activeAt ?? 0)) > VISIT_MS) {
          me.session = uuid();
          me.source = sourceOf(page);
        }
        me.activeAt = now();
        me.seq = (me.seq ?? 0) + 1;
        made['visitor'] = me.visitor;
        made['session'] = me.session;
        made['source'] = me.source;
        made['seq'] = me.seq;
      });
    }
    return options.record(made as unknown as WayfeltRecord, { urgent });
  };

  const check = (
    code: 'unknown-stage' | 'unknown-touchpoint',
    name: string | undefined,
    names?: readonly string[],
  ) => {
    if (name && names?.length && !names.includes(name) && !known.has(code + name)) {
      known.add(code + name);
      options.onUnknown(code, name, names);
    }
  };

  /** The visible time of this stage ends here, and with it a visit that nobody named a stage for. */
  const pause = () => {
    if (since === undefined) return;
    const dwellMs = Math.min(Math.round(clock() - since), LIMITS.dwellMs);
    since = undefined;
    if (!view.told) tell();
    if (found.stage && dwellMs > 99) void record('visit', { event: 'dwell', dwellMs });
  };
  const tell = () => {
    view.told = true;
    void record('visit', { event: 'stage', alsoStages: found.alsoStages });
  };

  /** Another page of a single-page application is another page view. */
  const routed = (isNew: boolean) => {
    const path = location.pathname + (/^#[!/]/.test(location.hash) ? location.hash : '');
    const { search } = location;
    if (path !== view.path || (isNew && search !== view.search)) {
      if (view.path) {
        pause();
        called = undefined;
        touchpoints.stop();
        lookSoon();
      }
      view = {
        path,
        search,
        page: location.pathname.slice(0, LIMITS.pageLength),
        told: false,
        met: new Set(),
      };
    }
  };

  const look = () => {
    routed(false);
    // A page that is being prerendered or was opened in the background is not a visit yet.
    if (document.hidden) return;
    const next = findStage(page, { called, script: options.stage }, settings);
    if (next.stage !== found.stage || !view.told) {
      if (view.told) pause();
      found = next;
      since ??= clock();
      if (found.stage) tell();
      check('unknown-stage', found.stage, settings.stages ?? NINE_STAGES);
      options.onStage(found);
    }
    found = next;
    since ??= clock();
    for (const name of [options.touchpoint, found.touchpoint]) if (name) meet(name);
    touchpoints.scan(settings);
    options.onLook();
  };
  const lookSoon = () => {
    looking ??= setTimeout(() => {
      looking = undefined;
      guard(look);
    }, LOOK_MS);
  };

  const placeOf = (touchpoint?: string, element?: Element): Fields => {
    const near = element?.closest(`[${STAGE}]`)?.getAttribute(STAGE);
    const own = settings.touchpoints?.find(({ id }) => id === touchpoint)?.stage;
    const fields: Fields = { touchpoint: touchpoint?.slice(0, LIMITS.touchpointLength) };
    if (found.stageFrom === 'call') return fields;
    if (near) return { ...fields, stage: near, stageFrom: 'element' };
    if (own && (!found.stageFrom || found.stageFrom === 'rule'))
      return { ...fields, stage: own, stageFrom: 'rule' };
    return fields;
  };

  const meet = (name: string, element?: Element) => {
    if (view.met.has(name)) return;
    view.met.add(name);
    check(
      'unknown-touchpoint',
      name,
      settings.touchpoints?.map(({ id }) => id),
    );
    void record('visit', { event: 'touchpoint', ...placeOf(name, element) });
    options.onMet(name);
  };
  const touchpoints = watchTouchpoints(
    page,
    (name) => !view.met.has(name),
    (name, element) => guard(() => meet(name, element)),
    (selector, cause) => options.onError('selector', { selector, cause }),
  );

  setTier(memory.said() ?? firstTier(page, options.consent));

  return {
    page,
    memory,
    now,
    uuid,
    found: () => found,
    view: () => view,
    settings: () => settings,
    setSettings(next) {
      settings = next;
      if (next.consent === 'required' && !memory.said()) setTier('nothing');
      look();
    },
    standing,
    setStanding: (standing) => memory.change((me) => (me.standing = standing)),
    locale,
    record,
    placeOf,
    stage(name) {
      routed(false);
      called = name?.slice(0, LIMITS.nameLength);
      look();
    },
    meet(name) {
      routed(false);
      meet(name);
    },
    isMet: (name) => view.met.has(name),
    setTier,
    start() {
      started = true;
      watchRoute(page, (isNew) => guard(() => routed(isNew)));
      document.addEventListener('visibilitychange', () =>
        guard(() => {
          if (document.hidden) {
            pause();
            touchpoints.stop();
          } else look();
        }),
      );
      new page.MutationObserver(lookSoon).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['content', 'data-wayfelt-stage', 'data-wayfelt-touchpoint'],
      });
      if (document.readyState === 'loading')
        document.addEventListener('DOMContentLoaded', () => guard(look));
      else look();
    },
    mute(next) {
      muted = next;
    },
  };
};

/** Where consent is required nothing is kept before it; Global Privacy Control keeps ids within the visit. */
const firstTier = ({ navigator }: Window, consent: CoreOptions['consent']): Tier => {
  if (consent === 'required') return 'nothing';
  const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
  return globalPrivacyControl ? 'session' : 'persistent';
};
