import { describe, expect, it } from 'vitest';
import { namesTouch } from './names-touch.js';

describe('names of stages beside each other', () => {
  it('touch where the columns are too narrow for two long ones', () => {
    expect(namesTouch(['Search', 'Consideration', 'Purchase'], 73)).toBe(true);
    expect(namesTouch(['Search', 'Consideration', 'Purchase'], 120)).toBe(false);
  });

  it('stay in one row in columns that are wide enough for short ones', () => {
    expect(namesTouch(['인지', '탐색', '고려'], 73)).toBe(false);
    expect(namesTouch(['정보 수집 단계', '의사 결정 단계'], 73)).toBe(true);
  });
});
