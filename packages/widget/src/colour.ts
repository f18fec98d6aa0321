/** Red, green and blue, each 0 to 255. */
export type Colour = readonly [number, number, number];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
const luminance = (colour: Colour): number => {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export const contrast = (a: Colour, b: Colour): number => {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return x > y ? x / y : y / x;
};

/** `share` of the way from one colour to the other. */
export const mix = (from: Colour, to: Colour, share: number): Colour =>
  from.map((part, i) => Math.round(part + ((to[i] ?? 0) - part) * share)) as unknown as Colour;

/** Black or white, whichever is read better on this colour. */
export const inkOn = (ground: Colour): Colour =>
  contrast(WHITE, ground) > contrast(BLACK, ground) ? WHITE : BLACK;

/** The colour itself where it reaches `ratio` on this ground, else the nearest step towards black or white that does. */
export const readable = (colour: Colour, ground: Colour, ratio: number): Colour => {
  const ink = inkOn(ground);
  for (let share = 0; share < 1; share += 0.05) {
    const tried = mix(colour, ink, share);
    if (contrast(tried, ground) >= ratio) return tried;
  }
  return ink;
};
