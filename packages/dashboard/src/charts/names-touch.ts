/** CSS pixels of a letter of a stage's name: Latin, and the square ones of Korean, Chinese and Japanese. */
const NARROW = 7.4;
const SQUARE = 13;
const SQUARE_FROM = '\u1100';
/** So much stays free between two names. */
const APART = 8;

/** About how wide a name is, CSS pixels. */
export const widthOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter < SQUARE_FROM ? NARROW : SQUARE), 0);

/** Whether names in the middle of neighbouring columns of this width would run into each other. */
export const namesTouch = (names: readonly string[], column: number): boolean =>
  names.some((name, index) => {
    const next = names[index + 1];
    return next !== undefined && (widthOf(name) + widthOf(next)) / 2 + APART > column;
  });
