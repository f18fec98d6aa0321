import { words, stages } from '@wayfelt/protocol/words/en';
import { answering } from './en/answering.js';
import { compare } from './en/compare.js';
import { gap } from './en/gap.js';
import { journey } from './en/journey.js';
import { outcomes } from './en/outcomes.js';
import { sentences } from './en/sentences.js';
import { shell } from './en/shell.js';
import { touchpoint } from './en/touchpoint.js';
import { touchpoints } from './en/touchpoints.js';
import { tour } from './en/tour.js';
import { voices } from './en/voices.js';

/** All texts of the dashboard in English; the type that every other language must fill. */
export const texts = {
  words,
  stages,
  shell,
  journey,
  touchpoints,
  touchpoint,
  answering,
  compare,
  gap,
  outcomes,
  sentences,
  tour,
  voices,
};
export type Texts = typeof texts;
