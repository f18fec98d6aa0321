import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSettings } from '../settings-check.js';

const faultsOf = (json: string) => {
  const checked = importSettings(json);
  return checked.ok ? [] : checked.faults;
};

describe('a file in which a field stands twice', () => {
  it.each([
    ['{"outcomeDays": 7, "outcomeDays": 60}', 'outcomeDays'],
    ['{"outcomeDays": 7, "outcome\\u0044ays": 7}', 'outcomeDays'],
    ['{"theme": {"mode": "dark", "accent": "#000000", "mode": "light"}}', 'theme.mode'],
    ['{"rules": [{"id": "a"}, {"id": "b", "id": "c"}]}', 'rules[1].id'],
    ['{"texts": {"zh-Hans": {}, "ko": {}, "zh-Hans": {}}}', 'texts["zh-Hans"]'],
  ])('is refused, and the field is named: %s', (json, field) => {
    expect(faultsOf(json)).toEqual([
      { field, expected: 'this field only once', given: 'the same field again' },
    ]);
  });

  it('is told from one in which the same name stands in different places', () => {
    const json =
      '{"theme": {"text": "#000000", "font": "a, \\"{b\\", [c"}, "standard": {"minimum": 5, "beyond": 7}}';
    expect(faultsOf(json).filter(({ expected }) => expected.includes('once'))).toEqual([]);
  });

  it('is never found where JSON was written by a program, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, spaced) => {
        const json = JSON.stringify({ home: value }, null, spaced ? 2 : 0);
        expect(faultsOf(json).filter(({ expected }) => expected.includes('once'))).toEqual([]);
      }),
    );
  });
});
