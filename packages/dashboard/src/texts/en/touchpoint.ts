import { many } from './many.js';

/** One touchpoint: its standard, levels, trend, response, comments. */
export const touchpoint = {
  back: 'All touchpoints',
  blueprint: 'Against the service standard',
  blueprintWhy: (minimum: string, beyond: string): string =>
    `Minimum expectation: ${minimum}. Beyond expectation from ${beyond} on. Lines on the bars are 95% intervals that hold for all eight at once.`,
  zones: { below: 'Below the minimum', expected: 'As expected', beyond: 'Beyond expectation' },
  /** Where there is no room for them. */
  shortZones: { below: 'Below', expected: 'Expected', beyond: 'Beyond' },
  who: 'Answers of',
  standings: 'Prospects beside customers',
  trend: 'Over time',
  trendWhy:
    'Positive share with its 95% interval, by days, or by weeks in longer periods. Parts with under 5 answers stay empty.',
  week: 'From',
  response: 'Who answered',
  responseWhy:
    'How many times, not how many people. A question counts as seen when half of it was visible for a second.',
  funnel: { met: 'Met it', shown: 'Were asked', seen: 'Saw the question', rated: 'Answered' },
  raters: 'Those who answered, and everyone else',
  ratersFew: 'too few to compare',
  ratersAlike: 'no difference was shown',
  ratersDiffer: 'those who answer differ; read the answers within it',
  ofMet: 'Of all who met it',
  ofRaters: 'Of those who answered',
  unknown: 'Not known',
  weighted: (raw: string, share: string, low: string, high: string): string =>
    `Positive as answered: ${raw}. If those who answered were mixed like everyone: ${share} (${low} to ${high}).`,
  delivered: (made: string, lost: string, dropped: string): string =>
    `Of ${many(made, 'record')} that browsers made in this period on the whole site, ${lost} have not arrived; ${dropped} were given up by full browsers.`,
  deliveredAll: (made: string): string =>
    `Nothing is missing: every record that browsers made in this period, on the whole site, has arrived (${made}).`,
  silence: 'What silence could hide',
  silenceSaid: (low: string, high: string): string =>
    `Most people did not answer. Depending on what they think, the positive share of everyone lies anywhere from ${low} (all of them unhappy) to ${high} (all of them happy).`,
  whatIf: (share: string, result: string): string =>
    `If ${share} of the silent were content, ${result} of everyone would be.`,
  whatIfLabel: 'Share of the silent who were content',
  reasons: 'Reasons given',
  comments: 'Comments here',
  change: 'A change was found',
  mark: { release: 'Release', campaign: 'Campaign', other: 'Note' },
  marks: 'Releases and campaigns',
  addMark: 'Mark it',
  removeMark: 'Remove',
  markDay: 'Day',
  markKind: 'What',
  markText: 'Name',
  level: 'Level',
  share: 'Share',
};
