import { expect, test } from 'vitest';
import { createWayfelt } from './index.js';

test('on a server every verb is there, does nothing and throws nothing', async () => {
  const wayfelt = createWayfelt({ site: 'shop', collector: 'https://feedback.example.com' });
  wayfelt.stage('search');
  wayfelt.touchpoint('search/results');
  wayfelt.standing('customer');
  wayfelt.consent('granted');
  wayfelt.on('error', () => undefined)();
  expect(await wayfelt.ask('search/results')).toEqual({ asked: false, why: 'load' });
  expect(await wayfelt.rate({ level: 7 })).toBe('lost');
  expect(await wayfelt.outcome('purchase')).toBe('lost');
  expect(await wayfelt.flush()).toEqual({ waiting: 0 });
  expect(await wayfelt.handover()).toBeUndefined();
  expect(await wayfelt.explain()).toBeUndefined();
  await wayfelt.forget();
});
