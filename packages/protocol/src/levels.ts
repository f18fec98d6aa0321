/** The eight levels, worst first: level n is `LEVELS[n - 1]`. Ordinal and named; 4.5 is not a neutral middle. */
export const LEVELS = [
  'loathing',
  'not-again',
  'ugh',
  'run-of-the-mill',
  'functional',
  'efficient',
  'enjoyable',
  'zen',
] as const;

/** The stable id of a level, as translations and style sheets name it. */
export type LevelId = (typeof LEVELS)[number];

/** A level on the wire: 1 (loathing) to 8 (zen). Never an index. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How many answers each level got: `[level - 1] → n`. */
export type LevelCounts = [number, number, number, number, number, number, number, number];

/** The only level that is neither good nor bad. */
export const NEUTRAL: Level = 4;

/** The level from which loyalty counts as emotional; the site's settings may move it. */
export const EMOTIONAL_FROM: Level = 7;

/** How an answer leans. The ladder is not balanced: four levels up, one neutral, three down. */
export type Feeling = 'negative' | 'indifferent' | 'positive';

export const isLevel = (value: unknown): value is Level =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LEVELS.length;

export const levelId = (level: Level): LevelId => LEVELS[level - 1] as LevelId;

/** `{ zen: 8, … }`'s way round: the level that an id names. */
export const levelOf = (id: LevelId): Level => (LEVELS.indexOf(id) + 1) as Level;

export const isPositive = (level: number): boolean => level > NEUTRAL;
export const isNegative = (level: number): boolean => level < NEUTRAL;

export const feelingOf = (level: number): Feeling =>
  isPositive(level) ? 'positive' : isNegative(level) ? 'negative' : 'indifferent';

/** Emotional loyalty is 7–8, rational 5–6, none below. `emotionalFrom` comes from the site's settings. */
export const loyaltyOf = (
  level: number,
  emotionalFrom: Level = EMOTIONAL_FROM,
): 'emotional' | 'rational' | 'none' =>
  level >= emotionalFrom ? 'emotional' : isPositive(level) ? 'rational' : 'none';
