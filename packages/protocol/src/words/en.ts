import type { StageWords, Words } from '../words.js';

/** The eight levels in English. */
export const words: Words = {
  loathing: { name: 'Loathing', sentence: "I hate it! I don't want to use this any more!" },
  'not-again': { name: 'Not again', sentence: "I don't like using this! (twice or more)" },
  ugh: { name: 'Ugh!', sentence: "I don't like this! (about once)" },
  'run-of-the-mill': { name: 'Run-of-the-mill', sentence: 'So-so. Nothing special!' },
  functional: { name: 'Functional', sentence: 'This works!' },
  efficient: { name: 'Efficient', sentence: 'This really works well!' },
  enjoyable: { name: 'Enjoyable', sentence: 'I really like this!' },
  zen: { name: 'Zen', sentence: "I can't live without it!" },
};

/** The built-in stages in English. */
export const stages: StageWords = {
  awareness: 'Awareness',
  search: 'Search',
  consideration: 'Consideration',
  purchase: 'Purchase',
  delivery: 'Delivery',
  installation: 'Installation',
  use: 'Use',
  'after-service': 'After-service',
  disposal: 'Disposal',
  'information-gathering': 'Information gathering',
  'decision-making': 'Decision making',
  buy: 'Buy',
  service: 'Service',
};
