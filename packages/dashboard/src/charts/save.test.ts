import { describe, expect, it } from 'vitest';
import { toCsv, toJsonLines } from './save.js';

const table = {
  head: ['stage', 'said'],
  rows: [
    ['탐색', 'slow, "very"\nslow'],
    ['=HYPERLINK("x")', '+3'],
  ],
};

describe('a saved table', () => {
  it('quotes what CSV must quote, and starts with the mark by which spreadsheets know UTF-8', () => {
    expect(toCsv(table)).toContain('탐색,"slow, ""very""\nslow"\r\n');
    expect(toCsv(table).startsWith('\uFEFFstage,said\r\n')).toBe(true);
  });

  it('never lets a cell begin a formula, and leaves signed numbers alone', () => {
    expect(toCsv(table)).toContain(`"'=HYPERLINK(""x"")",+3`);
  });

  it('has one object per row in JSON Lines', () => {
    const lines = toJsonLines(table).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { stage: '탐색', said: 'slow, "very"\nslow' },
      { stage: '=HYPERLINK("x")', said: '+3' },
    ]);
  });
});
