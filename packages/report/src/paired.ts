import type { Journey } from '@wayfelt/protocol';
import type { PathSample } from './counts.js';
import { twoSidedP } from './distributions.js';
import { estimateOf, type Estimate } from './estimate.js';
import { netInterval } from './interval.js';
import { adjustForMany } from './multiplicity.js';
import { FEWEST_COMPARED } from './sample-size.js';

/** The same visitors in one stage and in the next: who feels better, who worse. */
export interface PairedChange {
  from: string;
  to: string;
  /** Visitors who answered in both; their last answer in each counts. */
  visitors: number;
  better: number;
  same: number;
  worse: number;
  /** Better less worse, of all pairs, −1 to 1 (adjusted Wald, as for net feeling). */
  net: Estimate;
  /** Sign test; null under 30 pairs. */
  p: number | null;
  adjustedP: number | null;
  verdict: 'better' | 'worse' | 'unclear' | 'not-yet';
}

/** From each stage to the next in the journey; pairs say more than two groups, since temper cancels out. */
export function pairedChanges(sample: PathSample | undefined, { stages }: Journey): PairedChange[] {
  const last = (sample?.paths ?? []).map(
    ({ answers }) => new Map(answers.map(({ stage, level }) => [stage, level])),
  );
  const changes = stages.slice(1).map(({ id: to }, index) => {
    const from = stages[index]?.id ?? '';
    const pairs = last.flatMap((levels) => {
      const [before, after] = [levels.get(from), levels.get(to)];
      return before === undefined || after === undefined ? [] : [Math.sign(after - before)];
    });
    return changeOf(from, to, pairs);
  });
  const adjusted = adjustForMany(changes.map(({ p }) => p ?? undefined));
  return changes.map((change, index) => {
    const adjustedP = adjusted[index] ?? null;
    return { ...change, adjustedP, verdict: verdictOf(adjustedP, change) };
  });
}

function changeOf(from: string, to: string, signs: readonly number[]): PairedChange {
  const better = signs.filter((sign) => sign > 0).length;
  const worse = signs.filter((sign) => sign < 0).length;
  const n = signs.length;
  const p =
    n >= FEWEST_COMPARED && better + worse > 0
      ? twoSidedP((better - worse) / Math.sqrt(better + worse))
      : null;
  return {
    from,
    to,
    visitors: n,
    better,
    same: n - better - worse,
    worse,
    net: estimateOf((better - worse) / n, netInterval(better, worse, n), { n }),
    p,
    adjustedP: null,
    verdict: 'not-yet',
  };
}

function verdictOf(
  adjustedP: number | null,
  { better, worse }: PairedChange,
): PairedChange['verdict'] {
  if (adjustedP === null) return 'not-yet';
  if (adjustedP > 0.05) return 'unclear';
  return better > worse ? 'better' : 'worse';
}
