import { describe, expect, it } from 'vitest';
import { findSplit } from './changes.js';
import {
  normalCdf,
  normalQuantile,
  chiSquareQuantile,
  studentQuantile,
  twoSidedP,
  chiSquareTail,
  logGamma,
} from './distributions.js';
import { ewma } from './alarm.js';
import { effectiveN } from './felt.js';
import { goodman, meanInterval, netInterval } from './interval.js';
import { logisticSlope } from './logistic.js';
import { adjustForMany } from './multiplicity.js';
import { peakOf } from './peak-end.js';
import { postStratify } from './raters.js';
import { eValue, eValueOfLimit, riskRatio, stratifiedRatio } from './ratio.js';
import { answersFor } from './sample-size.js';
import { shrink } from './shrink.js';
import { rankTest, superiority } from './superiority.js';

describe('distribution functions', () => {
  it('agree with printed tables', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
    expect(normalCdf(-1)).toBeCloseTo(0.158655, 6);
    expect(twoSidedP(-6.33)).toBeCloseTo(2.4517e-10, 13);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841459, 5);
    expect(chiSquareTail(18.307, 10)).toBeCloseTo(0.05, 5);
    expect(studentQuantile(0.975, 5)).toBeCloseTo(2.570582, 5);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  });
});

describe('how many answers an interval asks for', () => {
  it('is 39, 93, 381 and 1,064 for 15, 10, 5 and 3 points', () => {
    expect([0.15, 0.1, 0.05, 0.03].map(answersFor)).toEqual([39, 93, 381, 1_064]);
  });
});

describe('riskRatio', () => {
  it('gives the ratio of the aspirin trial (Agresti 2002: 189 of 11,034 against 104 of 11,037)', () => {
    const ratio = riskRatio({ count: 189, n: 11_034 }, { count: 104, n: 11_037 });
    expect(ratio?.value).toBeCloseTo(1.82, 2);
    expect(ratio?.low).toBeCloseTo(1.43, 2);
    expect(ratio?.high).toBeCloseTo(2.31, 2);
  });

  it('stays finite when nobody did it', () => {
    const ratio = riskRatio({ count: 4, n: 20 }, { count: 0, n: 20 });
    expect(ratio?.value).toBeCloseTo(9, 6);
    expect(Number.isFinite(ratio?.high)).toBe(true);
  });
});

describe('stratifiedRatio', () => {
  it('turns the kidney-stone ratio round (Charig et al. 1986, BMJ 292:879)', () => {
    const small = [
      { count: 81, n: 87 },
      { count: 234, n: 270 },
    ] as const;
    const large = [
      { count: 192, n: 263 },
      { count: 55, n: 80 },
    ] as const;
    expect(riskRatio({ count: 273, n: 350 }, { count: 289, n: 350 })?.value).toBeCloseTo(0.945, 3);
    expect(riskRatio(...small)?.value).toBeCloseTo(1.07, 2);
    expect(riskRatio(...large)?.value).toBeCloseTo(1.06, 2);
    expect(stratifiedRatio([small, large])?.value).toBeCloseTo(1.069, 3);
  });
});

describe('eValue', () => {
  it('gives the published values (VanderWeele & Ding 2017: 3.9, limit 1.8)', () => {
    expect(eValue(3.9)).toBeCloseTo(7.26, 2);
    expect(eValueOfLimit({ low: 1.8, high: 8.7 })).toBeCloseTo(3.0, 1);
    expect(eValueOfLimit({ low: 0.8, high: 1.3 })).toBe(1);
  });
});

describe('adjustForMany', () => {
  it('calls four of the fifteen of Benjamini & Hochberg (1995, section 4)', () => {
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const shuffled = [...ps.slice(7), undefined, ...ps.slice(0, 7)];
    const adjusted = adjustForMany(shuffled);
    expect(adjusted.filter((p) => p !== undefined && p <= 0.05)).toHaveLength(4);
    expect(adjusted[8]).toBeUndefined();
    expect(adjusted[9]).toBeCloseTo(0.0015, 6);
  });
});

describe('shrink', () => {
  it('finds the spread of the BCG trials (DerSimonian–Laird, metafor dat.bcg: τ² = .3088)', () => {
    const trials = [
      [4, 119, 11, 128],
      [6, 300, 29, 274],
      [3, 228, 11, 209],
      [62, 13_536, 248, 12_619],
      [33, 5_036, 47, 5_761],
      [180, 1_361, 372, 1_079],
      [8, 2_537, 10, 619],
      [505, 87_886, 499, 87_892],
      [29, 7_470, 45, 7_232],
      [17, 1_699, 65, 1_600],
      [186, 50_448, 141, 27_197],
      [5, 2_493, 3, 2_338],
      [27, 16_886, 29, 17_825],
    ];
    const { tau2 } = shrink(
      trials.map(([a = 0, b = 0, c = 0, d = 0]) => ({
        value: Math.log(a / (a + b) / (c / (c + d))),
        variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
        group: 'trials',
      })),
    );
    expect(tau2).toBeCloseTo(0.3088, 4);
  });

  it('draws the little known further than the well known', () => {
    const { shrunk } = shrink([
      { value: 1, variance: 1, group: 'a' },
      { value: 1, variance: 0.01, group: 'a' },
      { value: 5, variance: 0.01, group: 'a' },
      { value: 4, variance: 0.01, group: 'a' },
    ]);
    expect(shrunk[0]?.value).toBeGreaterThan((shrunk[1]?.value ?? 0) + 0.1);
  });
});

describe('superiority', () => {
  it('does not claim certainty of ten against ten that do not overlap (Newcombe 2006, method 5)', () => {
    const result = superiority([0, 0, 0, 0, 0, 0, 5, 5], [5, 5, 0, 0, 0, 0, 0, 0]);
    expect(result).toMatchObject({ value: 1, high: 1, separated: true });
    expect(result?.low).toBeCloseTo(0.8, 2);
  });

  it('gives the area of a textbook table (Hanley & McNeil 1982, Radiology 143:29: .893)', () => {
    const abnormal = [3, 2, 2, 11, 33];
    const normal = [33, 6, 6, 11, 2];
    expect(superiority(abnormal, normal)?.value).toBeCloseTo(0.893, 3);
  });
});

describe('rankTest', () => {
  it('agrees with the ties of a printed example (Hollander & Wolfe: U as the sum over pairs)', () => {
    const { u, p } = rankTest([1, 2, 0, 3], [2, 1, 3, 0]);
    expect(u).toBe(1 * 1 + 2 * 2.5 + 3 * 6);
    expect(p).toBeGreaterThan(0.05);
    expect(rankTest([0, 0, 9], [0, 0, 4])).toEqual({ u: 18, z: 0, p: 1 });
  });
});

describe('logisticSlope', () => {
  it('gives the hours-of-study regression (intercept −4.0777, slope 1.5046)', () => {
    const hours = [
      0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5,
      5.5,
    ];
    const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
    const result = logisticSlope(
      hours,
      passed,
      passed.map((pass) => 1 - pass),
    );
    expect(result?.slope).toBeCloseTo(1.5046, 4);
    expect(result?.intercept).toBeCloseTo(-4.0777, 4);
    expect(result?.error).toBeCloseTo(0.6287, 4);
  });

  it('says when the outcome separates the levels', () => {
    expect(logisticSlope([1, 2, 3], [0, 0, 5], [5, 5, 0])?.separated).toBe(true);
  });
});

describe('netInterval', () => {
  it('adds three quarters to each tail (Rocks 2016)', () => {
    // 60 promoters, 25 detractors of 100: ((60.75 − 25.75)/103, ± z√((a + b − d²)/103)).
    const d = 35 / 103;
    const half = 1.959964 * Math.sqrt((86.5 / 103 - d * d) / 103);
    expect(netInterval(60, 25, 100)).toEqual({
      low: expect.closeTo(d - half, 6),
      high: expect.closeTo(d + half, 6),
    });
  });
});

describe('goodman', () => {
  it('is wider than an interval for one share alone', () => {
    const [first] = goodman([30, 20, 50]);
    // c = χ²₁(1 − .05/3) = 5.7311.
    expect(first?.low).toBeCloseTo(
      (5.7311 + 60 - Math.sqrt(5.7311 * (5.7311 + (120 * 70) / 100))) / 211.4622,
      4,
    );
  });
});

describe('meanInterval', () => {
  it('is the t interval (1 to 5 once each: 3 ± 2.776·1.5811/√5)', () => {
    const interval = meanInterval([1, 1, 1, 1, 1, 0, 0, 0]);
    expect(interval?.low).toBeCloseTo(3 - 1.9632, 3);
    expect(interval?.high).toBeCloseTo(3 + 1.9632, 3);
  });
});

describe('effectiveN', () => {
  it('is the number of visitors when each repeats one answer', () => {
    // Ten visitors, four equal answers each, five of them positive: nᵢ = 4, pᵢ = 4 or 0.
    const repeated = { visitors: 10, nn: 160, sn: 0, ss: 0, pn: 80, pp: 80 };
    expect(effectiveN(40, 20, repeated)).toBeCloseTo(9, 6);
    expect(effectiveN(40, 20)).toBe(40);
  });
});

describe('postStratify', () => {
  it('mixes raters like everyone, and says what the answers are then worth', () => {
    // Half of everyone is in each stratum, but nearly nine of ten raters are in the happier one.
    const weighted = postStratify([
      { size: 500, n: 357, positive: 298 },
      { size: 500, n: 43, positive: 20 },
    ]);
    expect(weighted?.share).toBeCloseTo(0.65, 2);
    expect(weighted?.raw).toBeCloseTo(0.795, 2);
    expect(weighted?.effectiveN).toBeCloseTo(153.5, 0);
  });
});

describe('ewma', () => {
  it('waits where nothing happens and warns where much does', () => {
    const quiet = Array.from({ length: 20 }, () => ({ count: 30, n: 50 }));
    expect(ewma(0.6, quiet).some(({ alarm }) => alarm)).toBe(false);
    const fallen = ewma(0.6, [...quiet, { count: 15, n: 50 }, { count: 15, n: 50 }]);
    expect(fallen.at(-1)?.alarm).toBe(true);
    expect(ewma(0.6, [{ count: 0, n: 0 }])[0]).toMatchObject({ smoothed: 0.6, alarm: false });
  });
});

describe('findSplit', () => {
  it('finds the week and how sure it is', () => {
    const happy = [0, 0, 1, 2, 4, 8, 6, 4];
    const unhappy = [6, 6, 5, 4, 2, 1, 1, 0];
    const split = findSplit([happy, happy, happy, happy, happy, unhappy, unhappy, unhappy]);
    expect(split?.index).toBe(5);
    expect(split?.probability).toBeGreaterThan(0.999);
    expect(split?.evidence).toBeGreaterThan(5);
    expect(findSplit([happy, happy, happy, happy])?.evidence).toBeLessThan(0);
    expect(findSplit([happy])).toBeUndefined();
  });

  it('agrees with the evidence worked out by hand', () => {
    // Two answers at different levels. Any kind of change: together 1/(8·9), apart 1/8·1/8, ratio 72/64. A shift:
    // ranks ∓ ½, between ½ of ½ + 4·4/12, so (1 − 3/11)⁻¹/√2. The evidence is the average of the two.
    const split = findSplit([
      [1, 0],
      [0, 1],
    ]);
    expect(split?.evidence).toBeCloseTo(Math.log10((72 / 64 + 11 / 8 / Math.SQRT2) / 2), 12);
  });
});

describe('peakOf', () => {
  it('takes the strongest, and of equals the later', () => {
    expect(peakOf([{ level: 7 }, { level: 2 }, { level: 5 }])).toEqual({ level: 7 });
    expect(
      peakOf([
        { level: 8, at: 1 },
        { level: 1, at: 2 },
      ]),
    ).toEqual({ level: 1, at: 2 });
  });
});
