import { expect, test } from 'vitest';
import { reasonCounts } from './reasons.js';
import type { Answered } from './store.js';

const answer = (level: number, ...reasons: string[]): Answered => ({
  at: 1,
  level,
  stage: 'search',
  touchpoint: 'search/filter',
  standing: 'prospect',
  device: '',
  source: '',
  intent: '',
  reasons,
  probability: 1,
});

test('an answer with several chips counts once for each, a chip named twice once, and none not at all', () => {
  const answers = [answer(2, 'slow', 'dear'), answer(7, 'slow', 'slow'), answer(5)];
  expect(reasonCounts([{ known: true, answers, outcomes: [], visits: [] }])).toEqual([
    {
      stage: 'search',
      touchpoint: 'search/filter',
      standing: 'prospect',
      answers: 3,
      withReasons: 2,
      reasons: { slow: { count: 2, negative: 1 }, dear: { count: 1, negative: 1 } },
    },
  ]);
});
