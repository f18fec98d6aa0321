import { many } from './many.js';

/** The Outcomes screen: what people did after a rating. */
export const outcomes = {
  title: 'What happened next',
  lead: (days: number): string =>
    `What visitors did within ${many(days, 'day')} after they said how it felt. Ratings younger than that are left out, not counted as “nothing”.`,
  emptyTitle: 'Nothing to follow yet',
  emptyText:
    'There are no ratings here whose visitors could be followed. Outcomes come from wayfelt.outcome() on your pages.',
  who: 'Ratings of',
  everyone: 'Everyone',
  after: 'The first thing they did',
  afterNote: 'Each rating counts once, by the first outcome after it.',
  feelings: {
    positive: 'After a positive rating',
    indifferent: 'After an indifferent rating',
    negative: 'After a negative rating',
  },
  names: {
    purchase: 'Bought',
    repurchase: 'Bought again',
    recommend: 'Recommended',
    'spend-more': 'Spent more',
    'spend-less': 'Spent less',
    'buy-elsewhere': 'Bought elsewhere',
    cancel: 'Cancelled',
    leave: 'Left',
    nothing: 'Nothing',
  } as { [outcome: string]: string },
  open: (n: string): string => `${n} more too recent to tell`,
  compared: (n: string): string => many(n, 'rating'),
  tooFew: 'Too few ratings to show.',
  study:
    'McKinsey (2004): after a positive moment of truth 87% bought or spent more; after a negative one 72% bought elsewhere, cancelled or spent less.',
  ratios: 'How much more often',
  ratiosNote:
    'After a positive rating, against a negative one. It does not say that the feeling was the cause.',
  ratioSaid: {
    positive: (outcome: string, ratio: string, low: string, high: string): string =>
      `${outcome} ${ratio} times as often after a positive rating as after a negative one (${low} to ${high}).`,
    negative: (outcome: string, ratio: string, low: string, high: string): string =>
      `${outcome} ${ratio} times as often after a negative rating as after a positive one (${low} to ${high}).`,
    unclear: (outcome: string, ratio: string, low: string, high: string): string =>
      `${outcome} about as often after either rating, as far as these answers tell (${ratio} times; ${low} to ${high}).`,
  },
  ratioOf: {
    purchase: 'Prospects bought',
    grew: 'They bought or spent more',
    left: 'They left or spent less',
  },
  ratioShares: (positive: string, negative: string): string =>
    `${positive} after a positive rating, ${negative} after a negative one.`,
  adjusted: (ratio: string, low: string, high: string): string =>
    `Like compared with like: ${ratio} times (${low} to ${high}).`,
  turnsRound: 'Like compared with like points the other way. Do not believe the first ratio.',
  eValue: (value: string): string =>
    `Only something that makes both the feeling and the deed ${value} times as likely could explain this away.`,
  noRatio: 'Too few ratings on either side for a ratio.',
  moments: 'Moments of truth',
  momentsNote:
    'Touchpoints whose rating tells most about what comes next. 50% is chance; 100% would be certainty.',
  momentOutcome: { purchase: 'bought', grew: 'bought or spent more', left: 'stayed' },
  tells: (outcome: string): string => `tells who ${outcome}`,
  reach: (n: string): string => `met ${many(n, 'time')}`,
  unclear: 'not clearly above chance',
  chance: '50%: chance',
  certain: 'certain',
  noMoments: 'No touchpoint has enough outcomes yet.',
  gone: 'Satisfied, and gone',
  goneSaid: (left: string, stayed: string): string =>
    `Of those who left, ${left} had said something positive just before; of those who stayed, ${stayed}.`,
  goneNote:
    'When these two lie close together, a satisfaction share does not tell you who is leaving.',
  goneNone: 'Too few visitors left to say anything.',
  silent: 'The silent loss',
  silentSaid: (negative: string, positive: string): string =>
    `After a negative rating ${negative} never came back and did nothing more; after a positive one ${positive}.`,
  silentNone: 'Too few ratings to say who never came back.',
  paired: 'The same people, from stage to stage',
  pairedNote: 'Only visitors who answered in both stages: their last answer in each.',
  pairedHead: { better: 'Better', same: 'The same', worse: 'Worse' },
  step: (from: string, to: string): string => `${from} to ${to}`,
  people: (n: string): string => many(n, 'visitor'),
  noPairs: 'Nobody has answered in two neighbouring stages yet.',
  remembered: 'What they will remember',
  rememberedNote:
    'Memory keeps the strongest moment and the end of a journey. Visitors with at least three answers.',
  peaks: 'The strongest moment',
  ends: 'The end',
  rememberedFew: 'Too few visitors with three answers.',
  endedBadly: 'Ended on a negative note',
  repeated: 'Pain that comes back',
  repeatedSaid: (claimed: string, observed: string): string =>
    `Of the answers at “Ugh!” and “Not again”, ${claimed} say that it happened twice or more; ${observed} come from visitors whom we had heard complain here before.`,
};
