import { LANGUAGES, type Language } from '@wayfelt/protocol';
import type { LanguageFile } from './texts.js';

/** Written out, so that bundlers see ten files and visitors download one. */
const FILES: Record<Language, () => Promise<LanguageFile>> = {
  en: () => import('./words/en.js'),
  ko: () => import('./words/ko.js'),
  ja: () => import('./words/ja.js'),
  'zh-Hans': () => import('./words/zh-Hans.js'),
  'zh-Hant': () => import('./words/zh-Hant.js'),
  es: () => import('./words/es.js'),
  fr: () => import('./words/fr.js'),
  de: () => import('./words/de.js'),
  pt: () => import('./words/pt.js'),
  ar: () => import('./words/ar.js'),
};

/**
 * The language we have that is nearest to a BCP 47 tag: `fr-CA` → `fr`, `zh-TW` → `zh-Hant`; English where
 * we have none. Hong Kong, Macau and Taiwan write traditional characters unless the tag says otherwise.
 */
export const nearestLanguage = (locale: string): Language => {
  const tag = /^zh\b/i.test(locale)
    ? /hant|-(tw|hk|mo)\b(?!.*hans)/i.test(locale)
      ? 'zh-Hant'
      : 'zh-Hans'
    : locale.split(/[-_]/)[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === tag) ?? 'en';
};

/** Rejects only when the file cannot be loaded. */
export const loadWords = (language: Language): Promise<LanguageFile> => FILES[language]();
