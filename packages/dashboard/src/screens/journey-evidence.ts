import type { Evidence, Sentence } from '@wayfelt/report';
import { rangeText, shareText } from '../components/figures.js';
import type { Dashboard } from '../state.js';

/** The figures behind a sentence: interval and number of answers. Undefined where the sentence has them itself. */
export const evidenceOf = (said: Sentence, dashboard: Dashboard): string | undefined => {
  const { texts, formats } = dashboard;
  const { evidence } = texts.value.sentences;
  const { count } = formats.value;
  if (said.evidence) return written(said.evidence, dashboard);
  switch (said.code) {
    case 'nothing-stands-out':
      return evidence.interval(
        rangeText(said.low / 100, said.high / 100, formats.value, texts.value),
        count(said.n),
      );
    case 'moment-of-truth':
      return evidence.pairs(count(said.pairs), count(said.n));
    default:
      return undefined;
  }
};

const written = (given: Evidence, { texts, formats }: Dashboard): string | undefined => {
  const { evidence } = texts.value.sentences;
  const { count, points } = formats.value;
  switch (given.of) {
    case 'share':
    case 'drawn': {
      const range = rangeText(given.low, given.high, formats.value, texts.value);
      const say = given.of === 'drawn' ? evidence.drawn : evidence.interval;
      return say(range, count(given.n));
    }
    case 'standings':
      return evidence.standings(
        shareText(given.prospects, formats.value, texts.value),
        shareText(given.customers, formats.value, texts.value),
        count(given.prospects.n),
        count(given.customers.n),
      );
    case 'moved': {
      const { value, low, high } = given.by;
      if (value === null || low === null || high === null) return undefined;
      const { first, second } = given.n;
      return evidence.moved(points(value), points(low), points(high), count(second), count(first));
    }
  }
};
