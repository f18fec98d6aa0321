import { many } from './many.js';

/** The Journey screen. */
export const journey = {
  title: 'Journey',
  curve: 'How every step of the way felt',
  measure: 'Measured by',
  measures: {
    positive: 'Positive share',
    net: 'Net feeling',
    mean: 'Average level',
  },
  measureWhy: {
    positive: 'Share of answers at levels 5 to 8, with its 95% interval.',
    net: 'Positive less negative share, with its 95% interval. A random clicker scores +13.',
    mean: 'Average of the levels. It treats the steps between levels as equal, which nobody has shown.',
  },
  neutral: 'neutral',
  stageLink: (stage: string): string => `Touchpoints of ${stage}`,
  sayShare: (who: string, share: string, low: string, high: string, n: string): string =>
    `${who}: ${share} positive (${low} to ${high}), ${many(n, 'answer')}`,
  sayFew: (who: string, n: string): string => `${who}: ${many(n, 'answer')}, too few to show`,
  sayNone: (who: string): string => `${who}: no answers`,
  look: (touchpoint: string): string => `Look at ${touchpoint}`,
  also: 'What else the answers say',
  keys: 'Arrow keys go from stage to stage; Enter opens its touchpoints.',
  matters: 'What matters most today',
  comments: 'Newest comments',
  allComments: 'All voices',
  noComments: 'No comments in this period.',
  response: 'Answered when asked',
  nobodyAsked: 'Nobody saw a question',
  distribution: 'Distribution over the eight levels',
  closely: (stage: string): string => `${stage}, level by level`,
  feltWell: (who: string): string => `Positive answers of ${who.toLowerCase()}`,
  sides: { before: 'Before purchase', after: 'From the first purchase on' },
};
