import type { JSX } from 'preact';
import { useViewWords } from './view-line.js';

/** On paper, the filters are a line of words: which answers this page is about. */
export const PrintedHead = (): JSX.Element => <p class="printed">{useViewWords()()}</p>;
