import { feltOf } from '@wayfelt/report';
import { describe, expect, it } from 'vitest';
import { SAMPLE } from './sample.js';

describe('the sample', () => {
  it.each(SAMPLE)('$stage, $standing has the interval that the report gives', (row) => {
    const { low, high } = feltOf(row.levels).positive;
    expect([row.low, row.high]).toEqual([+(low ?? 0).toFixed(4), +(high ?? 0).toFixed(4)]);
  });
});
