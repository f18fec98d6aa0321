import type { Texts } from './texts/en.js';

/** The dashboard's own languages; the question has more. */
export const DASHBOARD_LANGUAGES = ['en', 'ko'] as const;
export type DashboardLanguage = (typeof DASHBOARD_LANGUAGES)[number];

/** The best of our languages for what the reader prefers. */
export const chooseLanguage = (
  remembered: string | null,
  preferred: readonly string[],
): DashboardLanguage => {
  for (const wanted of [remembered ?? '', ...preferred]) {
    const found = DASHBOARD_LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
};

export const loadTexts = async (language: DashboardLanguage): Promise<Texts> =>
  language === 'ko' ? (await import('./texts/ko.js')).texts : (await import('./texts/en.js')).texts;

/** How numbers and dates are written in one language. */
export interface Formats {
  count(n: number): string;
  /** 0.412 → 41%; for shares and differences of shares. */
  percent(share: number): string;
  /** With a sign, in points: 0.12 → +12. */
  points(difference: number): string;
  /** 6.4. */
  level(level: number): string;
  ratio(value: number): string;
  day(at: number): string;
  shortDay(at: number): string;
  moment(at: number): string;
  /** "3 minutes ago". */
  ago(at: number, now: number): string;
  money(value: number, currency: string): string;
}

const MINUTE_MS = 60_000;
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', MINUTE_MS],
] as const;

export const createFormats = (language: DashboardLanguage): Formats => {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  // Making one takes milliseconds; most screens need two of them.
  const number = (options: Intl.NumberFormatOptions): ((value: number) => string) => {
    const format = once(() => new Intl.NumberFormat(locale, options));
    return (value) => format().format(value);
  };
  const date = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const format = once(() => new Intl.DateTimeFormat(locale, options));
    return (at) => format().format(at);
  };
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  return {
    count: grouped,
    percent: (share) => `${grouped(share * 100)}%`,
    points: (difference) => signed(difference * 100),
    level: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    ratio: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    day: date({ year: 'numeric', month: 'long', day: 'numeric' }),
    shortDay: date({ month: 'short', day: 'numeric' }),
    moment: date({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }),
    ago: (at, now) => {
      for (const [unit, size] of STEPS)
        if (now - at >= size) return relative().format(-Math.floor((now - at) / size), unit);
      return relative().format(0, 'second');
    },
    money: (value, currency) => number({ style: 'currency', currency })(value),
  };
};

/**
 * A whole number with its thousands apart, which both languages write alike. By hand, since the browser's own way takes
 * up to a tenth of a second to begin with, and the first view has nothing but counts and per cents.
 */
const grouped = (value: number): string =>
  // 57.49999999999999 is 0.575 × 100
  String(Math.round(Number(value.toFixed(8)))).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** With a real minus: a hyphen beside the dash of an interval is not read as one. */
const signed = (value: number): string => {
  const size = grouped(Math.abs(value));
  if (size === '0') return size;
  return (value < 0 ? '−' : '+') + size;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
