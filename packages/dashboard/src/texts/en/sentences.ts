import type { BeliefShare } from '@wayfelt/protocol';
import type { Sentence, Strength } from '@wayfelt/report';

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
  value(by: string, value: string): string;
  /** Positive shares with their intervals, where the sentence sets the two against each other. */
  positive: { prospects: string; customers: string };
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

/** What a report says, in plain sentences; one for each code. */
export const sentences: {
  [Code in Sentence['code']]: (said: Of<Code>, names: Names) => string;
} & { whole: string } = {
  whole: 'the whole journey',
  'nothing-yet': () => 'No answers yet.',
  early: (said, { count }) =>
    said.missing > 0
      ? `${count(said.n)} answers so far. About ${count(said.missing)} more, and shares can be trusted to ±10 points.`
      : `${count(said.n)} answers so far.`,
  'prospects-worse': (said, { place, positive }) =>
    `Prospects feel ${STRENGTHS[said.strength]} worse than customers at ${place}: ${positive.prospects} positive, against ${positive.customers}.`,
  'prospects-better': (said, { place, positive }) =>
    `Prospects feel ${STRENGTHS[said.strength]} better than customers at ${place}: ${positive.prospects} positive, against ${positive.customers}.`,
  fell: (said, { place, count }) =>
    `${place} feels ${STRENGTHS[said.strength]} worse than in the period before: worse in ${count(said.pairs)} of 100 pairs (n = ${count(said.n.first)} and ${count(said.n.second)}).`,
  rose: (said, { place, count }) =>
    `${place} feels ${STRENGTHS[said.strength]} better than in the period before: better in ${count(said.pairs)} of 100 pairs (n = ${count(said.n.first)} and ${count(said.n.second)}).`,
  changed: (said, { place, day }) =>
    `${place} changed around ${day(said.at)}${
      { better: ', for the better', worse: ', for the worse', otherwise: '' }[said.direction]
    }${said.mark ? `, when you marked “${said.mark}”` : ''}.`,
  'worst-touchpoint': (said, { place, percent, count }) =>
    `${place} hurts most: about ${percent(said.negative)} of its answers are negative (n = ${count(said.n)}), and prospects met it ${count(said.prospectsMet)} times.`,
  gap: (said, { place, percent, count }) =>
    `The team believes that ${percent(said.believed)} ${FEEL[said.of]} ${place}; ${percent(said.said)} say so (n = ${count(said.n)}).`,
  'below-minimum': (said, { place, percent, count }) =>
    `At ${place}, ${percent(said.below)} of the answers are below the minimum that you promise (n = ${count(said.n)}).`,
  'moment-of-truth': (said, { place, count, outcome }) =>
    `${place} is a moment of truth for “${outcome(said.outcome)}”: in ${count(said.pairs)} of 100 pairs the feeling there told who would (n = ${count(said.n)}).`,
  'outcome-ratio': (said, { ratio, outcome }) =>
    `“${outcome(said.outcome)}” was ${ratio(said.times)} times as frequent after a positive rating as after a negative one (${ratio(said.low)} to ${ratio(said.high)}).`,
  'outcome-turns-round': (said, { outcome }) =>
    `Do not believe the plain ratio for “${outcome(said.outcome)}”: comparing like with like, it points the other way.`,
  'silent-loss': (said, { percent, count }) =>
    `After a negative rating ${percent(said.gone)} never came back (n = ${count(said.n)}).`,
  'satisfied-and-gone': (said, { percent, count }) =>
    `Of those who left, ${percent(said.left)} had just said something positive; of everybody, ${percent(said.all)} (n = ${count(said.n)}).`,
  'raters-differ': (said, { percent, value }) =>
    `Those who answer differ from those who do not: ${value(said.by, said.value)} makes up ${percent(said.ofRaters)} of answers, but ${percent(said.ofMet)} of visits.`,
  silence: (said, { percent }) =>
    `${percent(said.answered)} answered. What the silent think could move the positive share anywhere from ${percent(said.low)} to ${percent(said.high)}.`,
};
