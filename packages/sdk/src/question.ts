import type {
  AskForm,
  LocalizedText,
  PageSettings,
  Question,
  QuestionTexts,
  Standing,
} from '@wayfelt/protocol';
import { DEFAULT_ASKING } from '@wayfelt/protocol';

/** Where and to whom a question is asked. */
export interface Asking {
  ask: string;
  touchpoint?: string | undefined;
  stage?: string | undefined;
  standing: Standing;
  form: AskForm;
  locale: string;
  nonce?: string | undefined;
}

/** The question in the site's own words for this touchpoint, as the widget takes it. */
export const makeQuestion = (asking: Asking, settings: PageSettings): Question => {
  const { touchpoint, stage, nonce, locale, ...rest } = asking;
  const own = settings.touchpoints?.find(({ id }) => id === touchpoint);
  const texts = { ...inLocale(settings.texts, locale), ...inLocale(own?.texts, locale) };
  const reasons = own?.reasons?.map(({ id, text }) => ({ id, text: textIn(text, locale) ?? id }));
  const question: Question = {
    ...rest,
    locale,
    order: settings.asking?.order ?? DEFAULT_ASKING.order,
  };
  if (touchpoint) question.touchpoint = touchpoint;
  if (stage) question.stage = stage;
  if (nonce) question.nonce = nonce;
  if (settings.theme) question.theme = settings.theme;
  if (Object.keys(texts).length > 0) question.texts = texts;
  if (reasons?.length) question.reasons = reasons;
  if (own?.intent) question.intent = true;
  if (settings.comments === false) question.comments = false;
  if (own?.contact) question.contact = true;
  return question;
};

type ByLocale<T> = { [locale: string]: T } | undefined;

/** The entry for `ko-KR` is `ko-KR`'s, else `ko`'s; else there is none, and the widget has words of its own. */
const inLocale = <T>(all: ByLocale<T>, locale: string): T | undefined => {
  for (const [key, value] of Object.entries(all ?? {})) {
    if (key.toLowerCase() === locale.toLowerCase()) return value;
  }
  const shorter = locale.lastIndexOf('-');
  return shorter > 0 ? inLocale(all, locale.slice(0, shorter)) : undefined;
};

const textIn = (text: LocalizedText, locale: string): string | undefined =>
  inLocale(text, locale) ?? text['en'] ?? Object.values(text)[0];

export type Texts = Partial<QuestionTexts>;
