import type { Strength } from '@wayfelt/report';
import { many } from './many.js';

/** The Touchpoints screen: ranking, and the way from stage to step. */
export const touchpoints = {
  title: 'Touchpoints',
  leads: {
    pain: 'Where prospects have most bad experiences, counted as if the silent felt like those who answered. A handful of answers never tops this list.',
    worst:
      'What feels worst, drawn towards its stage where answers are few: a handful of answers never tops this list.',
    best: 'What feels best, and surely so.',
    steps: 'Every step in its own order, from the stage down to the finest one.',
    answers: 'Most answers first.',
  },
  order: 'Order',
  orders: {
    pain: 'By pain of prospects',
    worst: 'Worst first',
    best: 'Best first',
    steps: 'By steps',
    answers: 'By answers',
  },
  pain: (n: string): string => `at least ${n} of these bad`,
  show: 'Show',
  shows: { levels: 'Levels', standards: 'Standards' },
  allStages: 'All stages',
  negativeSaid: (share: string): string => `${share} negative`,
  positiveSaid: (share: string): string => `${share} positive`,
  metBy: (prospects: string): string => `prospects met it ${many(prospects, 'time')}`,
  metByNone: 'no prospect met it',
  answers: (n: string): string => many(n, 'answer'),
  tooFew: (n: string): string => `${n} more with too few answers to rank`,
  verdicts: {
    worse: (strength: Strength): string => `Prospects ${strength} worse`,
    better: (strength: Strength): string => `Prospects ${strength} better`,
  },
  ranking: 'Ranking of touchpoints',
  search: 'Find a touchpoint',
  none: 'No touchpoint matches.',
};
