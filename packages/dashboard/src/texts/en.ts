import { words, stages } from '@wayfelt/protocol/words/en';
import { journey } from './en/journey.js';
import { shell } from './en/shell.js';

/** All texts of the dashboard in English; the type that every other language must fill. */
export const texts = { words, stages, shell, journey };
export type Texts = typeof texts;
