import { expect, it } from 'vitest';
import { SIX_STEP_JOURNEY, NINE_STAGE_JOURNEY } from '../journeys.js';
import { likelyStage } from '../settings-check.js';

it.each([
  ['/', 'awareness'],
  ['/search', 'search'],
  ['/products/:id', 'consideration'],
  ['/products/17/reviews', 'consideration'],
  ['/checkout/payment', 'purchase'],
  ['/orders/2024-0017/tracking', 'purchase'],
  ['/help/returns', 'after-service'],
  ['/recycling', 'disposal'],
  ['/lamps', undefined],
])('%s is most likely %s', (page, stage) => {
  expect(likelyStage(page, NINE_STAGE_JOURNEY.stages)).toBe(stage);
});

it('proposes only stages that the journey has', () => {
  const { stages } = SIX_STEP_JOURNEY;
  expect(likelyStage('/search', stages)).toBe('information-gathering');
  expect(likelyStage('/recycling', stages)).toBeUndefined();
});
