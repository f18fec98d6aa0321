import type { AskingSettings, AskRule, Standing } from '@wayfelt/protocol';
import type { Tier } from '../memory.js';
import type { AskEntry } from './history.js';

/** Why a question may not be asked. */
export type Refused =
  | 'consent'
  | 'off'
  | 'standing'
  | 'sample'
  | 'never'
  | 'this-visit'
  | 'between'
  | 'touchpoint'
  | 'snoozed'
  | 'dismissed'
  | 'ignored'
  | 'year';

export type Verdict =
  | { may: true; probability: number }
  | {
      may: false;
      why: Refused;
      /** When this reason ends, epoch milliseconds; absent where no time ends it. */
      until?: number;
    };

/** All that decides; nothing else does. */
export interface Occasion {
  touchpoint: string;
  now: number;
  asking: AskingSettings;
  /** The touchpoint's own rule. Absent: it asks only when it is told to. */
  rule?: AskRule | undefined;
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
 * Whether this visitor may be asked about this touchpoint now, by consent, rules, history and lot. The first reason
 * against it is told. Waits are milliseconds and compared as such; an entry from the future (the clock was set
 * back) blocks like one of now.
 */
export const mayAsk = (occasion: Occasion): Verdict => {
  const { asking, rule, history, now, touchpoint, draw } = occasion;
  const refuse = (why: Refused, until?: number): Verdict =>
    until === undefined ? { may: false, why } : { may: false, why, until };

  if (occasion.tier === 'nothing') return refuse('consent');
  if (rule && !rule.on) return refuse('off');
  if (rule?.standing && rule.standing !== occasion.standing) return refuse('standing');
  if (history.some(({ how }) => how === 'never')) return refuse('never');

  const visit = history.filter(({ session }) => session === occasion.session);
  if (visit.length >= asking.perVisit) return refuse('this-visit');
  const year = history.filter(({ at }) => now - at < YEAR_MS).sort((a, b) => a.at - b.at);
  if (year.length >= asking.perYear)
    return refuse('year', (year.at(-asking.perYear)?.at ?? now) + YEAR_MS);

  const waits: [Refused, number, readonly AskEntry[]][] = [
    [
      'touchpoint',
      asking.sameTouchpointMs,
      history.filter((entry) => entry.touchpoint === touchpoint),
    ],
    ['snoozed', asking.snoozedMs, history.filter(({ how }) => how === 'snoozed')],
    ['dismissed', asking.dismissedMs, history.filter(({ how }) => how === 'dismissed')],
    // A tab that was closed over an open question ignored it.
    [
      'ignored',
      asking.ignoredMs,
      history.filter(({ how }) => how === 'ignored' || how === 'shown'),
    ],
    ['between', asking.betweenMs, history],
  ];
  for (const [why, wait, entries] of waits) {
    const last = Math.max(-Infinity, ...entries.map(({ at }) => at));
    if (now - last < wait) return refuse(why, last + wait);
  }

  const probability = chanceOf(occasion);
  return draw < probability ? { may: true, probability } : refuse('sample');
};

/** With which probability a visitor who may be asked here is asked. */
export const chanceOf = ({
  asking,
  rule,
  wanted = 1,
}: Pick<Occasion, 'asking' | 'rule' | 'wanted'>): number =>
  asking.sample * (rule?.sample ?? 1) * Math.max(wanted, LEAST_WANTED);
