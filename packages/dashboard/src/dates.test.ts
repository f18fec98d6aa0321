import { describe, expect, it } from 'vitest';
import { createDates } from './dates.js';

const LOCALES = [
  ['en', 'en-GB'],
  ['ko', 'ko-KR'],
] as const;
const SEVEN_HOURS_ODD = 7 * 3_600_000 + 61_000;

describe('dates', () => {
  it('are written as the browser would, on every day of four years', () => {
    for (const [language, locale] of LOCALES) {
      const { day, shortDay } = createDates(language);
      const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
      const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
      const end = Date.UTC(2030, 0, 1);
      for (let at = Date.UTC(2026, 0, 1); at < end; at += SEVEN_HOURS_ODD) {
        expect(day(at)).toBe(long.format(at));
        expect(shortDay(at)).toBe(short.format(at));
      }
    }
  });

  it('have the time of this clock, as each language tells it', () => {
    const at = (hour: number, minute: number): number =>
      new Date(2026, 8, 9, hour, minute).getTime();
    const english = createDates('en');
    const korean = createDates('ko');
    expect(english.moment(at(0, 5))).toBe('9 Sept, 00:05');
    expect(english.moment(at(14, 30))).toBe('9 Sept, 14:30');
    expect(korean.moment(at(0, 5))).toBe('9월 9일 오전 12:05');
    expect(korean.moment(at(9, 0))).toBe('9월 9일 오전 9:00');
    expect(korean.moment(at(12, 0))).toBe('9월 9일 오후 12:00');
    expect(korean.moment(at(23, 59))).toBe('9월 9일 오후 11:59');
  });

  it('are told from now as the browser would', () => {
    const steps = [
      ['minute', 60_000, 59],
      ['hour', 3_600_000, 23],
      ['day', 86_400_000, 400],
    ] as const;
    for (const [language, locale] of LOCALES) {
      const { ago } = createDates(language);
      const told = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      expect(ago(5_000, 64_999)).toBe(told.format(0, 'second'));
      for (const [step, size, most] of steps)
        for (let n = 1; n <= most; n += 1) {
          expect(ago(0, n * size)).toBe(told.format(-n, step));
          expect(ago(0, (n + 1) * size - 1)).toBe(told.format(-n, step));
        }
    }
  });
});
