import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useViewWords } from './view-line.js';

/** On paper, the filters are a line of words: which answers this page is about. Written when the page is printed. */
export const PrintedHead = (): JSX.Element => {
  const words = useViewWords();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const write = (): void => line.current?.replaceChildren(words());
    window.addEventListener('beforeprint', write);
    return () => window.removeEventListener('beforeprint', write);
  }, [words]);
  return <p ref={line} class="printed" />;
};
