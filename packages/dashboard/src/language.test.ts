import { describe, expect, it } from 'vitest';
import { chooseLanguage, createFormats } from './language.js';

describe('the language', () => {
  it('is the chosen one, else the first of ours that the reader prefers, else English', () => {
    expect(chooseLanguage('ko', ['en-GB'])).toBe('ko');
    expect(chooseLanguage('', ['fr-FR', 'ko-KR', 'en'])).toBe('ko');
    expect(chooseLanguage('', ['fr', 'de'])).toBe('en');
  });

  it('writes numbers and days as it is used to', () => {
    const at = Date.UTC(2026, 2, 1, 12);
    expect(createFormats('en').percent(0.414)).toBe('41%');
    expect(createFormats('en').points(0.12)).toBe('+12');
    expect(createFormats('en').day(at)).toBe('1 March 2026');
    expect(createFormats('ko').day(at)).toBe('2026년 3월 1일');
    expect(createFormats('ko').ago(at, at + 3 * 3_600_000)).toBe('3시간 전');
  });

  it('writes counts and shares as the browser would', () => {
    for (const [language, locale] of [
      ['en', 'en-GB'],
      ['ko', 'ko-KR'],
    ] as const) {
      const { count, percent, points, ratio } = createFormats(language);
      const signed = new Intl.NumberFormat(locale, {
        signDisplay: 'exceptZero',
        maximumFractionDigits: 0,
      });
      for (let step = -2_000; step <= 2_000; step += 1)
        expect(points(step / 1_000)).toBe(signed.format(step / 10).replace('-', '−'));
      const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
      const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
      for (const n of [0, 1, 999, 1_000, 12_345, 999_999.5, 1_234_567_890, -1_234])
        expect(count(n)).toBe(whole.format(n));
      for (let n = 1; n <= 200; n += 1)
        for (let k = 0; k <= n; k += 1) expect(percent(k / n)).toBe(share.format(k / n));
      const tenth = new Intl.NumberFormat(locale, {
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
      for (let step = 0; step <= 9_999; step += 1)
        expect(ratio(step / 100)).toBe(tenth.format(step / 100));
      for (const n of [1_234.56, 9_999.95, 1_234_567]) expect(ratio(n)).toBe(tenth.format(n));
    }
  });
});
