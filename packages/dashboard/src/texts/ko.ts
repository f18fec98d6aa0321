import { words, stages } from '@wayfelt/protocol/words/ko';
import type { Texts } from './en.js';
import { answering } from './ko/answering.js';
import { compare } from './ko/compare.js';
import { gap } from './ko/gap.js';
import { journey } from './ko/journey.js';
import { outcomes } from './ko/outcomes.js';
import { sentences } from './ko/sentences.js';
import { shell } from './ko/shell.js';
import { touchpoint } from './ko/touchpoint.js';
import { touchpoints } from './ko/touchpoints.js';
import { tour } from './ko/tour.js';
import { voices } from './ko/voices.js';

/** All texts of the dashboard in Korean. A missing one does not compile. */
export const texts: Texts = {
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
