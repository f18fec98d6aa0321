/** The Gap screen: what the team believes against what visitors say. */
export const gap = {
  title: 'The delivery gap',
  lead: 'What the team believed before it looked, against what visitors say.',
  bain: 'In 2005, 80% of 362 companies believed that they deliver a superior experience; their customers said so of 8% (Bain).',
  chart: 'Believed and said, per touchpoint',
  note: 'Diamonds are beliefs of the team, dots are visitors with their 95% interval.',
  share: 'Share of',
  of: {
    positive: 'positive answers',
    emotional: 'emotional loyalty',
    negative: 'negative answers',
    loathing: 'Loathing',
  },
  believed: 'The team believes',
  said: 'Visitors say',
  gap: 'Gap',
  unit: 'Gap in points',
  verdicts: {
    'too-good': 'The team thinks too well of it',
    'too-bad': 'Better than the team thinks',
    'as-believed': 'No difference was shown',
    'not-yet': 'Too few answers yet',
  },
  by: (who: string, day: string): string => `${who}, ${day}`,
  members: (n: number): string => (n === 1 ? 'one belief' : `${n} beliefs`),
  emptyTitle: 'Nobody has written down a belief yet',
  emptyText:
    'Before looking at the figures, write down per touchpoint which share of answers you expect to be positive. Only then can this screen show a gap.',
  emptyLink: 'Write down beliefs in the settings',
};
