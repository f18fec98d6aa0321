import { createCore, createEvents, TOUCHPOINT, type Tier } from '@wayfelt/core';
import { LIMITS, type Standing, type WayfeltRecord } from '@wayfelt/protocol';
import { createLightOutbox } from '@wayfelt/transport';
import type { Files, Inside, Load, Opened, Part } from './inside.js';
import type { Wayfelt, WayfeltEvents, WayfeltOptions } from './types.js';

const SDK = '1.0.0';
/** What the page may say of consent, and the tier that it means. */
const TIERS: { [choice: string]: Tier } = { session: 1, granted: 2 };

/** Puts core, outbox and (lazily) the question together. Nothing of it throws or rejects. */
export const connect = (
  options: WayfeltOptions,
  load: Load,
): { wayfelt: Wayfelt; start(): void } => {
  const { site, collector } = options;
  const key = `wayfelt:${site}`;
  const { on, emit, listeners } = createEvents<WayfeltEvents>();
  // A task later, so that whoever starts Wayfelt can listen to what goes wrong while it starts.
  const fail = (code: string, cause?: unknown) =>
    queueMicrotask(() => emit('error', { code, cause }));
  const guard = <T>(run: () => T): T | undefined => {
    const failed = (cause: unknown) => fail('internal', cause);
    try {
      const result = run();
      return (
        (result as { catch?: (failed: (cause: unknown) => void) => T } | undefined)?.catch?.(
          failed,
        ) ?? result
      );
    } catch (cause) {
      return failed(cause) as undefined;
    }
  };

  const opened: { [P in Part]?: Promise<Opened[P] | undefined> } = {};
  const open: Inside['open'] = (part) =>
    (opened[part] ??= load(part)
      .then(({ open }: Files[Part]) => open(inside))
      .catch((cause) => fail('load', cause)) as never);

  const core = createCore({
    ...options,
    guard,
    fail,
    record(record, urgent = false) {
      emit(record.type as 'rating', record as never);
      return outbox.add(record, { urgent });
    },
    emit,
    onChange() {
      void outbox.setPersist(core.tier() > 1);
      // All that this tab remembers, as soon as it does: what it stores another tab may read late.
      queueMicrotask(() => guard(() => tabs?.postMessage(me())));
    },
    onLook() {
      if (
        opened.page ||
        // Someone wants to know what is wrong.
        listeners.error ||
        options.touchpoint ||
        settings().version !== 0 ||
        document.querySelector(`[${TOUCHPOINT}],wayfelt-rating`) ||
        location.href.includes('wayfelt-') ||
        (window as { dataLayer?: unknown }).dataLayer
      ) {
        void guard(() => open('page').then((page) => page?.look()));
      }
    },
  });
  const outbox = createLightOutbox<WayfeltRecord>({
    endpoint: `${collector}/v1/records`,
    site,
    sdk: SDK,
    persist: core.tier() > 1,
    courier: () => load('courier').then(({ createCourier }) => createCourier),
    onDelivered: (ids) => emit('delivered', ids),
    onRefused: (refused) => fail('refused', refused),
    onError: fail as never,
  });
  const { me, record, settings, setTier, placeOf } = core;
  /** What is noted here must be done at the next page view: a visitor's wish to be forgotten, or labelling. */
  const waking = `${key}:wake`;
  const inside: Inside = Object.assign(core, { options, outbox, waking, load, open, emit, on });

  const tabs = guard(() => new BroadcastChannel(key));
  const setStanding = (standing: Standing) => {
    me(({ who }) => (who.standing = standing === 'customer' ? standing : undefined));
  };
  const verbs: Wayfelt = {
    stage: core.stage,
    touchpoint: core.meet,
    ask: async (touchpoint) =>
      (await open('asking'))?.ask(touchpoint) ?? { asked: false, why: 'load' },
    async rate(rating) {
      const { level, touchpoint, stage, comment } = rating;
      if (!/^[1-8]$/.test(level as never)) {
        fail('bad-level', level);
        return 'lost';
      }
      return record(
        'rating',
        {
          form: 'own',
          ...rating,
          // Out of a form it is text.
          level: +level,
          ...placeOf(touchpoint, stage),
          // Whatever is no text is written as text: a sloppy page must not lose the rating.
          comment: comment?.toString?.().slice(0, LIMITS.commentLength),
        },
        true,
      );
    },
    async outcome(outcome, details) {
      const { value, currency, key } = { ...details };
      // A string would be refused together with the outcome; so would infinity.
      const fits =
        typeof value === 'number' &&
        Math.abs(value) <= LIMITS.outcomeValue &&
        /^[A-Z]{3}$/.test(currency as string);
      if (!fits && value) fail('bad-value', value);
      const kept = record(
        'outcome',
        {
          outcome,
          key: key && `${key}`,
          ...(fits && { value, currency }),
        },
        true,
      );
      if (outcome === 'purchase' || outcome === settings().crossing) setStanding('customer');
      return kept;
    },
    standing: setStanding,
    consent(choice) {
      // Whatever is neither is no consent.
      const consent = TIERS[choice] ?? 0;
      setTier(consent, { consent });
    },
    on,
    flush: outbox.flush,
    async forget() {
      const { visitor } = me().who;
      verbs.consent('denied');
      await outbox.clear();
      // Kept until the collector was told: erasing works without a connection.
      if (visitor) localStorage[waking] = visitor;
      return (await open('page'))?.forget();
    },
    handover: async (options) => (await open('more'))?.handover(options),
    explain: async () => (await open('more'))?.explain(),
  };
  for (const [verb, run] of Object.entries(verbs)) {
    verbs[verb as 'on'] = (...args) => guard(() => run(...args)) as never;
  }

  /** What the browser has in its cache is used at once, and what the collector has now when it arrives. */
  const useSettings = async (given = options.settings) => {
    if (given) return core.setSettings(JSON.parse(given as string));
    for (const cache of ['force-cache', 'no-cache'] as const) {
      // What is no settings (a hotel's sign-in page in the cache) must not keep the next answer away.
      await guard(async () => {
        const response = await fetch(`${collector}/v1/sites/${site}/settings`, { cache });
        if (response.ok) core.setSettings(await response.json());
      });
    }
  };

  return {
    wayfelt: verbs,
    start: () =>
      guard(() => {
        tabs?.addEventListener('message', ({ data }) => guard(() => setTier(data.consent, data)));
        guard(() => localStorage[waking] && open('page'));
        core.start();
        guard(useSettings);
      }),
  };
};
