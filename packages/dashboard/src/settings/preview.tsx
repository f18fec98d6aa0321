import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type {
  Language,
  OpenQuestion,
  Question,
  QuestionListener,
  QuestionTexts,
} from '@wayfelt/protocol';
import { useDraft, useEditing } from './use-editor.js';

/** The collector serves the question beside the dashboard; it is the same file that pages load. */
const WIDGET = '/wayfelt-widget.js';

interface Widget {
  ask(question: Question, listener: QuestionListener): Promise<OpenQuestion>;
}

interface PreviewProps {
  language: Language;
  /** The team's own words of the question in this language. */
  words: Partial<QuestionTexts>;
  children?: ComponentChildren;
}

/** The real question with the edited look and words; it follows every change. */
export const Preview = ({ language, words: own, children }: PreviewProps): JSX.Element => {
  const { texts } = useEditing();
  const { theme } = useDraft();
  const { look: words } = texts;
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const open = useRef<OpenQuestion | undefined>(undefined);
  useEffect(() => () => open.current?.close(), []);
  useEffect(
    () => open.current?.update({ theme, locale: language, texts: own }),
    [theme, own, language],
  );

  const show = async () => {
    const listener: QuestionListener = {
      seen() {},
      keep: async () => 'memory',
      send: async () => 'memory',
      async takeBack() {},
      closed() {
        open.current = undefined;
        setState('closed');
      },
    };
    const question: Question = {
      ask: 'preview',
      standing: 'prospect',
      form: 'card',
      order: 'worst-first',
      locale: language,
      texts: own,
      theme,
      preview: true,
    };
    try {
      const widget = (await import(/* @vite-ignore */ WIDGET)) as Widget;
      open.current = await widget.ask(question, listener);
      setState('open');
    } catch {
      // An older or partly installed collector serves no question.
      setState('failed');
    }
  };
  return (
    <section class="preview">
      {children}
      <button
        type="button"
        class="primary"
        onClick={() => (state === 'open' ? open.current?.close() : void show())}
      >
        {state === 'open' ? words.hide : words.preview}
      </button>
      <p class="hint" role="status">
        {state === 'failed' ? words.failed : words.previewText}
      </p>
    </section>
  );
};
