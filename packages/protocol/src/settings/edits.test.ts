import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../defaults.js';
import { checkSettings } from './check.js';
import { freeId, idOfName, withRule, withStage, withTouchpoint } from './edits.js';

const rule = (id: string, match: string, stage = 'search') => ({ id, match, stage });
const settings = {
  ...DEFAULT_SETTINGS,
  rules: [rule('a', '/help/*'), rule('b', '/products/*'), rule('c', '/*')],
};
const order = (next: typeof DEFAULT_SETTINGS) => next.rules.map(({ match }) => match);

describe('a rule for the page one is looking at', () => {
  it('stands before the rules that win there so far', () => {
    const next = withRule(
      settings,
      { match: '/products/:id', stage: 'consideration' },
      '/products/1',
    );
    expect(order(next)).toEqual(['/help/*', '/products/:id', '/products/*', '/*']);
  });

  it('changes the rule that has its pattern, and lets it win', () => {
    const next = withRule(settings, { match: '/*', stage: 'use' }, '/products/1');
    expect(order(next)).toEqual(['/help/*', '/*', '/products/*']);
    expect(next.rules[1]).toEqual(rule('c', '/*', 'use'));
  });

  it('stays where it is when it wins already', () => {
    const next = withRule(settings, { match: '/help/*', stage: 'use' }, '/help/x');
    expect(order(next)).toEqual(['/help/*', '/products/*', '/*']);
  });

  it('comes last where no rule matched', () => {
    const only = { ...settings, rules: settings.rules.slice(0, 1) };
    expect(order(withRule(only, { match: '/cart', stage: 'purchase' }, '/cart'))).toEqual([
      '/help/*',
      '/cart',
    ]);
  });
});

it('adds stages and touchpoints that the check accepts', () => {
  const staged = withStage(DEFAULT_SETTINGS, { id: 'fitting', name: { en: 'Fitting' } }, 'search');
  expect(staged.journey.stages[2]?.id).toBe('fitting');
  const touched = withTouchpoint(staged, { id: 'fitting/mirror', stage: 'fitting' });
  const renamed = withTouchpoint(
    touched,
    { id: 'fitting/room', stage: 'fitting' },
    'fitting/mirror',
  );
  expect(renamed.touchpoints).toEqual([{ id: 'fitting/room', stage: 'fitting' }]);
  expect(checkSettings(renamed).ok).toBe(true);
});

it('makes ids of names', () => {
  expect(idOfName(' Compare table (new) ')).toBe('compare-table-new');
  expect(idOfName('비교 표')).toBe('비교-표');
  expect(freeId('rule', [{ id: 'rule-1' }])).toBe('rule-2');
});
