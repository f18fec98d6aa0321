import { describe, expect, it } from 'vitest';
import { lazily, once } from './lazy.js';

describe('what is made when it is read', () => {
  it('is made once, and not before', () => {
    const made: string[] = [];
    const object = lazily({
      a: () => made.push('a'),
      b: () => made.push('b'),
    });
    expect(made).toEqual([]);
    expect([object.b, object.b]).toEqual([1, 1]);
    expect(made).toEqual(['b']);
    const value = once(() => made.push('c'));
    expect([value(), value()]).toEqual([2, 2]);
  });

  it('is an object like any other to whoever writes or copies it', () => {
    const object = lazily({ a: () => 1, b: () => ({ c: 2 }) });
    expect(JSON.stringify(object)).toBe('{"a":1,"b":{"c":2}}');
    expect({ ...object }).toEqual({ a: 1, b: { c: 2 } });
    expect(Object.keys(object)).toEqual(['a', 'b']);
  });
});
