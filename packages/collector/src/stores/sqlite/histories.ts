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

type Sql = (name: string) => Statement;
export interface HistoriesParts {
  sql: Sql;
  /** The same statements for slices of a stage or touchpoint: `answers` of everybody, and of parts of the visitors. */
  atPlaces: Sql;
  atPlacesOfSome: Sql;
  names: Names;
}

const EVERYWHERE = `json_each(?10) AS wanted CROSS JOIN record AS found
  INDEXED BY "record#ratings" ON found.site = ?1 AND found.bucket = wanted.value`;
const AT_PLACES = (
  wanted: string,
  bucket: string,
) => `place AS own${wanted} CROSS JOIN record AS found
  INDEXED BY "record#answers" ON own.site = ?1 AND (?8 IS NULL OR own.stage = ?8)
    AND (?9 IS NULL OR own.touchpoint = ?9) AND found.place = own.id${bucket}`;

/** The text of `read.sql` with answers found by place. */
export const answersAtPlaces = (file: string, who: 'everybody' | 'some'): string =>
  file.replace(
    EVERYWHERE,
    who === 'everybody'
      ? AT_PLACES('', '')
      : AT_PLACES(' CROSS JOIN json_each(?10) AS wanted', ' AND found.bucket = wanted.value'),
  );

/**
 * Histories of all who answered in the slice, or of as many parts of the visitors as hold about `most` answers.
 * `answers` is how many there are, from the counts.
 */
export const readHistories =
  ({ sql, atPlaces, atPlacesOfSome, names }: HistoriesParts) =>
  (slice: Slice, answers: number, most: number): HistorySample => {
    const site = names.site.find(slice.site);
    if (site === undefined || answers === 0) return { share: 1, histories: [] };
    const parts = Math.max(1, Math.min(BUCKETS, Math.floor((BUCKETS * most) / answers)));
    const values = [site, slice.from, slice.to, ...crowdValues(slice), ...placeValues(slice)];
    const buckets = Array.from({ length: parts }, (_, i) => i);
    const some = isOfPlaces(slice) ? atPlacesOfSome : sql;
    const rows = (
      parts === BUCKETS && isOfPlaces(slice)
        ? atPlaces('answers').all(...values)
        : some('answers').all(...values, JSON.stringify(buckets))
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

/** Among everybody's answers those of a single place are few: they are looked for by place. */
const isOfPlaces = ({ stage, touchpoint }: Slice) =>
  stage !== undefined || touchpoint !== undefined;

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
