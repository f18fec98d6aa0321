/** The Voices screen: what visitors wrote. */
export const voices = {
  title: 'Voices',
  lead: 'In their own words, newest first.',
  search: 'Search the comments',
  levels: 'Levels',
  allLevels: 'All levels',
  more: 'Older comments',
  none: 'No comment matches.',
  noneWhy: 'Try other words, or widen the filters.',
  forbiddenTitle: 'Comments are not part of this link',
  forbiddenText: 'Whoever shared it chose to share figures only.',
  path: 'This person’s whole path',
  pathWhy: 'Everything of the same visitor, in order. Nobody knows who it is.',
  visit: (n: string): string => `Visit ${n}`,
  did: { dismissed: 'Closed the question', snoozed: 'Not now', never: 'Do not ask again' },
  noPath: 'Nobody knows who wrote this: there is nothing around it.',
  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: (tag: string): string => `Remove the tag ${tag}`,
  list: 'Comments',
  when: 'When',
  comment: 'Comment',
  reasons: 'Reasons',
  intents: { looking: 'just looking', comparing: 'comparing', ready: 'ready to buy' } as {
    [intent: string]: string;
  },
  outcome: 'then',
};
