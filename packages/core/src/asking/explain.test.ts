// @vitest-environment happy-dom
import { DEFAULT_ASKING, type AskRule, type ExplainedRule } from '@wayfelt/protocol';
import { beforeEach, expect, test } from 'vitest';
import { explainMoment, withChange, type Moment } from './explain.js';
import { askRules } from './may-ask.js';
import { watchRule } from './triggers.js';

beforeEach(() => {
  document.body.innerHTML = '<input id="field" /><p class="price">7</p>';
});

const EVERYTHING: AskRule = {
  on: true,
  delayMs: 3_600_000,
  scroll: 2,
  seen: '.price',
  event: 'shop:compared',
  exit: true,
};
const explain = (moment: Partial<Moment>) =>
  explainMoment({ met: true, quietMs: 0, viewMs: 0, ...moment });
const of = (rules: readonly ExplainedRule[], name: string) =>
  rules.find(({ rule }) => rule === name);

test('everything that a rule waits for is told, with what is there and who can change it', () => {
  const waiting = watchRule(EVERYTHING, () => {});
  const rules = explain({ rule: EVERYTHING, waiting, quietMs: 5_000, viewMs: 1_000 });
  waiting.stop();
  expect(rules.map(({ rule }) => rule)).toEqual([
    'met',
    'delay',
    'scroll',
    'seen',
    'event',
    'exit',
    'quiet',
    'busy',
  ]);
  expect(of(rules, 'met')).toEqual({ rule: 'met', passed: true });
  expect(of(rules, 'delay')).toMatchObject({ passed: false, need: 3_600_000, change: 'time' });
  expect(of(rules, 'delay')?.until).toBeGreaterThan(Date.now());
  expect(of(rules, 'scroll')).toMatchObject({ passed: false, need: 2, change: 'visitor' });
  expect(of(rules, 'seen')).toMatchObject({ passed: false, have: 'there', change: 'visitor' });
  expect(of(rules, 'event')).toMatchObject({ need: 'shop:compared', change: 'page' });
  expect(of(rules, 'exit')).toMatchObject({ passed: false, change: 'visitor' });
  expect(of(rules, 'quiet')).toMatchObject({ passed: false, need: 5_000, have: 1_000 });
});

test('what came true has passed, and the rest still waits', () => {
  const waiting = watchRule(EVERYTHING, () => {});
  document.dispatchEvent(new Event('shop:compared'));
  const rules = explain({ rule: EVERYTHING, waiting });
  waiting.stop();
  expect(of(rules, 'event')).toEqual({ rule: 'event', passed: true, need: 'shop:compared' });
  expect(of(rules, 'exit')?.passed).toBe(false);
});

test('a touchpoint that was not met waits for nothing yet', () => {
  const rules = explain({ rule: { on: true, delayMs: 1_000 }, met: false });
  expect(of(rules, 'met')).toEqual({ rule: 'met', passed: false, change: 'visitor' });
  expect(of(rules, 'delay')).toEqual({
    rule: 'delay',
    passed: false,
    need: 1_000,
    have: 0,
    change: 'time',
  });
});

test.each(['.nowhere', '!!'])(
  'an element to be seen that is not there (%s) is the page’s',
  (seen) => {
    expect(of(explain({ rule: { on: true, seen } }), 'seen')).toMatchObject({
      passed: false,
      have: 'absent',
      change: 'page',
    });
  },
);

test('whoever types is busy', () => {
  expect(of(explain({}), 'busy')).toEqual({ rule: 'busy', passed: true });
  document.querySelector('input')?.focus();
  expect(of(explain({}), 'busy')).toMatchObject({ passed: false, have: 'typing' });
});

test('a wait ends by itself, a sample by the settings, and "never" not at all', () => {
  const entry = (how: 'never' | 'shown') => ({ touchpoint: 'a', at: 0, session: 's', how });
  const rules = askRules({
    touchpoint: 'a',
    now: 1_000,
    asking: DEFAULT_ASKING,
    history: [entry('shown'), entry('never')],
    standing: 'prospect',
    tier: 2,
    session: 't',
    draw: 1,
  }).map(withChange);
  expect(of(rules, 'touchpoint')).toMatchObject({ passed: false, change: 'time' });
  expect(of(rules, 'sample')).toMatchObject({ passed: false, change: 'settings' });
  expect(of(rules, 'never')).toEqual({ rule: 'never', passed: false });
  expect(of(rules, 'consent')).not.toHaveProperty('change');
});
