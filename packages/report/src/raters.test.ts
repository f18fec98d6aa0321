import type { LevelCounts } from '@wayfelt/protocol';
import { describe, expect, it } from 'vitest';
import type { GroupCounts } from './counts.js';
import { ratersAgainstOthers } from './raters.js';

const row = (value: string, met: number, levels: LevelCounts): GroupCounts => ({
  by: 'device',
  value,
  standing: 'prospect',
  met,
  seen: met,
  levels,
});

describe('raters against those who did not rate', () => {
  it('warns when phones hardly answer, and mixes the answers as everyone is mixed', () => {
    const [device] = ratersAgainstOthers([
      row('phone', 8_000, [20, 10, 10, 10, 0, 0, 0, 0]),
      row('desktop', 2_000, [0, 0, 0, 0, 50, 50, 60, 40]),
    ]);
    expect(device?.warning).toBe(true);
    expect(device?.weighted?.raw).toBeCloseTo(0.8, 9);
    expect(device?.weighted?.share).toBeCloseTo(0.2, 9);
    expect(device?.weighted?.covered).toBe(1);
  });

  it('is silent when everyone answers alike', () => {
    const [device] = ratersAgainstOthers([
      row('phone', 4_000, [20, 20, 20, 20, 20, 20, 20, 20]),
      row('desktop', 2_000, [10, 10, 10, 10, 10, 10, 10, 10]),
    ]);
    expect(device?.adjustedP).toBe(1);
    expect(device?.warning).toBe(false);
  });

  it('takes rare values together rather than testing nothing', () => {
    const [device] = ratersAgainstOthers([
      row('phone', 4_000, [20, 20, 20, 20, 20, 20, 20, 20]),
      row('desktop', 2_000, [1, 1, 1, 1, 1, 1, 1, 1]),
      row('tablet', 30, [1, 0, 0, 0, 0, 0, 0, 0]),
      row('watch', 2, [0, 0, 0, 0, 0, 0, 0, 0]),
    ]);
    expect(device?.warning).toBe(true);
  });
});
