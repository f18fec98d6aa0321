import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES, type Language, type QuestionTexts, type SiteSettings } from '@wayfelt/protocol';
import { withTouchpoint } from '@wayfelt/protocol/settings-check';
import { useDashboard } from '../../state.js';
import { SelectField, TextField } from '../fields.js';
import { Preview } from '../preview.js';
import { useDraft, useEditing, useNames } from '../use-editor.js';

const PARTS = [
  'question',
  'followUpPositive',
  'followUpIndifferent',
  'followUpNegative',
  'thanks',
] as const satisfies readonly (keyof QuestionTexts)[];

type SiteTexts = SiteSettings['texts'];

/** The question in the team's own words, per language, for the whole site or for one touchpoint. */
export const WordingPage = (): JSX.Element => {
  const { editor, texts } = useEditing();
  const draft = useDraft();
  const names = useNames();
  const { wording: words } = texts;
  const { language: shown } = useDashboard();
  const [language, setLanguage] = useState<Language>(shown.value);
  const [where, setWhere] = useState('');
  const touchpoint = draft.touchpoints.find(({ id }) => id === where);
  const all: SiteTexts = (touchpoint ? touchpoint.texts : draft.texts) ?? {};
  const own = all[language] ?? {};
  const usual = { ...useUsualWords(language), ...(touchpoint ? draft.texts[language] : {}) };
  const set = (part: keyof QuestionTexts, text: string) => {
    const { [part]: _, ...rest } = own;
    const { [language]: _before, ...others } = all;
    const inLanguage = text === '' ? rest : { ...rest, [part]: text };
    const next: SiteTexts =
      Object.keys(inLanguage).length > 0 ? { ...others, [language]: inLanguage } : others;
    editor.edit((settings) =>
      touchpoint
        ? withTouchpoint(settings, { ...touchpoint, texts: next })
        : { ...settings, texts: next },
    );
  };
  return (
    <>
      <p class="lead">{words.lead}</p>
      <div class="form-grid">
        <SelectField
          label={words.language}
          value={language}
          options={LANGUAGES.map((value) => ({ value, text: texts.languages[value] }))}
          onChange={setLanguage}
        />
        <SelectField
          label={words.touchpoint}
          value={where}
          options={[
            { value: '', text: words.everywhere },
            ...draft.touchpoints.map(({ id }) => ({ value: id, text: names.touchpoint(id) })),
          ]}
          onChange={setWhere}
        />
      </div>
      <div class="form-wide" dir={language === 'ar' ? 'rtl' : undefined}>
        {PARTS.map((part) => (
          <TextField
            key={`${where} ${language} ${part}`}
            lang={language}
            label={words[part]}
            placeholder={usual[part] ?? ''}
            value={own[part] ?? ''}
            onChange={(text) => set(part, text)}
          />
        ))}
      </div>
      <Preview
        language={language}
        words={{ ...(touchpoint ? draft.texts[language] : {}), ...own }}
      />
    </>
  );
};

/** What the question says where the team says nothing: from the same files that pages load. */
const useUsualWords = (language: Language): Partial<QuestionTexts> => {
  const [usual, setUsual] = useState<{ language: Language; words: Partial<QuestionTexts> }>();
  useEffect(() => {
    const load = async () => {
      const asked = (await import(/* @vite-ignore */ `/wayfelt-words-${language}.js`)) as Words;
      const followUp = await asked.followUp();
      setUsual({ language, words: { ...followUp.texts, ...asked.texts } });
    };
    load().catch(() => {
      // An older or partly installed collector: the fields stay empty, as they were.
    });
  }, [language]);
  return usual?.language === language ? usual.words : {};
};

interface Words {
  texts: Partial<QuestionTexts>;
  followUp(): Promise<{ texts: Partial<QuestionTexts> }>;
}
