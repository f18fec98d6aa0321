import type { AskRule, ExplainedRule, ExplainedTouchpoint } from '@wayfelt/protocol';
import { busyWith } from './polite.js';
import type { Waiting } from './triggers.js';

type Change = NonNullable<ExplainedRule['change']>;

const CHANGE: { [rule: string]: Change } = {
  consent: 'visitor',
  on: 'settings',
  standing: 'settings',
  sample: 'settings',
  met: 'visitor',
  delay: 'time',
  quiet: 'time',
  scroll: 'visitor',
  exit: 'visitor',
  event: 'page',
  busy: 'visitor',
};

/** Says who can make a rule pass that has not. */
export const withChange = <R extends ExplainedRule>(rule: R): R => {
  const change = rule.until === undefined ? CHANGE[rule.rule] : 'time';
  if (rule.passed || !change) return rule;
  return { change, ...rule };
};

export interface Moment {
  rule?: AskRule | undefined;
  met: boolean;
  /** What is waited for; absent: the touchpoint was not met, or this visitor is not asked here. */
  waiting?: Waiting | undefined;
  /** Milliseconds in which this page view asks nothing, and those that have passed. */
  quietMs: number;
  viewMs: number;
}

/** All that decides when a question is asked which may be asked, passed or not. */
export const explainMoment = (moment: Moment): ExplainedTouchpoint['moment'] => {
  const { rule = { on: true }, met, waiting, quietMs, viewMs } = moment;
  const passed = (name: string) => !!waiting && !waiting.open.has(name);
  const waited = waiting ? performance.now() - waiting.at : 0;
  const busy = busyWith();
  const rules: ExplainedTouchpoint['moment'] = [{ rule: 'met', passed: met }];
  if (rule.delayMs) {
    rules.push({
      rule: 'delay',
      passed: passed('delay'),
      ...lasting(rule.delayMs, waited, !!waiting),
    });
  }
  if (rule.scroll) {
    rules.push({ rule: 'scroll', passed: passed('scroll'), need: rule.scroll, have: scrolled() });
  }
  if (rule.seen) rules.push(seen(rule.seen, passed('seen')));
  if (rule.event) rules.push({ rule: 'event', passed: passed('event'), need: rule.event });
  if (rule.exit) rules.push({ rule: 'exit', passed: passed('exit') });
  rules.push({ rule: 'quiet', passed: viewMs >= quietMs, ...lasting(quietMs, viewMs) });
  rules.push({ rule: 'busy', passed: !busy, ...(busy && { have: busy }) });
  return rules.map(withChange);
};

/** A time that passes by itself, if it has begun. */
const lasting = (need: number, have: number, hasBegun = true) => ({
  need,
  have: Math.round(have),
  ...(hasBegun && have < need ? { until: Math.ceil(Date.now() + need - have) } : {}),
});

/** How much of the page has been scrolled into view, 0 to 1. */
const scrolled = (): number => {
  const share = (scrollY + innerHeight) / document.documentElement.scrollHeight;
  return Math.min(1, Math.floor(share * 100) / 100);
};

const seen = (selector: string, passed: boolean): ExplainedTouchpoint['moment'][number] => {
  const rule = { rule: 'seen', need: selector } as const;
  if (passed) return { ...rule, passed, have: 'seen' };
  return isThere(selector)
    ? { ...rule, passed, have: 'there', change: 'visitor' }
    : { ...rule, passed, have: 'absent', change: 'page' };
};

const isThere = (selector: string): boolean => {
  try {
    return !!document.querySelector(selector);
  } catch {
    return false; // no selector at all: nothing can match it
  }
};
