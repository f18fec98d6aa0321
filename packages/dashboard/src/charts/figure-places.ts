import { widthOf } from './names-touch.js';
import type { Box } from './scale.js';

/** A figure beside its mark. `y` is the line that its digits stand on. */
export interface Figure {
  text: string;
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
}

type Point = readonly [x: number, y: number];
type Placing = (text: string, mark: Point) => Figure;

/** CSS pixels above and below the line that digits stand on. */
const ASCENT = 11;
const DESCENT = 2;
/** From the mark's middle. */
const ASIDE = 9;
const CENTERED = 4;

const beside =
  (anchor: 'start' | 'end', down: number): Placing =>
  (text, [x, y]) => ({ text, x: anchor === 'end' ? x - ASIDE : x + ASIDE, y: y + down, anchor });
const over =
  (down: number): Placing =>
  (text, [x, y]) => ({ text, x, y: y + down, anchor: 'middle' });

const LEFT = [CENTERED, -8, 17].map((down) => beside('end', down));
const RIGHT = [CENTERED, -8, 17].map((down) => beside('start', down));
const ABOVE = over(-10);
const BELOW = over(19);

/** The best place first. Where lines go from left to right, an interval stands above and below the mark. */
export const BESIDE = { first: [...LEFT, ...RIGHT], second: [...RIGHT, ...LEFT] } as const;
/** Where lines go downwards, an interval lies left and right of the mark. */
export const ABOVE_OR_BELOW = {
  first: [ABOVE, ...LEFT.slice(1), ...RIGHT.slice(1), BELOW],
  second: [BELOW, ...RIGHT.slice(1), ...LEFT.slice(1), ABOVE],
} as const;

/** About what a text takes. */
export const textBox = ({ text, x, y, anchor }: Figure): Box => {
  const width = widthOf(text) + 4;
  const start = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: start, y: y - ASCENT, width, height: ASCENT + DESCENT };
};

/**
 * Writes each figure at the first of its places where it hides nothing, else where it hides least: a figure of which a
 * digit is covered is a wrong one. `taken` is what else stands there, and each figure is in the way of those after it.
 */
export const placeFigures = (
  figures: readonly { text: string; mark: Point; places: readonly Placing[] }[],
  taken: readonly Box[],
): Figure[] => {
  const boxes = [...taken];
  return figures.flatMap(({ text, mark, places }) => {
    let best: Figure | undefined;
    let least = Infinity;
    for (const place of places) {
      const figure = place(text, mark);
      const box = textBox(figure);
      const hidden = boxes.reduce((sum, other) => sum + sharedArea(box, other), 0);
      if (hidden < least) [best, least] = [figure, hidden];
      if (hidden === 0) break;
    }
    if (best) boxes.push(textBox(best));
    return best ?? [];
  });
};

/** In square pixels. */
export const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
