import type { BeliefShare } from '@wayfelt/protocol';
import type { Comparison, Strength } from './compare.js';
import type { Estimate, Share } from './estimate.js';
import type { PlaceFigures } from './place.js';
import type { Report } from './report.js';

/** The figures behind a statement, where it does not say them itself. */
export type Evidence =
  /** The interval of a share, 0 to 1; `drawn`: after it was drawn towards its stage. */
  | { of: 'share' | 'drawn'; low: number; high: number; n: number }
  | { of: 'standings'; prospects: Share; customers: Share }
  /** How far the positive share moved, with its interval; the first of the comparison is what came later. */
  | { of: 'moved'; by: Estimate; n: { first: number; second: number } };

/** A statement with what it rests on. */
export type Sentence = Statement & { evidence?: Evidence };

/**
 * One plain statement as a code and its values, so that a screen can say it in any language. Shares and pairs are
 * whole numbers of a hundred, as a person would say them.
 */
type Statement =
  | { code: 'nothing-yet' }
  /** No place is shown to be worse than it was, than its stage, than promised or believed. */
  | { code: 'nothing-stands-out'; positive: number; low: number; high: number; n: number }
  | { code: 'early'; n: number; missing: number }
  | {
      code: 'prospects-worse' | 'prospects-better' | 'fell' | 'rose';
      stage?: string;
      touchpoint?: string;
      strength: Strength;
      /** In so many of 100 pairs the first (prospects; this period) felt worse, or better; ties count half. */
      pairs: number;
      n: { first: number; second: number };
    }
  | {
      code: 'changed';
      stage?: string;
      touchpoint?: string;
      at: number;
      direction: 'better' | 'worse' | 'otherwise';
      mark?: string;
    }
  | {
      code: 'worst-touchpoint';
      stage: string;
      touchpoint: string;
      negative: number;
      n: number;
      prospectsMet: number;
    }
  | {
      code: 'gap';
      stage: string;
      touchpoint: string;
      of: BeliefShare;
      believed: number;
      said: number;
      n: number;
    }
  | { code: 'below-minimum'; stage: string; touchpoint?: string; below: number; n: number }
  | {
      code: 'moment-of-truth';
      stage: string;
      touchpoint: string;
      outcome: string;
      pairs: number;
      n: number;
    }
  | { code: 'outcome-ratio'; outcome: string; times: number; low: number; high: number }
  | { code: 'outcome-turns-round'; outcome: string }
  | { code: 'silent-loss'; gone: number; n: number }
  | { code: 'satisfied-and-gone'; left: number; all: number; n: number }
  | { code: 'raters-differ'; by: string; value: string; ofRaters: number; ofMet: number }
  | { code: 'silence'; answered: number; low: number; high: number };

/** Where fewer than one in five is negative nothing hurts, though it may be the worst step of its stage. */
const HURTS_FROM = 0.2;

const hundred = (share: number | null): number => Math.round((share ?? 0) * 100);

/**
 * What the report says, most important first: trouble before good news, prospects before everyone, what got worse
 * before what is bad.
 */
export function sentencesOf(report: Report): Sentence[] {
  const { total } = report;
  if (total.felt.all.n === 0) return [{ code: 'nothing-yet' }];
  const places = [
    ...prospectSentences(report.stages),
    ...prospectSentences(report.touchpoints),
    ...changeSentences(report.stages),
    ...turnSentences(report),
    ...painSentences(report),
    ...gapSentences(report),
  ];
  const trouble = places.filter(isTrouble);
  const said = [
    ...(trouble.length > 0 ? trouble : calmSentences(report)),
    ...places.filter((sentence) => !isTrouble(sentence)),
    ...outcomeSentences(report),
    ...silenceSentences(report),
  ];
  return total.felt.all.enough === 'early' || total.felt.all.enough === 'too-few'
    ? [{ code: 'early', n: total.felt.all.n, missing: total.felt.all.missing }, ...said]
    : said;
}

function isTrouble(sentence: Sentence): boolean {
  if (sentence.code === 'changed') return sentence.direction === 'worse';
  return !['prospects-better', 'rose'].includes(sentence.code);
}

/** Only from enough answers can it be said that nothing stands out. */
function calmSentences({ total }: Report): Sentence[] {
  const { positive, n, enough } = total.felt.all;
  if (enough !== 'enough' && enough !== 'not-yet') return [];
  return [
    {
      code: 'nothing-stands-out',
      positive: hundred(positive.share),
      low: hundred(positive.low),
      high: hundred(positive.high),
      n,
    },
  ];
}

const whereOf = ({ stage, touchpoint }: PlaceFigures) => ({
  ...(stage === undefined ? {} : { stage }),
  ...(touchpoint === undefined ? {} : { touchpoint }),
});

/** Strongest difference first; worse before better. */
function differenceSentences(
  places: readonly PlaceFigures[],
  differenceOf: (place: PlaceFigures) => Comparison | undefined,
  [worse, better]: readonly ['prospects-worse', 'prospects-better'] | readonly ['fell', 'rose'],
  evidenceOf: (place: PlaceFigures, difference: Comparison) => Evidence,
): Sentence[] {
  return places
    .flatMap((place) => {
      const difference = differenceOf(place);
      const a = difference?.superiority.value ?? null;
      if (!difference?.strength || a === null) return [];
      const { verdict, strength, n } = difference;
      const isWorse = verdict === 'worse';
      const code = isWorse ? worse : better;
      const pairs = hundred(isWorse ? 1 - a : a);
      return {
        code,
        ...whereOf(place),
        strength,
        pairs,
        n,
        evidence: evidenceOf(place, difference),
      };
    })
    .sort((a, b) => Number(b.code === worse) - Number(a.code === worse) || b.pairs - a.pairs);
}

const prospectSentences = (places: readonly PlaceFigures[]): Sentence[] =>
  differenceSentences(
    places,
    (place) => place.prospectsAgainstCustomers,
    ['prospects-worse', 'prospects-better'],
    ({ felt: { prospects, customers } }) => ({
      of: 'standings',
      prospects: prospects.positive,
      customers: customers.positive,
    }),
  );

const changeSentences = (places: readonly PlaceFigures[]): Sentence[] =>
  differenceSentences(
    places,
    (place) => place.change?.all,
    ['fell', 'rose'],
    (_place, difference) => moved(difference),
  );

const moved = ({ positive, n }: Comparison): Evidence => ({ of: 'moved', by: positive, n });

/**
 * A change is found in all eight levels; "better" and "worse" are only said where the interval of the positive share, which
 * stands beneath, says so too.
 */
function turnSentences({ changes }: Report): Sentence[] {
  const said = changes.filter(
    ({ direction, difference: { positive } }) =>
      direction === 'otherwise' || (positive.low ?? 0) > 0 || (positive.high ?? 0) < 0,
  );
  return said.slice(0, 5).map(({ stage, touchpoint, at, direction, marks, difference }) => ({
    code: 'changed',
    ...(stage === undefined ? {} : { stage }),
    ...(touchpoint === undefined ? {} : { touchpoint }),
    at,
    direction,
    ...(marks[0] ? { mark: marks[0].text } : {}),
    evidence: moved(difference),
  }));
}

function painSentences({ ranking, touchpoints }: Report): Sentence[] {
  const painful = ranking.mostPain.flatMap((index) => ranking.worst[index] ?? []);
  // Where prospects suffer most comes before what is worst for those who have bought already.
  const worst = [...painful.filter(({ pain }) => pain.prospects > 0), ...ranking.worst].find(
    ({ verdict, negative }) => verdict === 'worse' && negative.value >= HURTS_FROM,
  );
  const below = touchpoints
    .filter(({ standard }) => (standard.all.below.low ?? 0) > 0.5)
    .sort((a, b) => (b.standard.all.below.low ?? 0) - (a.standard.all.below.low ?? 0))
    .slice(0, 3);
  return [
    ...(worst
      ? [
          {
            code: 'worst-touchpoint' as const,
            stage: worst.stage,
            touchpoint: worst.touchpoint,
            negative: hundred(worst.negative.value),
            n: worst.n,
            prospectsMet: worst.met.prospects,
            evidence: {
              of: 'drawn' as const,
              low: worst.negative.low,
              high: worst.negative.high,
              n: worst.n,
            },
          },
        ]
      : []),
    ...below.map((place) => ({
      code: 'below-minimum' as const,
      stage: place.stage ?? '',
      ...(place.touchpoint === undefined ? {} : { touchpoint: place.touchpoint }),
      below: hundred(place.standard.all.below.share),
      n: place.felt.all.n,
      evidence: intervalOf(place.standard.all.below),
    })),
  ];
}

function gapSentences({ gaps }: Report): Sentence[] {
  const widest = gaps.find(({ verdict }) => verdict === 'too-good');
  if (!widest) return [];
  const { stage, touchpoint, of, believed, said } = widest;
  return [
    {
      code: 'gap',
      stage,
      touchpoint,
      of,
      believed: hundred(believed),
      said: hundred(said.share),
      n: said.n,
      evidence: intervalOf(said),
    },
  ];
}

const intervalOf = ({ low, high, n }: Share): Evidence => ({
  of: 'share',
  low: low ?? 0,
  high: high ?? 1,
  n,
});

function outcomeSentences({ outcomes, moments }: Report): Sentence[] {
  const said: Sentence[] = [];
  const moment = moments.find(({ clear }) => clear);
  if (moment) {
    const { stage, touchpoint, outcome, tells, n } = moment;
    said.push({
      code: 'moment-of-truth',
      stage,
      touchpoint,
      outcome,
      pairs: hundred(tells.value),
      n,
    });
  }
  const all = outcomes.total.find(({ standing }) => standing === 'all');
  for (const { outcome, crude, adjusted, turnsRound } of all?.ratios ?? []) {
    const ratio = adjusted ?? crude;
    if (turnsRound) said.push({ code: 'outcome-turns-round', outcome });
    else if (ratio && (ratio.low > 1 || ratio.high < 1))
      said.push({
        code: 'outcome-ratio',
        outcome,
        times: hundredths(ratio.value),
        low: hundredths(ratio.low),
        high: hundredths(ratio.high),
      });
  }
  const loss = all?.silentLoss.afterNegative;
  if (loss?.shown && (all?.silentLoss.difference.low ?? 0) > 0)
    said.push({ code: 'silent-loss', gone: hundred(loss.share), n: loss.n });
  const satisfied = all?.satisfiedAndGone;
  if (satisfied?.ofThoseWhoLeft.shown)
    said.push({
      code: 'satisfied-and-gone',
      left: hundred(satisfied.ofThoseWhoLeft.share),
      all: hundred(satisfied.ofAll.share),
      n: satisfied.ofThoseWhoLeft.n,
    });
  return said;
}

/** Two digits, and never 0: a screen may turn the ratio round. */
const hundredths = (value: number): number => Math.max(0.01, Math.round(value * 100) / 100);

function silenceSentences({ response, total }: Report): Sentence[] {
  const said: Sentence[] = [];
  for (const { by, values, warning } of response.raters) {
    if (!warning) continue;
    const apart = (one: (typeof values)[number]): number => Math.abs(one.ofRaters - one.ofMet);
    const [most] = [...values].sort((a, b) => apart(b) - apart(a));
    if (most)
      said.push({
        code: 'raters-differ',
        by,
        value: most.value,
        ofRaters: hundred(most.ofRaters),
        ofMet: hundred(most.ofMet),
      });
  }
  const bounds = total.bounds.all?.positive;
  if (bounds)
    said.push({
      code: 'silence',
      answered: hundred(bounds.answered),
      low: hundred(bounds.low),
      high: hundred(bounds.high),
    });
  return said;
}
