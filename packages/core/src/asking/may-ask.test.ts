import { DEFAULT_ASKING, type AskEnd } from '@wayfelt/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawFor, withEntry, type AskEntry } from './history.js';
import { mayAsk, type Occasion } from './may-ask.js';

const DAY_MS = 86_400_000;
const NOW = 1_790_000_000_000;
const occasion = (change: Partial<Occasion> = {}): Occasion => ({
  touchpoint: 'search/results',
  now: NOW,
  asking: DEFAULT_ASKING,
  history: [],
  standing: 'prospect',
  tier: 2,
  session: 'now',
  draw: 0,
  ...change,
});
const asked = (agoMs: number, how: AskEntry['how'], touchpoint = 'other'): AskEntry => ({
  touchpoint,
  at: NOW - agoMs,
  how,
  session: 'before',
});
const why = (change: Partial<Occasion>) => {
  const verdict = mayAsk(occasion(change));
  return verdict.may ? 'may' : verdict.why;
};

describe('whether a visitor may be asked', () => {
  test('someone never asked before may be', () => {
    expect(mayAsk(occasion())).toEqual({ may: true, probability: 1 });
  });

  test.each([
    ['without consent nobody is asked', { tier: 0 as const }, 'consent'],
    ['a rule that is off asks nobody', { rule: { on: false } }, 'on'],
    ['a call asks where the rule is off', { rule: { on: false }, called: true }, 'may'],
    [
      'a rule for customers asks no prospect',
      { rule: { on: true, standing: 'customer' } },
      'standing',
    ],
    ['"don\'t ask me again" is for ever', { history: [asked(4_000 * DAY_MS, 'never')] }, 'never'],
    [
      'one question a visit',
      { history: [{ ...asked(60 * DAY_MS, 'answered'), session: 'now' }] },
      'this-visit',
    ],
    [
      'four a year',
      { history: [300, 200, 150, 100].map((days) => asked(days * DAY_MS, 'answered')) },
      'year',
    ],
    [
      'who is above the sample is not asked',
      { rule: { on: true, sample: 0.2 }, draw: 0.2 },
      'sample',
    ],
    ['who is below it is', { rule: { on: true, sample: 0.2 }, draw: 0.19 }, 'may'],
    ['a sample of 0 asks nobody', { rule: { on: true, sample: 0 }, draw: 0 }, 'sample'],
    ['little is asked where much is known', { wanted: 0.3, draw: 0.5 }, 'sample'],
  ] as [string, Partial<Occasion>, string][])('%s', (_, change, expected) => {
    expect(why(change)).toBe(expected);
  });

  test.each([
    ['between', 14, 'answered', 'other'],
    ['touchpoint', 90, 'answered', 'search/results'],
    ['snoozed', 30, 'snoozed', 'other'],
    ['dismissed', 30, 'dismissed', 'other'],
    ['ignored', 14, 'ignored', 'other'],
  ] as [string, number, AskEnd, string][])(
    'waits after %s to the millisecond, %i days',
    (rule, days, how, touchpoint) => {
      const history = (agoMs: number) => ({ history: [asked(agoMs, how, touchpoint)] });
      expect(why(history(days * DAY_MS - 1))).toBe(rule);
      expect(why(history(days * DAY_MS))).toBe('may');
    },
  );

  test('a refusal says when it ends', () => {
    const history = [asked(DAY_MS, 'snoozed')];
    expect(mayAsk(occasion({ history }))).toEqual({
      may: false,
      why: 'snoozed',
      until: NOW + 29 * DAY_MS,
    });
  });

  test('a clock that was set back does not open the way', () => {
    expect(why({ history: [asked(-DAY_MS, 'answered')] })).toBe('between');
  });

  test('the probability is what is drawn against', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, draw) => {
          const verdict = mayAsk(occasion({ rule: { on: true, sample }, draw }));
          expect(verdict.may).toBe(draw < sample);
        },
      ),
    );
  });
});

test('no two questions come within a wait, in whatever order tabs and clocks take turns', () => {
  const turn = fc.record({
    tab: fc.nat(3),
    touchpoint: fc.constantFrom('a', 'b', 'c'),
    clock: fc.integer({ min: -40 * DAY_MS, max: 60 * DAY_MS }),
    end: fc.constantFrom<AskEnd | 'shown'>('answered', 'snoozed', 'dismissed', 'ignored', 'shown'),
    newVisit: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
      let now = NOW;
      let visit = 0;
      // What all tabs share: each decides alone (the lock), on what was written before.
      let history: AskEntry[] = [];
      const shown: { at: number; touchpoint: string; visit: number }[] = [];
      for (const { touchpoint, clock, end, newVisit } of turns) {
        now += clock;
        if (newVisit) visit++;
        const session = `${visit}`;
        if (!mayAsk(occasion({ now, touchpoint, history, session })).may) continue;
        for (const before of shown) {
          expect(now - before.at).toBeGreaterThanOrEqual(DEFAULT_ASKING.betweenMs);
          expect(before.visit).not.toBe(visit);
          if (before.touchpoint === touchpoint) {
            expect(now - before.at).toBeGreaterThanOrEqual(DEFAULT_ASKING.sameTouchpointMs);
          }
        }
        shown.push({ at: now, touchpoint, visit });
        history = withEntry(history, { touchpoint, at: now, session, how: 'shown' });
        if (end !== 'shown')
          history = withEntry(history, { touchpoint, at: now, session, how: end });
      }
    }),
    { numRuns: 500 },
  );
});

test('"don\'t ask me again" outlives any number of later entries', () => {
  let history = withEntry([], asked(0, 'never'));
  for (let i = 0; i < 200; i++) history = withEntry(history, asked(i, 'answered'));
  expect(history.length).toBeLessThan(70);
  expect(why({ history })).toBe('never');
});

test('a draw is the same at every visit, and even over visitors', () => {
  const draws = Array.from({ length: 4_000 }, (_, i) => drawFor(i / 4_000, 'search/results'));
  expect(draws).toEqual(draws.map((_, i) => drawFor(i / 4_000, 'search/results')));
  for (const p of [0.1, 0.5, 0.9]) {
    const below = draws.filter((draw) => draw < p).length / draws.length;
    // Four standard errors of a fair draw.
    expect(Math.abs(below - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws.length));
  }
  expect(drawFor(0.3, 'a')).not.toBe(drawFor(0.3, 'b'));
});
