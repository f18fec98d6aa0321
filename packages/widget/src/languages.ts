import type { Language } from '@wayfelt/protocol';
import type { AskedWords } from './texts.js';

/** Written out, so that bundlers see the files of ten languages and visitors download those of one. */
const FILES: Record<Language, () => Promise<AskedWords>> = {
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
  const hant = /hant|^(?!.*hans).*-(tw|hk|mo)/i.test(locale);
  const tag = locale
    .slice(0, 2)
    .toLowerCase()
    .replace('zh', hant ? 'zh-Hant' : 'zh-Hans');
  return tag in FILES ? (tag as Language) : 'en';
};

/** Rejects only when the file cannot be loaded. */
export const loadWords = (language: Language): Promise<AskedWords> => FILES[language]();
