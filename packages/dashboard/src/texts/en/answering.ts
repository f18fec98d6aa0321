import { many } from './many.js';

/** Who answered, why it felt so, and what is not in the figures. */
export const answering = {
  dwell: 'Time in the stage',
  dwells: {
    'under-10s': 'Under 10 seconds',
    '10s-30s': '10 to 30 seconds',
    '30s-2m': '30 seconds to 2 minutes',
    'over-2m': '2 minutes and more',
  } as { [value: string]: string },
  reasonsNote: (n: string, answers: string): string =>
    `Of ${many(n, 'answer')} with at least one reason (of ${many(answers, 'answer')}); an answer may have several.`,
  reason: 'Reason',
  negative: 'Negative, of these',
  effectiveN: (n: string, worth: string): string =>
    `After weighting, ${many(n, 'answer')} ${n === '1' ? 'is' : 'are'} worth ${worth}.`,
  arrived: (missing: string, perhaps: string, arrived: string): string =>
    `From here, of the newest visitors: ${many(arrived, 'record')} arrived, ${missing} are missing, and ${perhaps} more may be missing from here or from the page before or after.`,
  setAside: (answers: string, least: string, apartMs: string): string =>
    `${many(answers, 'answer')} set aside: ${least} or more of one visitor, each within ${apartMs} ms of the one before, which no person gives. They are kept and in no figure; the export has them.`,
};
