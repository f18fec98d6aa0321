import { describe, expect, it } from 'vitest';
import {
  changeParams,
  filtersOf,
  formatAddress,
  misreadOf,
  parseAddress,
  periodOf,
} from './address.js';

describe('the address of a view', () => {
  it('says the same after being written and read again', () => {
    const address = {
      screen: 'touchpoint' as const,
      rest: 'search/results/필터 50%',
      params: { days: '90', standing: 'prospect', source: 'a&b=c' },
    };
    expect(parseAddress(formatAddress(address))).toEqual(address);
  });

  it('is the same link for the same view, whatever was chosen first', () => {
    const first = formatAddress({ screen: 'voices', rest: '', params: { q: 'x', days: '7' } });
    const second = formatAddress({ screen: 'voices', rest: '', params: { days: '7', q: 'x' } });
    expect(first).toBe(second);
  });

  it('is the journey where it is empty, and nowhere where it names no screen', () => {
    for (const hash of ['', '#', '#/', '#/?days=7', '#token=abc'])
      expect(parseAddress(hash).screen).toBe('journey');
    expect(parseAddress('#/no/such?days=7')).toEqual({
      screen: 'nowhere',
      rest: 'no/such',
      params: { days: '7' },
    });
    expect(parseAddress('#/touchpoint/%E0%A4%A').rest).toBe('%E0%A4%A');
  });

  it('keeps filters and drops a screen’s own choices on the way to another screen', () => {
    expect(filtersOf({ days: '7', stage: 'search', q: 'slow', measure: 'net' })).toEqual({
      days: '7',
      stage: 'search',
    });
  });

  it('removes a parameter that is set to nothing', () => {
    expect(changeParams({ stage: 'search', days: '7' }, { stage: undefined })).toEqual({
      days: '7',
    });
  });
});

describe('what an address cannot mean', () => {
  it('is named, value by value', () => {
    const misread = misreadOf({ days: 'banana', standing: 'martian', device: 'phone', stage: 'x' });
    expect(misread).toEqual([
      { name: 'days', value: 'banana' },
      { name: 'standing', value: 'martian' },
    ]);
  });

  it('is a period that ends before it begins, or on no day at all', () => {
    for (const [from, to] of [
      ['2026-02-02', '2026-02-01'],
      ['2026-02-01', '2026-13-41'],
      ['soon', 'later'],
    ] as const)
      expect(misreadOf({ from, to })).toHaveLength(2);
    expect(misreadOf({ from: '2026-02-01', to: '2026-02-01' })).toEqual([]);
  });
});

describe('the period', () => {
  it('is 28 days where nothing or nonsense is given', () => {
    for (const days of [undefined, '0', '-3', '1.5', 'all', '99999'])
      expect(periodOf(days === undefined ? {} : { days })).toEqual({ days: 28 });
  });

  it('is from one day to another only where both are days', () => {
    expect(periodOf({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-03-01',
      to: '2026-03-31',
    });
    expect(periodOf({ from: '2026-03-01', to: 'soon' })).toEqual({ days: 28 });
  });
});
