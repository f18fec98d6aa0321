import { describe, expect, it } from 'vitest';
import { linear, pathThrough, stackOf } from './scale.js';

describe('a scale', () => {
  it('maps both ends exactly, also upside down', () => {
    const y = linear(0, 1, 200, 0);
    expect([y(0), y(0.25), y(1)]).toEqual([200, 150, 0]);
  });
});

describe('a line through points', () => {
  it('breaks at a gap and is never drawn over it', () => {
    expect(pathThrough([[0, 0], [1, 1], undefined, [3, 3]])).toBe('M0.0 0.0L1.0 1.0M3.0 3.0');
  });
});

describe('a stack', () => {
  it('fills its width, in order, without parts of nothing', () => {
    const parts = stackOf([1, 0, 3], 100);
    expect(parts).toEqual([
      { index: 0, start: 0, width: 25 },
      { index: 2, start: 25, width: 75 },
    ]);
  });

  it('has no parts where nobody answered', () => {
    expect(stackOf([0, 0], 100)).toEqual([]);
  });
});
