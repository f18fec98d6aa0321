import { FEWEST_SHOWN } from '@wayfelt/protocol';
import type { GroupCounts } from './counts.js';
import { chiSquareTail, Z95 } from './distributions.js';
import { shareOf, type Share } from './estimate.js';
import type { Interval } from './interval.js';
import { addLevels, positiveOf, totalOf } from './levels.js';
import { adjustForMany } from './multiplicity.js';

/** Whether those who rated are like those who did not, by one property that is known of both. */
export interface RatersDiffer {
  by: GroupCounts['by'];
  values: {
    value: string;
    met: number;
    rated: number;
    /** Share of all who met, and of all who rated. */
    ofMet: number;
    ofRaters: number;
    /** Rated, of those who saw the question. */
    response: Share;
    positive: Share;
  }[];
  /** Raters against non-raters: χ², adjusted over the properties; null where there is too little. */
  adjustedP: number | null;
  /** Sure, and more than five points in at least one value: compare answers within it before believing the total. */
  warning: boolean;
  /** The positive share as if raters were mixed like everyone; null where nothing can be weighted. */
  weighted: Weighted | null;
}

/** A post-stratified share. */
export interface Weighted extends Interval {
  share: number;
  /** The same without weights. */
  raw: number;
  n: number;
  /** What the n is worth after weighting, (Σw)²/Σw² (Kish 1965). */
  effectiveN: number;
  /** Share of everyone that belongs to values with answers; the rest cannot be weighted. */
  covered: number;
}

const NOTICEABLE = 0.05;
const SURE = 0.01;

/** One entry per property that is known: device, stage, source, language, dwell. */
export function ratersAgainstOthers(groups: readonly GroupCounts[]): RatersDiffer[] {
  const properties = [...new Set(groups.map(({ by }) => by))];
  const found = properties.map((by) =>
    differenceBy(
      by,
      groups.filter((group) => group.by === by),
    ),
  );
  const adjusted = adjustForMany(found.map(({ p }) => p));
  return found.map(({ p: _alone, ...differ }, index) => {
    const adjustedP = adjusted[index] ?? null;
    const gap = Math.max(...differ.values.map(({ ofMet, ofRaters }) => Math.abs(ofMet - ofRaters)));
    return {
      ...differ,
      adjustedP,
      warning: adjustedP !== null && adjustedP < SURE && gap > NOTICEABLE,
    };
  });
}

function differenceBy(by: GroupCounts['by'], rows: readonly GroupCounts[]) {
  const strata = byValue(rows);
  const met = strata.reduce((sum, stratum) => sum + stratum.met, 0);
  const rated = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  const values = strata.map((stratum) => ({
    value: stratum.value,
    met: stratum.met,
    rated: stratum.n,
    ofMet: met > 0 ? stratum.met / met : 0,
    ofRaters: rated > 0 ? stratum.n / rated : 0,
    response: shareOf(Math.min(stratum.n, stratum.seen), stratum.seen),
    positive: shareOf(stratum.positive, stratum.n),
  }));
  return {
    by,
    values,
    p: alike(strata.map(({ met: all, n }) => [n, Math.max(0, all - n)])),
    adjustedP: null,
    warning: false,
    weighted: postStratify(strata.map(({ met: size, n, positive }) => ({ size, n, positive }))),
  };
}

interface Stratum {
  value: string;
  met: number;
  seen: number;
  n: number;
  positive: number;
}

function byValue(rows: readonly GroupCounts[]): Stratum[] {
  const values = [...new Set(rows.map(({ value }) => value))];
  return values.map((value) => {
    const some = rows.filter((row) => row.value === value);
    const levels = addLevels(...some.map((row) => row.levels));
    return {
      value,
      met: some.reduce((sum, row) => sum + row.met, 0),
      seen: some.reduce((sum, row) => sum + row.seen, 0),
      n: totalOf(levels),
      positive: positiveOf(levels),
    };
  });
}

/**
 * p of Pearson's χ² for a table of two columns. Rows whose expected counts are below 5 (Cochran 1954, Biometrics
 * 10:417) are taken together, and left out where even that is too little; undefined where fewer than two rows remain.
 */
function alike(table: readonly Row[]): number | undefined {
  const columns = sumOf(table);
  const isSmall = (row: Row): boolean =>
    columns.some((column) => !((totalOf(row) * column) / totalOf(columns) >= 5));
  const rest = sumOf(table.filter(isSmall));
  const rows = [...table.filter((row) => !isSmall(row)), ...(isSmall(rest) ? [] : [rest])];
  if (rows.length < 2) return undefined;
  const kept = sumOf(rows);
  let chi = 0;
  for (const row of rows)
    for (const [column, count] of row.entries()) {
      const expected = (totalOf(row) * (kept[column] ?? 0)) / totalOf(kept);
      chi += (count - expected) ** 2 / expected;
    }
  return chiSquareTail(chi, rows.length - 1);
}

/** Raters, and those who met the place and did not rate. */
type Row = readonly [number, number];

const sumOf = (rows: readonly Row[]): Row =>
  rows.reduce<Row>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);

/**
 * Post-stratification: p̂ = Σ W_h·p_h, V = Σ W_h²·p_h(1 − p_h)/n_h (Cochran, Sampling Techniques, 5A.9). Strata without
 * answers are left out, and `covered` says how much that is. Null under 5 answers.
 */
export function postStratify(
  strata: readonly { size: number; n: number; positive: number }[],
): Weighted | null {
  const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
  const all = strata.reduce((sum, { size }) => sum + size, 0);
  const answered = strata.filter((stratum) => stratum.n > 0 && stratum.size > 0);
  const size = answered.reduce((sum, stratum) => sum + stratum.size, 0);
  if (n < FEWEST_SHOWN || size === 0) return null;
  let [share, variance, squares] = [0, 0, 0];
  for (const { size: one, n: count, positive } of answered) {
    const weight = one / size;
    // One answer on each side, so that a stratum of five happy people does not claim to know everything.
    const p = (positive + 1) / (count + 2);
    share += (weight * positive) / count;
    variance += (weight * weight * p * (1 - p)) / count;
    squares += (weight * weight) / count;
  }
  const half = Z95 * Math.sqrt(variance);
  return {
    share,
    low: Math.max(0, share - half),
    high: Math.min(1, share + half),
    raw: strata.reduce((sum, { positive }) => sum + positive, 0) / n,
    n,
    effectiveN: 1 / squares,
    covered: size / all,
  };
}
