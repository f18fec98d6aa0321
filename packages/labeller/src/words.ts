import { stages as en } from '@wayfelt/protocol/words/en';
import { stages as ko } from '@wayfelt/protocol/words/ko';
import type { SiteSettings } from '@wayfelt/protocol';
import { useAround } from './use-labels.js';

/** Names the stages of these settings in the panel's language. */
export const useStageName = ({ journey }: SiteSettings): ((id: string) => string) => {
  const { language } = useAround();
  const words: { [id: string]: string } = language === 'ko' ? ko : en;
  return (id) => {
    const name = journey.stages.find((stage) => stage.id === id)?.name;
    // A stage may be called as something that every object has: `constructor`.
    const usual = Object.hasOwn(words, id) ? words[id] : undefined;
    return name?.[language] ?? usual ?? name?.['en'] ?? id;
  };
};
