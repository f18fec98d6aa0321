/** Verbs that few pages use, and what happens on few of them; downloaded then. */
import { askRules, explainMoment, withChange } from '@wayfelt/core/asking';
import { isHere, sourcesOf } from '@wayfelt/core/page';
import { LIMITS, type Explanation, type Labelling } from '@wayfelt/protocol';
import { consentModeTier } from './google-consent.js';
import type { Inside } from './inside.js';
import { labelToken, startLabelling } from './label.js';
import type { Handover } from './types.js';

const PARAMETER = 'wayfelt-code';
const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 14;
/** Without those that look alike; 16 of them are 80 bits: nobody guesses one. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz0';

export interface More {
  look(): void;
  handover(options?: { days?: number }): Promise<Handover | undefined>;
  explain(): Promise<Explanation>;
}

export const open = (inside: Inside): More => {
  const { record, me, tier, fail, guard, setTier } = inside;
  const looking = new Set<() => void>();
  let labelling: Promise<Labelling | undefined> | undefined;

  const handover: More['handover'] = async (options) => {
    let days = options?.days ?? DEFAULT_DAYS;
    if (!(days > 0)) {
      fail('bad-days', days);
      days = DEFAULT_DAYS;
    }
    if (!tier()) {
      fail('no-consent', 'handover');
      return undefined;
    }
    const standing = me().who.standing === 'customer' ? 'c' : 'p';
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const code = standing + [...bytes].map((byte) => LETTERS[byte % 32]).join('');
    const expires = Date.now() + Math.min(days * DAY_MS, LIMITS.handoverMs);
    await record('handover', { event: 'made', code, expires }, true);
    return { code, parameter: `${PARAMETER}=${code}`, expires };
  };

  const used = (): string[] => {
    const { once } = me();
    return Array.isArray(once) ? once : [];
  };
  /** Whoever comes by the link is the visitor for whom it was made, and what that one had become. */
  const arrive = () => {
    const code = new RegExp(`[?&#]${PARAMETER}=([\\w-]{8,64})`).exec(location.href)?.[1];
    if (!code || !tier() || used().includes(code)) return;
    void record('handover', { event: 'used', code }, true);
    me((me) => {
      me.once = [...used(), code];
      if (code.startsWith('c')) me.who.standing = 'customer';
    });
  };

  /** Google Consent Mode is followed as long as the page says nothing itself. */
  const follow = () => {
    const wanted = consentModeTier();
    if (wanted === undefined || me().consent !== undefined) return;
    const { globalPrivacyControl } = navigator as { globalPrivacyControl?: boolean };
    const next = globalPrivacyControl && wanted > 1 ? 1 : wanted;
    if (next !== tier()) setTier(next);
  };
  // What a consent banner pushes, it pushes after a click on it.
  addEventListener('click', () => setTimeout(() => guard(follow)), true);

  const explain = async (): Promise<Explanation> => {
    const asking = await inside.open('asking');
    const { version, touchpoints: known } = inside.settings();
    const names = new Set([...inside.met(), ...(known ?? []).filter(isHere).map(({ id }) => id)]);
    const touchpoints = [...names].map((touchpoint) => {
      const met = inside.met().has(touchpoint);
      if (!asking) return { touchpoint, met, mayAsk: false, rules: [], moment: [] };
      // Without a rule of its own a touchpoint asks only when the page calls for it.
      const occasion = { ...asking.occasion(touchpoint) };
      occasion.rule ??= { on: false };
      const rules = askRules(occasion).map(withChange);
      const { rule, asking: site } = occasion;
      const moment = { rule, met, quietMs: site.quietMs, ...asking.waits(touchpoint) };
      return {
        touchpoint,
        met,
        mayAsk: rules.every(({ passed }) => passed),
        rules,
        moment: explainMoment(moment),
      };
    });
    return {
      ...(version === undefined ? {} : { version }),
      page: location.pathname + location.search,
      ...inside.found(),
      sources: sourcesOf(inside.found(), inside.options.stage, inside.settings()),
      standing: me().who.standing ?? 'prospect',
      touchpoints,
    };
  };

  return {
    look() {
      follow();
      arrive();
      for (const listener of looking) listener();
      const token = labelling ? undefined : labelToken(inside);
      if (token) labelling = guard(() => startLabelling(inside, { token, looking, explain }));
    },
    handover,
    explain,
  };
};
