import type { BeliefShare } from '@wayfelt/protocol';
import type { Sentence, Strength } from '@wayfelt/report';
import { many } from './many.js';

/** Codes of one shape stand in one member of the union. */
type Having<S, Code> = S extends { code: infer Codes } ? (Code extends Codes ? S : never) : never;
type Of<Code extends Sentence['code']> = Having<Sentence, Code>;

/** Names are already in the reader's language, numbers are written as the language writes them. */
export interface Names {
  /** The stage or touchpoint that a sentence is about; the whole journey where it names none. */
  place: string;
  count(n: number): string;
  percent(hundredths: number): string;
  ratio(times: number): string;
  day(at: number): string;
  outcome(id: string): string;
  /** What a moment of truth tells of a visitor: that he bought, or stayed. */
  told(outcome: string): string;
  value(by: string, value: string): string;
}

const STRENGTHS: Record<Strength, string> = {
  slightly: 'slightly',
  clearly: 'clearly',
  much: 'much',
};

const FEEL: Record<BeliefShare, string> = {
  positive: 'feel well at',
  emotional: 'love',
  negative: 'feel bad at',
  loathing: 'hate',
};

/** A name may be a phrase of any number, which would break the sentence around it. */
const at = (place: string): string => (place === WHOLE ? place : `“${place}”`);

const WHOLE = 'The whole journey';

/** What stands under a sentence: interval and number of answers. */
export interface Evidence {
  interval(range: string, n: string): string;
  /** Of a share that was drawn towards its stage. */
  drawn(range: string, n: string): string;
  standings(prospects: string, customers: string, n: string, m: string): string;
  moved(points: string, low: string, high: string, before: string, after: string): string;
  pairs(pairs: string, n: string): string;
}

/** What a report says, in plain sentences; one for each code. */
export const sentences: {
  [Code in Sentence['code']]: (said: Of<Code>, names: Names) => string;
} & { whole: string; evidence: Evidence } = {
  whole: WHOLE,
  'nothing-yet': () => 'No answers yet.',
  'nothing-stands-out': (said, { percent }) =>
    `${percent(said.positive)} of the answers are positive, and no step stands out as bad.`,
  early: (said, { count }) =>
    said.missing > 0
      ? `${many(count(said.n), 'answer')} so far: too early to judge. About ${count(said.missing)} more, and the shares are good to ±10 points.`
      : `${many(count(said.n), 'answer')} so far.`,
  'prospects-worse': (said, { place }) =>
    `${at(place)}: prospects feel ${STRENGTHS[said.strength]} worse here than customers.`,
  'prospects-better': (said, { place }) =>
    `${at(place)}: prospects feel ${STRENGTHS[said.strength]} better here than customers.`,
  fell: (said, { place }) =>
    `${at(place)} feels ${STRENGTHS[said.strength]} worse than in the period before.`,
  rose: (said, { place }) =>
    `${at(place)} feels ${STRENGTHS[said.strength]} better than in the period before.`,
  changed: (said, { place, day }) =>
    `${at(place)} has felt ${
      { better: 'better', worse: 'worse', otherwise: 'different' }[said.direction]
    } since about ${day(said.at)}${said.mark ? `, when you marked “${said.mark}”` : ''}.`,
  'worst-touchpoint': (said, { place, percent, count }) =>
    `${at(place)} hurts most: about ${percent(said.negative)} of its answers are negative${
      said.prospectsMet > 0 ? `, and prospects met it ${count(said.prospectsMet)} times` : ''
    }.`,
  gap: (said, { place, percent }) =>
    `The team believes that ${percent(said.believed)} ${FEEL[said.of]} ${at(place)}; ${percent(said.said)} say so.`,
  'below-minimum': (said, { place, percent }) =>
    `${at(place)}: ${percent(said.below)} of the answers are below the minimum that you promise.`,
  'moment-of-truth': (said, { place, told }) =>
    `${at(place)} is a moment of truth: how it feels there tells best who ${told(said.outcome)}.`,
  'outcome-ratio': ({ times, low, high, ...said }, { ratio, outcome }) =>
    times >= 1
      ? `${outcome(said.outcome)} ${ratio(times)} times as often after a positive answer as after a negative one (${ratio(low)} to ${ratio(high)}).`
      : `${outcome(said.outcome)} ${ratio(1 / times)} times as often after a negative answer as after a positive one (${ratio(1 / high)} to ${ratio(1 / low)}).`,
  'outcome-turns-round': (said, { outcome }) =>
    `“${outcome(said.outcome)}”: do not trust the plain comparison. Comparing like with like, it points the other way.`,
  'silent-loss': (said, { percent, count }) =>
    `After a negative answer ${percent(said.gone)} never came back (of ${count(said.n)}).`,
  'satisfied-and-gone': (said, { percent, count }) =>
    `Of the ${count(said.n)} who left, ${percent(said.left)} had just said something positive; of everybody, ${percent(said.all)}.`,
  'raters-differ': (said, { percent, value }) =>
    `Those who answer differ from those who do not: ${value(said.by, said.value)} makes up ${percent(said.ofRaters)} of answers, but ${percent(said.ofMet)} of visits.`,
  silence: (said, { percent }) =>
    `${percent(said.answered)} answered. Depending on what the silent think, the positive share could be anywhere from ${percent(said.low)} to ${percent(said.high)}.`,
  evidence: {
    interval: (range, n) => `95% interval ${range}, from ${many(n, 'answer')}.`,
    drawn: (range, n) =>
      `90% interval ${range}, from ${many(n, 'answer')}; where these are few, the stage’s own share counts too.`,
    standings: (prospects, customers, n, m) =>
      `Positive: ${prospects} of ${many(n, 'answer')} by prospects, ${customers} of ${m} by customers.`,
    moved: (points, low, high, before, after) =>
      `Positive share: ${points} points (95% interval ${low} to ${high}), ${many(before, 'answer')} before and ${after} since.`,
    pairs: (pairs, n) =>
      `Of two visitors, one who did and one who did not, the feeling told which in ${pairs} of 100 pairs; ${many(n, 'answer')}.`,
  },
};
