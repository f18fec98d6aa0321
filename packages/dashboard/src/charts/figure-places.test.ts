import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BESIDE, placeFigures, sharedArea, textBox } from './figure-places.js';

const figures = (marks: (readonly [number, number])[], kind: 'first' | 'second' = 'first') =>
  marks.map((mark) => ({ text: '40%', mark, places: BESIDE[kind] }));

describe('figures beside their marks', () => {
  it('stand at the best place where nothing is in the way', () => {
    const [first] = placeFigures(figures([[100, 100]]), []);
    expect(first).toMatchObject({ x: 91, y: 104, anchor: 'end' });
    const [second] = placeFigures(figures([[100, 100]], 'second'), []);
    expect(second).toMatchObject({ x: 109, y: 104, anchor: 'start' });
  });

  it('never hide one another, where one of another column stands at the best place', () => {
    const marks = [...figures([[100, 100]], 'second'), ...figures([[150, 102]])];
    const [one, other] = placeFigures(marks, []).map(textBox);
    expect(one && other && sharedArea(one, other)).toBe(0);
  });

  it('are all written, and hide nothing as long as there is room', () => {
    const column = fc.tuple(fc.integer({ min: 20, max: 280 }), fc.integer({ min: 20, max: 280 }));
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 9 }), (columns) => {
        const wanted = columns.flatMap(([first, second], index) => [
          ...figures([[100 + index * 110 - 6, first]]),
          ...figures([[100 + index * 110 + 6, second]], 'second'),
        ]);
        const boxes = placeFigures(wanted, []).map(textBox);
        expect(boxes).toHaveLength(wanted.length);
        const hidden = boxes.flatMap((box, index) =>
          boxes.slice(index + 1).filter((other) => sharedArea(box, other) > 0),
        );
        expect(hidden).toEqual([]);
      }),
    );
  });

  it('stand where least is hidden, when there is no room at all', () => {
    const everywhere = { x: 0, y: 0, width: 500, height: 500 };
    const left = { x: 0, y: 0, width: 100, height: 500 };
    const [figure] = placeFigures(figures([[100, 100]]), [everywhere, left]);
    expect(figure?.anchor).toBe('start');
  });
});
