import type { Strength } from '@wayfelt/report';

const STRENGTHS: Record<Strength, string> = {
  slightly: 'slightly',
  clearly: 'clearly',
  much: 'much',
};

/** The Compare screen: two slices beside each other. */
export const compare = {
  title: 'Compare',
  lead: 'The filters above are the first slice. Choose what the second one has otherwise.',
  first: 'First',
  second: 'Second',
  periods: { same: 'Same period', before: 'The period before' },
  period: 'Period',
  same: 'As above',
  chart: 'Two slices over the stages',
  verdicts: {
    worse: (strength: Strength): string =>
      `The first feels ${STRENGTHS[strength]} worse than the second.`,
    better: (strength: Strength): string =>
      `The first feels ${STRENGTHS[strength]} better than the second.`,
    unclear: 'No difference was shown. That does not mean that there is none.',
    'not-yet': 'One of the two has too few answers to compare.',
  },
  pairs: (pairs: string, low: string, high: string): string =>
    `A random answer of the first is better than one of the second in ${pairs} of 100 pairs (${low} to ${high}); 50 is no difference.`,
  difference: (points: string, low: string, high: string): string =>
    `Positive share: ${points} points (${low} to ${high}).`,
  overlaps:
    'These two share answers, so one cannot be tested against the other. Let them differ in period, standing, stage, device, language or source.',
  verdict: 'Verdict',
  standings: 'Prospects against customers',
  whole: 'The whole slice',
};
