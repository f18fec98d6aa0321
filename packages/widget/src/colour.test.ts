import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, inkOn, readable } from './colour.js';

const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));

test('contrast is that of WCAG 2.2, never more', () => {
  // #767676 on white is the textbook's lightest grey that passes AA: 4.54.
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 1);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeGreaterThan(20.5);
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeLessThanOrEqual(21);
});

test('any colour on any ground becomes readable, and one that is so stays as it is', () => {
  fc.assert(
    fc.property(colour, colour, (text, ground) => {
      const shown = readable(text, ground, 4.5);
      expect(contrast(shown, ground)).toBeGreaterThanOrEqual(4.49);
      if (contrast(text, ground) >= 4.5) expect(shown).toEqual(text);
    }),
  );
});

test('black or white is readable on every colour', () => {
  fc.assert(
    fc.property(colour, (ground) => {
      expect(contrast(inkOn(ground), ground)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});
