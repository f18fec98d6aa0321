import type { AskingSettings, AskRule, ExplainedRule, Standing } from '@wayfelt/protocol';
import type { Tier } from '../memory.js';
import type { AskEntry } from './history.js';

/** What can stand against a question, in the order in which it is looked at. */
export type WhyNot =
  | 'consent'
  | 'on'
  | 'standing'
  | 'never'
  | 'this-visit'
  | 'year'
  | 'touchpoint'
  | 'snoozed'
  | 'dismissed'
  | 'ignored'
  | 'between'
  | 'sample';

export type Verdict =
  | { may: true; probability: number }
  | {
      may: false;
      why: WhyNot;
      /** When this reason ends, epoch milliseconds; absent where no time ends it. */
      until?: number;
    };

/** All that decides; nothing else does. */
export interface Occasion {
  touchpoint: string;
  now: number;
  asking: AskingSettings;
  /** The touchpoint's own rule, if the site gave it one. */
  rule?: AskRule | undefined;
  /** The page itself calls for the question: then `rule.on` does not matter. */
  called?: boolean;
  /** How much an answer is wanted here, 0 to 1. */
  wanted?: number | undefined;
  history: readonly AskEntry[];
  standing: Standing;
  tier: Tier;
  session: string;
  /** The visitor's own number for this touchpoint, 0 to 1, always the same: below the probability means asked. */
  draw: number;
}

const YEAR_MS = 365 * 86_400_000;
/** Even where nearly everything is known a few are asked, or a change there would never be seen. */
const LEAST_WANTED = 0.1;

/**
 * Whether this visitor may be asked about this touchpoint now, by consent, rules, history and lot; the first
 * reason against it is told. Pure: the same occasion has the same verdict.
 */
export const mayAsk = (occasion: Occasion): Verdict => {
  const against = askRules(occasion).find(({ passed }) => !passed);
  if (!against) return { may: true, probability: chanceOf(occasion) };
  const why = against.rule as WhyNot;
  return against.until === undefined
    ? { may: false, why }
    : { may: false, why, until: against.until };
};

/**
 * Every rule, passed or not. Waits are milliseconds and compared as such; an entry from the future (the clock was
 * set back) blocks like one of now.
 */
export const askRules = (occasion: Occasion): (ExplainedRule & { rule: WhyNot })[] => {
  const { asking, rule, history, now, touchpoint, standing, draw } = occasion;
  const ended = (...ends: AskEntry['how'][]) => history.filter(({ how }) => ends.includes(how));
  const wait = (rule: WhyNot, waitMs: number, entries: readonly AskEntry[]) => {
    const last = Math.max(...entries.map(({ at }) => at));
    const passed = entries.length === 0 || now - last >= waitMs;
    if (passed) return { rule, passed, need: waitMs };
    return { rule, passed, need: waitMs, have: now - last, until: last + waitMs };
  };
  const ofVisit = history.filter(({ session }) => session === occasion.session).length;
  const ofYear = history
    .map(({ at }) => at)
    .filter((at) => now - at < YEAR_MS)
    .sort((a, b) => a - b);
  const yearFull = ofYear.length >= asking.perYear;
  const probability = chanceOf(occasion);
  return [
    { rule: 'consent', passed: occasion.tier > 0 },
    { rule: 'on', passed: occasion.called === true || rule?.on !== false },
    {
      rule: 'standing',
      passed: !rule?.standing || rule.standing === standing,
      need: rule?.standing ?? 'any',
      have: standing,
    },
    { rule: 'never', passed: ended('never').length === 0 },
    { rule: 'this-visit', passed: ofVisit < asking.perVisit, need: asking.perVisit, have: ofVisit },
    {
      rule: 'year',
      passed: !yearFull,
      need: asking.perYear,
      have: ofYear.length,
      ...(yearFull && asking.perYear > 0
        ? { until: (ofYear.at(-asking.perYear) ?? now) + YEAR_MS }
        : {}),
    },
    wait(
      'touchpoint',
      asking.sameTouchpointMs,
      history.filter((entry) => entry.touchpoint === touchpoint),
    ),
    wait('snoozed', asking.snoozedMs, ended('snoozed')),
    wait('dismissed', asking.dismissedMs, ended('dismissed')),
    // A tab that was closed over an open question ignored it.
    wait('ignored', asking.ignoredMs, ended('ignored', 'shown')),
    wait('between', asking.betweenMs, history),
    { rule: 'sample', passed: draw < probability, need: probability, have: draw },
  ];
};

/** With which probability a visitor who may be asked here is asked: more often where more is to be learned. */
export const chanceOf = ({
  asking,
  rule,
  wanted = 1,
}: Pick<Occasion, 'asking' | 'rule' | 'wanted'>): number =>
  asking.sample * (rule?.sample ?? 1) * Math.max(wanted, LEAST_WANTED);
