import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { SiteSettings } from '@wayfelt/protocol';
import { useDashboard } from '../state.js';
import { stageName } from '../names.js';
import type { Editor } from './editor.js';
import type { SettingsTexts } from './texts/en.js';

export interface Editing {
  editor: Editor;
  texts: SettingsTexts;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('useEditing is called outside of the settings.');
  return editing;
};

/** The settings as they are edited. Only inside the pages, which are drawn once the settings are there. */
export const useDraft = (): SiteSettings => {
  const { draft } = useEditing().editor;
  if (!draft.value) throw new Error('useDraft is called before the settings are there.');
  return draft.value;
};

/** Names a stage, and a touchpoint, in the reader's language. */
export const useNames = (): {
  stage(id: string): string;
  touchpoint(id: string): string;
} => {
  const { texts, language } = useDashboard();
  const draft = useDraft();
  return {
    stage: (id) => stageName(id, texts.value, language.value, draft),
    touchpoint: (id) => {
      const name = draft.touchpoints.find((one) => one.id === id)?.name;
      return name?.[language.value] ?? name?.['en'] ?? id;
    },
  };
};
