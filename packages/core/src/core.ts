import {
  LIMITS,
  type Kept,
  type PageSettings,
  type RecordType,
  type WayfeltRecord,
} from '@wayfelt/protocol';
import { createMemory, type Memory, type Remembered, type Tier } from './memory.js';
import { deviceOf, sourceOf } from './origin.js';
import { findStage, STAGE, TOUCHPOINT, type Found } from './stage.js';
import { createUuid } from './uuid.js';

export interface CoreOptions {
  site: string;
  /** This page's stage, as the script's attribute or a bundler's option says. */
  stage?: string | undefined;
  /** `required`: nothing is kept before the tier is raised. */
  consent?: string | undefined;
  locale?: string | undefined;
  /** Takes each record the moment it is made. */
  record(record: WayfeltRecord, urgent?: boolean): Promise<Kept>;
  emit(event: 'stage', found: Found): void;
  /** The tier is another, or the visitor is: before anything is recorded, and before it is stored. */
  onChange(): void;
  /** The page was looked at, or a touchpoint was met. */
  onLook(): void;
  fail(code: string, cause?: unknown): void;
  /** Runs what the browser calls, and takes care of what it throws. */
  guard<T>(run: () => T): T | undefined;
}

/** The part of a record that is not the same for all. */
export type Fields = Record<string, unknown>;

/** What the site's rules say of this page or of a touchpoint. */
export type Rules = (touchpoint?: string) => { stage?: string | undefined; alsoStages?: string[] };

export interface Core extends Memory, Pick<CoreOptions, 'fail' | 'guard'> {
  uuid(): string;
  /** Which stage this page view is in, and which source said so. */
  found(): Found;
  /** The touchpoints met in this page view; another set after each route change. */
  met(): Set<string>;
  settings(): PageSettings;
  setSettings(settings: PageSettings): void;
  /** What the site's rules say; whoever knows them puts them here. */
  rules: Rules;
  locale(): string;
  /** Makes a record of now and hands it on; `lost` where consent allows none. */
  record(type: RecordType, fields: Fields, urgent?: boolean): Kept | Promise<Kept>;
  /** The fields that say where a touchpoint is. `said`: the stage that a call names, `near`: the nearest element's. */
  placeOf(touchpoint?: string, said?: string, near?: string | null): Fields;
  stage(name?: string): void;
  meet(touchpoint: string, near?: string | null): void;
  /** Begins to watch the page. */
  start(): void;
  /** True: this page records nothing; someone labels it. */
  isMuted?: boolean;
}

/** A visit ends after so long without a record. */
const VISIT_MS = 1_800_000;
/** Content that changes all the time is looked at in steps of this. */
const LOOK_MS = 200;

/** Knows the visitor's stage, touchpoints, standing and consent, and turns what happens into records. */
export const createCore = (options: CoreOptions): Core => {
  const { guard, fail, stage: script, onLook } = options;
  const uuid = createUuid();
  const memory = createMemory(`wayfelt:${options.site}`, firstTier(options.consent), fail);
  const { me, tier } = memory;
  // Version 0: the site sets nothing.
  let settings: PageSettings = { version: 0 };
  /** The stage that the page said by a call, for this route. */
  let call: string | undefined;
  let found: Found = {};
  let route: string;
  let met: Set<string>;
  /** The stage of which this page view's visit is recorded; empty: none yet. */
  let told: string;
  /** When this stage came into view; 0 while the tab is hidden. */
  let since = 0;
  let looking: unknown;

  const locale = () => options.locale || document.documentElement?.lang || navigator.language;

  // Throws rather than rejects: whoever called is guarded, but hardly anybody waits for a record.
  const record: Core['record'] = (type, fields, urgent) => {
    if (core.isMuted || (!tier() && type !== 'rating')) return 'lost';
    const made: Fields = {
      id: uuid(),
      type,
      at: Date.now(),
      standing: 'prospect',
      ...me(tier() && count).who,
      ...found,
      page: route.split('#')[0]?.slice(0, LIMITS.pageLength),
      locale: locale(),
      device: deviceOf(),
      ...fields,
    };
    return options.record(made as unknown as WayfeltRecord, urgent);
  };
  const count = (me: Remembered) => {
    const { who } = me;
    // Never seen is not within the time either; a clock that was set back is.
    if (!(Date.now() - (me.at as number) < VISIT_MS)) {
      who.session = uuid();
      who.source = sourceOf(location, document.referrer);
    }
    me.at = Date.now();
    // What is no number counts from the beginning.
    who.seq = ((who.seq as number) | 0) + 1;
    if (who.visitor) return;
    who.visitor = uuid();
    options.onChange();
  };
  const find = (touchpoint?: string, said?: string, near?: string | null) => {
    routed();
    return findStage(said || call, near, script, core.rules(touchpoint).stage);
  };
  const placeOf: Core['placeOf'] = (touchpoint, said, near) => ({
    touchpoint: touchpoint || undefined,
    ...find(touchpoint, said, near),
  });

  const visit = (as: string) => {
    told = as;
    void record('visit', { event: 'stage', alsoStages: core.rules().alsoStages });
  };
  /** The visible time of this stage ends here, and with it a visit for which nobody named a stage. */
  const pause = () => {
    if (!since) return;
    const dwellMs = (performance.now() - since) | 0;
    if (!told) visit('-');
    if (found.stage) void record('visit', { event: 'dwell', dwellMs });
    since = 0;
  };
  /** The page view begins anew. */
  const renew = () => {
    told = '';
    met = new Set();
  };
  /** Another page of a single-page application is another page view. */
  const routed = () => {
    // A hash is a place in the page, unless it looks like a path.
    const next = location.pathname + location.hash.replace(/^#[^!/].*/, '');
    if (route !== next) {
      pause();
      call = undefined;
      renew();
      lookSoon();
    }
    route = next;
  };
  const look = () => {
    const next = find();
    // A page that is being prerendered or was opened in the background is not a visit yet.
    if (document.hidden) pause();
    else if (document.readyState !== 'loading') {
      if (told && next.stage !== found.stage) pause();
      found = next;
      since ||= performance.now();
      if (found.stage && told !== found.stage) {
        visit(found.stage);
        options.emit('stage', found);
      }
    }
    onLook();
  };
  const lookSoon = () => {
    looking ||= setTimeout(() => {
      looking = 0;
      guard(look);
    }, LOOK_MS);
  };
  const meet: Core['meet'] = (name, near) => {
    const place = placeOf(name, undefined, near);
    if (!name || met.has(name)) return;
    met.add(name);
    void record('visit', { event: 'touchpoint', ...place });
    onLook();
  };

  const core: Core = {
    ...memory,
    rules: () => ({}),
    fail,
    guard,
    uuid,
    found: () => found,
    met: () => met,
    settings: () => settings,
    setSettings(next) {
      settings = next;
      look();
    },
    setTier(next, theirs) {
      const before = tier();
      memory.setTier(next, theirs);
      if (tier() === before) return;
      options.onChange();
      // What is on the page now is met by a visitor who may be counted, or no longer.
      renew();
      look();
    },
    locale,
    record,
    placeOf,
    stage(name) {
      routed();
      call = name;
      look();
    },
    meet,
    start() {
      look();
      // The Navigation API tells every route change; where there is none, going back and clicks on links do, and
      // the content that changes then. The page's history is not touched, and nothing polls.
      (window as { navigation?: EventTarget }).navigation?.addEventListener(
        'currententrychange',
        lookSoon,
      );
      for (const type of ['popstate', 'click', 'readystatechange']) {
        addEventListener(type, lookSoon, true);
      }
      // At once: it may be the last that this page hears.
      addEventListener('visibilitychange', () => guard(look), true);
      new MutationObserver(lookSoon).observe(document, {
        subtree: true,
        childList: true,
        attributeFilter: ['content', STAGE, TOUCHPOINT],
      });
    },
  };
  return core;
};

/**
 * Where consent is required nothing is kept before it, nor where Google Consent Mode is used, before that was read
 * to the end; Global Privacy Control keeps ids within the visit.
 */
const firstTier = (consent?: string): Tier =>
  (window as { dataLayer?: (unknown[] | null)[] }).dataLayer?.some?.(
    (entry) => entry?.[0] === 'consent',
  ) || consent === 'required'
    ? 0
    : (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl
      ? 1
      : 2;
