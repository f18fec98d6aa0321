import type { Strength } from '@wayfelt/report';

const STRENGTHS: Record<Strength, string> = {
  slightly: 'slightly',
  clearly: 'clearly',
  much: 'much',
};

export interface StandingsSaid {
  stage: string;
  strength: Strength;
  prospects: string;
  customers: string;
}

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
    `${who}: ${share} positive (${low} to ${high}), ${n} answers`,
  sayFew: (who: string, n: string): string => `${who}: ${n} answers, too few to show`,
  sayNone: (who: string): string => `${who}: no answers`,
  keys: 'Arrow keys go from stage to stage; Enter opens its touchpoints.',
  crossing: 'first purchase',
  matters: 'What matters most today',
  comments: 'Newest comments',
  allComments: 'All voices',
  noComments: 'No comments in this period.',
  response: 'Answered, of those who saw the question',
  says: {
    prospectsWorse: ({ stage, strength, prospects, customers }: StandingsSaid): string =>
      `Prospects feel ${STRENGTHS[strength]} worse than customers at ${stage}: ${prospects} positive, against ${customers}.`,
    fell: ({
      stage,
      strength,
      positive,
    }: {
      stage: string;
      strength: Strength;
      positive: string;
    }): string =>
      `${stage} feels ${STRENGTHS[strength]} worse than in the period before: ${positive} positive now.`,
    pain: ({ stage, negative }: { stage: string; negative: string }): string =>
      `${stage} hurts most: ${negative} of its answers are negative.`,
    fine: ({ stage, positive }: { stage: string; positive: string }): string =>
      `No stage stands out as a pain. ${stage} feels best: ${positive} positive.`,
    early: (n: string, missing: string): string =>
      `${n} answers so far. About ${missing} more, and the figures can be trusted to ±10 points.`,
    none: 'No answers yet.',
  },
  distribution: 'Distribution over the eight levels',
  before: 'Before purchase',
  after: 'From the first purchase on',
};
