import { NINE_STAGES } from '@wayfelt/protocol';
import { expect, test } from 'vitest';
import { nearest } from './nearest.js';

test.each([
  ['serach', 'search'],
  ['Awarness', 'awareness'],
  ['aftr-servis', 'after-service'],
  ['instalation', 'installation'],
  ['checkout', undefined],
])('%s most likely means %s', (name, meant) => {
  expect(nearest(name, NINE_STAGES)).toBe(meant);
});
