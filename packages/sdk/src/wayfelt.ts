import { createCore, createEvents, type Tier } from '@wayfelt/core';
import { isLevel, LIMITS, type Kept, type WayfeltRecord } from '@wayfelt/protocol';
import { createOutbox } from '@wayfelt/transport';
import type { Inside, Load } from './inside.js';
import { fetchSettings } from './settings.js';
import type { Wayfelt, WayfeltEvents, WayfeltOptions } from './types.js';

const SDK = '1.0.0';
const TIERS: Record<string, Tier> = {
  granted: 'persistent',
  session: 'session',
  denied: 'nothing',
};
const LOST: Kept = 'lost';

/** Puts core, outbox and (lazily) the question together. Nothing of it throws or rejects. */
export const connect = (
  options: WayfeltOptions,
  load: Load,
): { wayfelt: Wayfelt; start(): void } => {
  const page = window;
  const { site, collector } = options;
  const { on, emit } = createEvents<WayfeltEvents>();
  // A task later, so that whoever starts Wayfelt can listen to what goes wrong while it starts.
  const emitError = (error: WayfeltEvents['error']) => {
    void Promise.resolve().then(() => emit('error', error));
  };
  const fail = (code: string, cause?: unknown) => emitError({ code, cause });
  const guard = <T>(run: () => T): T | undefined => {
    try {
      const result = run();
      if (result instanceof Promise) {
        return result.catch((cause: unknown) => fail('internal', cause)) as T;
      }
      return result;
    } catch (cause) {
      fail('internal', cause);
      return undefined;
    }
  };

  // A visitor who asked to be forgotten while offline is forgotten at the next chance.
  const forgetKey = `wayfelt:${site}:forget`;
  const pending = (record?: WayfeltRecord | null): WayfeltRecord | undefined => {
    try {
      if (record) localStorage.setItem(forgetKey, JSON.stringify(record));
      if (record === null) localStorage.removeItem(forgetKey);
      return JSON.parse(localStorage.getItem(forgetKey) ?? 'null') ?? undefined;
    } catch {
      return undefined; // no storage: memory and the unload beacon carry the request
    }
  };
  const done = (ids: string[]) => {
    const waiting = pending();
    if (waiting && ids.includes(waiting.id)) pending(null);
  };

  const outbox = createOutbox<WayfeltRecord>({
    endpoint: `${collector}/v1/records`,
    site,
    sdk: SDK,
    persist: false,
    onDelivered(ids) {
      done(ids);
      emit('delivered', ids);
    },
    onRefused(refused) {
      done(refused.map(({ id }) => id));
      fail('refused', refused);
    },
    onError: (code, cause?: unknown) => fail(String(code), cause),
  });

  const asking = () =>
    (openAsking ??= load('asking').then(({ createAsking }) => createAsking(inside)));
  let openAsking: Promise<ReturnType<typeof import('./asking.js').createAsking>> | undefined;

  const core = createCore({
    ...options,
    page,
    now: () => Date.now(),
    guard,
    record(record, how) {
      if (record.type === 'rating') emit('rating', record);
      if (record.type === 'ask') emit('asked', record);
      if (record.type === 'forget') pending(record);
      return outbox.add(record, how);
    },
    onTier: (tier) => void outbox.setPersist(tier === 'persistent'),
    onStage: (found) => emit('stage', found),
    onMet(name) {
      if (core.settings().touchpoints?.find(({ id }) => id === name)?.ask?.on) {
        void guard(() => asking().then((asking) => asking.met(name)));
      }
    },
    onLook() {
      if (core.settings().theme?.tab || page.document.querySelector('wayfelt-rating')) {
        void guard(() => asking().then((asking) => asking.look()));
      }
    },
    onUnknown: (code, name, known) =>
      void guard(() =>
        load('more').then(({ nearest }) =>
          emitError({ code, name, nearest: nearest(name, known) }),
        ),
      ),
    onError: fail,
  });
  const inside: Inside = { core, options, load, fail, emitError, guard };

  const tabs = guard(() => new BroadcastChannel(forgetKey));
  const setTier = (tier: Tier) => {
    core.setTier(tier);
    if (tier !== 'nothing') core.memory.change((me) => (me.consent = tier));
  };
  const setTierEverywhere = (tier: Tier) => {
    setTier(tier);
    tabs?.postMessage(tier);
  };
  if (tabs) tabs.onmessage = ({ data }) => guard(() => setTier(data));

  const verbs: Wayfelt = {
    stage: core.stage,
    touchpoint: core.meet,
    ask: (touchpoint) =>
      asking().then(
        (asking) => asking.ask(touchpoint),
        (cause) => {
          fail('load', cause);
          return { asked: false, why: 'load' };
        },
      ),
    async rate({ level, touchpoint, stage, comment, reasons, intent, contact }) {
      if (!isLevel(level)) {
        fail('bad-level', level);
        return LOST;
      }
      const fields = {
        level,
        comment: comment?.slice(0, LIMITS.commentLength),
        reasons,
        intent,
        contact,
        form: 'own',
      };
      const place = stage ? { touchpoint, stage, stageFrom: 'call' } : core.placeOf(touchpoint);
      return core.record('rating', { ...fields, ...place }, true) ?? LOST;
    },
    async outcome(outcome, { value, currency, key } = {}) {
      const once = key && `${outcome} ${key}`;
      const { once: before = [] } = core.memory.read();
      if (once && before.includes(once)) return 'kept';
      const fields = { outcome, value, currency, key };
      if (
        value !== undefined &&
        !(Math.abs(value) <= LIMITS.outcomeValue && /^[A-Z]{3}$/.test(currency ?? ''))
      ) {
        fail('bad-value', { value, currency });
        fields.value = undefined;
        fields.currency = undefined;
      }
      const kept = core.record('outcome', fields, true);
      core.memory.change((me) => {
        if (once) me.once = [...before.slice(-49), once];
        if (outcome === 'purchase' || outcome === core.settings().crossing)
          me.standing = 'customer';
      });
      return kept ?? LOST;
    },
    standing: core.setStanding,
    consent(choice) {
      const tier = TIERS[choice];
      if (tier) setTierEverywhere(tier);
      else fail('bad-consent', choice);
    },
    on,
    flush: outbox.flush,
    async forget() {
      await outbox.clear();
      // Whatever happens to this page, the request outlives it.
      await core.record('forget', {}, true);
      setTierEverywhere('nothing');
    },
  };
  const wayfelt = Object.fromEntries(
    Object.entries(verbs).map(([verb, run]) => [
      verb,
      (...args: unknown[]) => guard(() => (run as (...args: unknown[]) => unknown)(...args)),
    ]),
  ) as unknown as Wayfelt;

  return {
    wayfelt,
    start: () =>
      guard(() => {
        const waiting = pending();
        if (waiting) void outbox.add(waiting, { urgent: true });
        core.start();
        if (!options.settings) {
          fetchSettings(core, `${collector}/v1/sites/${site}/settings`).catch((cause) =>
            fail('settings', cause),
          );
        }
      }),
  };
};
