import type { LevelId } from './levels.js';
import type { BuiltInStage } from './journeys.js';

/** Languages in which the question can be asked; each has a file in `words/`. */
export const LANGUAGES = [
  'en',
  'ko',
  'ja',
  'zh-Hans',
  'zh-Hant',
  'es',
  'fr',
  'de',
  'pt',
  'ar',
] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in several languages: BCP 47 tag → text. */
export type LocalizedText = { [locale: string]: string };

/** A level in words: its short name, and how one feels in a sentence. */
export interface LevelWords {
  name: string;
  sentence: string;
}

/** All eight levels in one language. A missing one does not compile. */
export type Words = Record<LevelId, LevelWords>;

/** The names of the built-in stages in one language. */
export type StageWords = Record<BuiltInStage, string>;
