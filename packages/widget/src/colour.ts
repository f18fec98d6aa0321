/** Red, green and blue, each 0 to 255. */
export type Colour = readonly number[];

const BLACK: Colour = [0, 0, 0];
export const WHITE: Colour = [255, 255, 255];
const WEIGHTS = [0.2126, 0.7152, 0.0722];

/**
 * Relative luminance plus 0.05 (WCAG 2.2, "relative luminance"). Without the formula's straight part near black,
 * which only makes us claim a little less contrast than there is (20.7 instead of 21 for black on white).
 */
const light = (colour: Colour): number =>
  colour.reduce(
    (sum, part, i) => sum + (WEIGHTS[i] ?? 0) * ((part / 255 + 0.055) / 1.055) ** 2.4,
    0.05,
  );

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrast = (a: Colour, b: Colour): number => {
  const ratio = light(a) / light(b);
  return Math.max(ratio, 1 / ratio);
};

/** `share` of the way from one colour to the other. */
export const mix = (from: Colour, to: Colour, share: number): Colour =>
  from.map((part, i) => Math.round(part + ((to[i] ?? 0) - part) * share));

/** Black or white, whichever is read better on this colour. */
export const inkOn = (ground: Colour): Colour =>
  contrast(WHITE, ground) > contrast(BLACK, ground) ? WHITE : BLACK;

/** The colour itself where it reaches `ratio` on this ground, else the nearest step towards black or white that does. */
export const readable = (colour: Colour, ground: Colour, ratio: number): Colour => {
  const ink = inkOn(ground);
  let share = 0;
  let tried = colour;
  while (share < 1 && contrast(tried, ground) < ratio) tried = mix(colour, ink, (share += 0.05));
  return tried;
};
