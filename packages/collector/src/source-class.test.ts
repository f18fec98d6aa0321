import { expect, test } from 'vitest';
import { SOURCE_CLASSES } from '@wayfelt/protocol';
import { sourceClassOf } from './source-class.js';

test.each([
  ['', ''],
  ['direct', 'direct'],
  ['www.google.com', 'search'],
  ['google.co.kr', 'search'],
  ['m.search.naver.com', 'search'],
  ['search.daum.net', 'search'],
  ['duckduckgo.com', 'search'],
  ['l.facebook.com', 'social'],
  ['m.blog.naver.com', 'social'],
  ['t.co', 'social'],
  ['x.com', 'social'],
  ['youtu.be', 'social'],
  ['mail.google.com', 'mail'],
  ['mail.naver.com', 'mail'],
  ['outlook.live.com', 'mail'],
  ['googleads.g.doubleclick.net', 'advertisement'],
  ['adcr.naver.com', 'advertisement'],
  ['lightsandlamps.example', 'referral'],
  ['notgoogle.example.org', 'referral'],
  ['localhost:4400', 'referral'],
  ['192.168.1.20', 'referral'],
  ['kakao', 'social'],
  ['Email', 'mail'],
  ['spring-newsletter', 'mail'],
  ['naver_cpc', 'advertisement'],
  ['spring', 'advertisement'],
  ['organic', 'search'],
])('%s is a visit by %s', (source, kind) => {
  expect(sourceClassOf(source)).toBe(kind);
});

test('a class is its own class, so that a filter may name either', () => {
  for (const kind of SOURCE_CLASSES) expect(sourceClassOf(kind)).toBe(kind);
});
