import type { Standing } from '@wayfelt/protocol';
import type { Slice } from '@wayfelt/report';
import type { Answered, History, HistorySample } from '../../store.js';
import { BUCKETS } from './bucket.js';
import { crowdValues, placeValues } from './counts.js';
import type { Statement } from './database.js';
import type { Names } from './names.js';

interface AnswerRow {
  /** 0: nobody knows whose. */
  person: number;
  at: number;
  level: number;
  stage: string;
  touchpoint: string;
  standing: Standing;
  device: string;
  source: string;
  probability: number | null;
  intent: string | null;
  /** JSON. */
  reasons: string | null;
}

/**
 * Histories of all who answered in the slice, or of as many parts of the visitors as hold about `most` answers.
 * `answers` is how many there are, from the counts.
 */
export const readHistories =
  (sql: (name: string) => Statement, names: Names) =>
  (slice: Slice, answers: number, most: number): HistorySample => {
    const site = names.site.find(slice.site);
    if (site === undefined || answers === 0) return { share: 1, histories: [] };
    const parts = Math.max(1, Math.min(BUCKETS, Math.floor((BUCKETS * most) / answers)));
    const buckets = Array.from({ length: parts }, (_, i) => i);
    const rows = sql('answers').all(
      site,
      slice.from,
      slice.to,
      ...crowdValues(slice),
      ...placeValues(slice),
      JSON.stringify(buckets),
    ) as AnswerRow[];

    const known = new Map<number, History>();
    const unknown: History[] = [];
    for (const row of rows) {
      const answer = answerOf(row);
      const history = known.get(row.person);
      if (row.person === 0)
        unknown.push({ known: false, answers: [answer], outcomes: [], visits: [] });
      else if (history) history.answers.push(answer);
      else known.set(row.person, { known: true, answers: [answer], outcomes: [], visits: [] });
    }
    const persons = JSON.stringify([...known.keys()]);
    for (const row of sql('outcomesOfPersons').all(persons) as OutcomeRow[])
      known.get(row.person)?.outcomes.push({ outcome: row.outcome, at: row.at });
    for (const row of sql('sessionsOfPersons').all(persons) as SessionRow[])
      known.get(row.person)?.visits.push(row.start);
    return { share: parts / BUCKETS, histories: [...known.values(), ...unknown] };
  };

interface OutcomeRow {
  person: number;
  outcome: string;
  at: number;
}
interface SessionRow {
  person: number;
  start: number;
}

const answerOf = (row: AnswerRow): Answered => {
  const { at, level, stage, touchpoint, standing, device, source, probability, intent, reasons } =
    row;
  return {
    at,
    level,
    stage,
    touchpoint,
    standing,
    device,
    source,
    probability: probability ?? 1,
    intent: intent ?? '',
    reasons: reasons === null ? [] : (JSON.parse(reasons) as string[]),
  };
};
