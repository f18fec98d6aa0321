import { DASHBOARD_LANGUAGES, type DashboardLanguage } from '@wayfelt/protocol';
import { createDates, type Dates } from './dates.js';
import type { Texts } from './texts/en.js';

/** The best of our languages for what the reader prefers. */
export const chooseLanguage = (
  chosen: string | undefined,
  preferred: readonly string[],
): DashboardLanguage => {
  for (const wanted of [chosen ?? '', ...preferred]) {
    const found = DASHBOARD_LANGUAGES.find((language) => wanted.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
};

export const loadTexts = async (language: DashboardLanguage): Promise<Texts> =>
  language === 'ko' ? (await import('./texts/ko.js')).texts : (await import('./texts/en.js')).texts;

/** How numbers and dates are written in one language. */
export interface Formats extends Dates {
  count(n: number): string;
  /** 0.412 → 41%; for shares and differences of shares. */
  percent(share: number): string;
  /** With a sign, in points: 0.12 → +12. */
  points(difference: number): string;
  /** 6.4. */
  level(level: number): string;
  ratio(value: number): string;
}

export const createFormats = (language: DashboardLanguage): Formats => {
  return {
    count: grouped,
    percent: (share) => `${grouped(share * 100)}%`,
    points: (difference) => signed(difference * 100),
    level: tenths,
    ratio: tenths,
    ...createDates(language),
  };
};

/**
 * A whole number with its thousands apart, which both languages write alike. By hand, since the browser's own way takes
 * up to a tenth of a second to begin with, and the first view has nothing but counts and per cents.
 */
const grouped = (value: number): string => {
  // 57.49999999999999 is 0.575 × 100
  const whole = Math.round(Number(value.toFixed(8)));
  return Math.abs(whole) < 1_000 ? String(whole) : withCommas(String(whole));
};

const withCommas = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** With one decimal: 6.4, 1,234.0. */
const tenths = (value: number): string => {
  const whole = Math.round(Number((value * 10).toFixed(8)));
  return `${grouped(Math.trunc(whole / 10))}.${Math.abs(whole % 10)}`;
};

/** With a real minus: a hyphen beside the dash of an interval is not read as one. */
const signed = (value: number): string => {
  const size = grouped(Math.abs(value));
  if (size === '0') return size;
  return (value < 0 ? '−' : '+') + size;
};
