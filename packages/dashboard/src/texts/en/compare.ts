import type { Strength } from '@wayfelt/report';

const STRENGTHS: Record<Strength, string> = {
  slightly: 'slightly',
  clearly: 'clearly',
  much: 'much',
};

/** The Compare screen: two slices beside each other. */
export const compare = {
  title: 'Compare',
  lead: 'The filters above make the first group. Choose here how the second group differs.',
  first: 'First group',
  second: 'Second group',
  periods: { same: 'Same period', before: 'The period before' },
  period: 'Period',
  same: 'As above',
  chart: 'Both groups over the stages',
  verdicts: {
    worse: (strength: Strength): string =>
      `The first group feels ${STRENGTHS[strength]} worse than the second.`,
    better: (strength: Strength): string =>
      `The first group feels ${STRENGTHS[strength]} better than the second.`,
    unclear: 'No difference was shown. That does not mean that there is none.',
    'not-yet': 'Too few answers to compare the two.',
  },
  pairs: (pairs: string, low: string, high: string): string =>
    `Of 100 pairs of answers, one from each group, the first group’s is the better one in ${pairs} (95% interval ${low} to ${high}). 50 would be no difference.`,
  difference: (points: string, low: string, high: string): string =>
    `Difference in positive share: ${points} points (95% interval ${low} to ${high}).`,
  overlaps:
    'These two share answers, so one cannot be tested against the other. Let them differ in period, standing, stage, device, language or source.',
  verdict: 'Verdict',
  standings: 'Prospects against customers',
  whole: 'The whole group',
};
