/**
 * Honest figures for eight ordered levels: pure functions from counts. Knows no SQL, no network and no screen; the
 * collector calls it with what its store counted, the dashboard draws what it returns.
 *
 *     const report = makeReport(counts, settings);
 *     report.stages[1]?.felt.prospects.positive; // { share, low, high, count, n, shown, enough }
 */
export { makeReport, type Report, type ReportSettings } from './report.js';
export { isField, pickFields, REPORT_FIELDS } from './fields.js';
export { feltOf, type Felt } from './felt.js';
export { shareOf, type Share, type Estimate } from './estimate.js';
export { compareReports, type SlicesCompared } from './slices.js';
export type { Ranked, Ranking } from './rank.js';
export type {
  OutcomeFigures,
  OutcomeRatio,
  Reactions,
  SatisfiedAndGone,
  SilentLoss,
} from './outcomes.js';
export type { Ratio } from './ratio.js';
export type { Moment } from './moments.js';
export type { LastWords } from './last-words.js';
export type { PeakEnd } from './peak-end.js';
export type { PairedChange } from './paired.js';
export type { RatersDiffer, Weighted } from './raters.js';
export type { Change } from './changes.js';
export { ewma, type AlarmPoint } from './alarm.js';
export type { ReasonFigures } from './reasons.js';
export type { SetAside } from './set-aside.js';
export type { ArrivedFigures, DeliveryFigures } from './arrived.js';
export type { RepeatFigures } from './repeats.js';
export type { TrendPoint } from './trend.js';
export type { Evidence, Sentence } from './sentences.js';
export { compare, compareMany, type Comparison, type Strength, type Verdict } from './compare.js';
export { noAsks, type ByStanding, type PlaceFigures } from './place.js';
export { noOutcomes } from './outcomes.js';
export type { WeightedFelt } from './weighted.js';
export type { StandardFigures } from './standards.js';
export type { Funnel } from './funnel.js';
export { boundsOf, shareIfSilent, type Bounds, type WorstCase } from './bounds.js';
export type { Gap } from './gap.js';
export { wilson, netInterval, newcombe, type Interval } from './interval.js';
export { addLevels, noLevels } from './levels.js';
export {
  answersFor,
  FEWEST_COMPARED,
  FEWEST_RANKED,
  FEWEST_SHOWN,
  WANTED_HALF_WIDTH,
  type Enough,
} from './sample-size.js';
export type {
  AskCounts,
  ArrivedCounts,
  DeliveryCounts,
  GroupCounts,
  Mark,
  OutcomeCounts,
  OutcomeLevel,
  PathSample,
  PeriodCounts,
  PlaceCounts,
  ReasonCounts,
  RepeatCounts,
  RepeatedAnswers,
  ReportCounts,
  SetAsideCounts,
  Slice,
  VisitorPath,
  WeightedAnswers,
} from './counts.js';
