/**
 * What a reader of the dashboard chooses for their browser. The browser keeps it in cookies, and the collector writes it
 * into the page: a first script that had to read a storage would wait for it.
 */

/** The dashboard's own languages; the question has more. */
export const DASHBOARD_LANGUAGES = ['en', 'ko'] as const;
export type DashboardLanguage = (typeof DASHBOARD_LANGUAGES)[number];

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Each choice by its name, which `<html data-…="{{…}}">` has too. */
export const READER_CHOICES = { language: DASHBOARD_LANGUAGES, appearance: APPEARANCES } as const;
export type ReaderChoice = keyof typeof READER_CHOICES;

/** The cookie of a choice. */
export const choiceCookie = (name: ReaderChoice): string => `wayfelt_${name}`;
