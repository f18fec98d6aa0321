import type { Comparison, Report, Sentence } from '@wayfelt/report';
import { rangeText, shareText } from '../components/figures.js';
import type { Dashboard } from '../state.js';

/** The figures behind a sentence: interval and number of answers. Undefined where the sentence has them itself. */
export const evidenceOf = (
  said: Sentence,
  report: Report,
  dashboard: Dashboard,
): string | undefined => {
  const { texts, formats } = dashboard;
  const { evidence } = texts.value.sentences;
  const { count } = formats.value;
  const range = (low: number | null, high: number | null): string =>
    rangeText(low ?? 0, high ?? 1, formats.value, texts.value);
  const place = placeOf(said, report);
  switch (said.code) {
    case 'nothing-stands-out':
      return evidence.interval(range(said.low / 100, said.high / 100), count(said.n));
    case 'prospects-worse':
    case 'prospects-better':
      return (
        place &&
        evidence.standings(
          shareText(place.felt.prospects.positive, formats.value, texts.value),
          shareText(place.felt.customers.positive, formats.value, texts.value),
          count(said.n.first),
          count(said.n.second),
        )
      );
    case 'fell':
    case 'rose':
      return moved(place?.change?.all, dashboard);
    case 'changed':
      return moved(
        report.changes.find(
          ({ stage, touchpoint, at }) =>
            stage === said.stage && touchpoint === said.touchpoint && at === said.at,
        )?.difference,
        dashboard,
      );
    case 'worst-touchpoint': {
      const ranked = report.ranking.worst.find(
        ({ stage, touchpoint }) => stage === said.stage && touchpoint === said.touchpoint,
      );
      return (
        ranked && evidence.drawn(range(ranked.negative.low, ranked.negative.high), count(said.n))
      );
    }
    case 'gap': {
      const gap = report.gaps.find(
        ({ stage, touchpoint, of }) =>
          stage === said.stage && touchpoint === said.touchpoint && of === said.of,
      );
      return gap && evidence.interval(range(gap.said.low, gap.said.high), count(said.n));
    }
    case 'below-minimum': {
      const below = place?.standard.all.below;
      return below && evidence.interval(range(below.low, below.high), count(said.n));
    }
    case 'moment-of-truth':
      return evidence.pairs(count(said.pairs), count(said.n));
    default:
      return undefined;
  }
};

const placeOf = (said: Sentence, report: Report): Report['total'] | undefined => {
  if (!('stage' in said)) return report.total;
  const touchpoint = 'touchpoint' in said ? said.touchpoint : undefined;
  return [...report.stages, ...report.touchpoints].find(
    (row) => row.stage === said.stage && row.touchpoint === touchpoint,
  );
};

/** How far the positive share moved; the first of the comparison is what came later. */
const moved = (
  difference: Comparison | undefined,
  { texts, formats }: Dashboard,
): string | undefined => {
  const { value, low, high } = difference?.positive ?? {};
  if (!difference || value == null || low == null || high == null) return undefined;
  const { points, count } = formats.value;
  const { evidence } = texts.value.sentences;
  const { first, second } = difference.n;
  return evidence.moved(points(value), points(low), points(high), count(second), count(first));
};
