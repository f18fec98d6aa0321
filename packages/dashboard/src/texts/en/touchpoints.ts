import type { Strength } from '@wayfelt/report';

/** The Touchpoints screen: ranking, and the way from stage to step. */
export const touchpoints = {
  title: 'Touchpoints',
  lead: 'Where it hurts, the most certain pain first. A handful of answers never tops this list.',
  leadSteps: 'Every step in its own order, from the stage down to the finest one.',
  order: 'Order',
  orders: {
    pain: 'By pain',
    steps: 'By steps',
    answers: 'By answers',
    prospects: 'By prospects who meet it',
  },
  show: 'Show',
  shows: { levels: 'Levels', standards: 'Standards' },
  allStages: 'All stages',
  negativeSaid: (share: string): string => `${share} negative`,
  positiveSaid: (share: string): string => `${share} positive`,
  metBy: (prospects: string): string => `met by prospects ${prospects} times`,
  answers: (n: string): string => `${n} answers`,
  tooFew: 'Too few answers to rank',
  verdicts: {
    worse: (strength: Strength): string => `Prospects ${strength} worse`,
    better: (strength: Strength): string => `Prospects ${strength} better`,
  },
  ranking: 'Ranking of touchpoints',
  search: 'Find a touchpoint',
  none: 'No touchpoint matches.',
};
