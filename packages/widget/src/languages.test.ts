import { expect, test } from 'vitest';
import { LANGUAGES, LEVELS } from '@wayfelt/protocol';
import { loadWords, nearestLanguage } from './languages.js';

test.each([
  ['en-GB', 'en'],
  ['ko-KR', 'ko'],
  ['fr-CA', 'fr'],
  ['pt-PT', 'pt'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant-SG', 'zh-Hant'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['AR-eg', 'ar'],
  ['sv', 'en'],
  ['', 'en'],
])('%s is asked in %s', (locale, language) => {
  expect(nearestLanguage(locale)).toBe(language);
});

test.each(LANGUAGES)('%s says all of it, each level in its own words', async (language) => {
  const { levels, texts, followUp } = await loadWords(language);
  const later = await followUp();
  const all = [...Object.values(texts), ...Object.values(later.texts)];
  expect(all.every((text) => text.trim() === text && text !== '')).toBe(true);
  expect(Object.keys(levels)).toEqual(LEVELS);
  expect(new Set(LEVELS.map((id) => levels[id].name)).size).toBe(LEVELS.length);
  expect(new Set(LEVELS.map((id) => levels[id].sentence)).size).toBe(LEVELS.length);
});
