import { expect, test } from 'vitest';
import { sourceOf } from './origin.js';

test.each([
  ['', '', 'direct'],
  ['', 'https://shop.example/cart', 'direct'],
  ['', 'https://www.naver.com/', 'www.naver.com'],
  ['?utm_source=kakao', 'https://www.naver.com/', 'kakao'],
  ['?utm_source=kakao&utm_campaign=spring', '', 'spring'],
  ['?utm_medium=email', 'https://mail.example/', 'mail.example'],
])('%s linked from %s comes from %s', (search, referrer, source) => {
  const location = { search, host: 'shop.example' } as Location;
  expect(sourceOf(location, referrer)).toBe(source);
});
