import type { Standing } from '@wayfelt/protocol';
import type { Slice } from '@wayfelt/report';
import type { Answer, Answered, AnswererSample, History, HistorySample } from '../../store.js';
import { BUCKETS } from './bucket.js';
import { crowdValues, placeValues } from './counts.js';
import type { Statement } from './database.js';
import type { Names } from './names.js';

interface AnswererRow {
  /** 0: nobody knows whose. */
  person: number;
  level: number;
  stage: string;
  touchpoint: string;
  standing: Standing;
  probability: number | null;
}

interface AnswerRow extends AnswererRow {
  at: number;
  device: string;
  source: string;
  intent: string | null;
  /** JSON. */
  reasons: string | null;
}

type Sql = (name: string) => Statement;
export interface HistoriesParts {
  sql: Sql;
  /** The same statements for slices of a stage or touchpoint: answers of everybody, and of parts of the visitors. */
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
  file.replaceAll(
    EVERYWHERE,
    who === 'everybody'
      ? AT_PLACES('', '')
      : AT_PLACES(' CROSS JOIN json_each(?10) AS wanted', ' AND found.bucket = wanted.value'),
  );

/**
 * All who answered in a slice, or as many parts of the visitors as hold about `most` answers. `answers` is how many there
 * are, from the counts.
 */
export const createHistories = ({ sql, atPlaces, atPlacesOfSome, names }: HistoriesParts) => {
  const find = <Row>(
    statement: 'answers' | 'answerers',
    slice: Slice,
    { answers, most }: { answers: number; most: number },
  ): { share: number; rows: Row[] } => {
    const site = names.site.find(slice.site);
    if (site === undefined || answers === 0) return { share: 1, rows: [] };
    const parts = Math.max(1, Math.min(BUCKETS, Math.floor((BUCKETS * most) / answers)));
    const values = [site, slice.from, slice.to, ...crowdValues(slice), ...placeValues(slice)];
    const buckets = Array.from({ length: parts }, (_, i) => i);
    const some = isOfPlaces(slice) ? atPlacesOfSome : sql;
    const rows = (
      parts === BUCKETS && isOfPlaces(slice)
        ? atPlaces(statement).all(...values)
        : some(statement).all(...values, JSON.stringify(buckets))
    ) as Row[];
    return { share: parts / BUCKETS, rows };
  };

  return {
    answerers(slice: Slice, answers: number, most: number): AnswererSample {
      const { share, rows } = find<AnswererRow>('answerers', slice, { answers, most });
      const { known, unknown } = byPerson(rows, answerOf);
      return {
        share,
        histories: [
          ...[...known.values()].map((given) => ({ known: true, answers: given })),
          ...unknown.map((answer) => ({ known: false, answers: [answer] })),
        ],
      };
    },
    histories(slice: Slice, answers: number, most: number): HistorySample {
      const { share, rows } = find<AnswerRow>('answers', slice, { answers, most });
      const { known, unknown } = byPerson(rows, answeredOf);
      const history = (isKnown: boolean, given: Answered[]): History => ({
        known: isKnown,
        answers: given,
        outcomes: [],
        visits: [],
      });
      const persons = new Map([...known].map(([person, given]) => [person, history(true, given)]));
      const asked = JSON.stringify([...persons.keys()]);
      for (const { person, outcome, at } of sql('outcomesOfPersons').all(asked) as OutcomeRow[])
        persons.get(person)?.outcomes.push({ outcome, at });
      for (const { person, start } of sql('sessionsOfPersons').all(asked) as SessionRow[])
        persons.get(person)?.visits.push(start);
      return {
        share,
        histories: [...persons.values(), ...unknown.map((answer) => history(false, [answer]))],
      };
    },
  };
};

/** Whose answers are whose; of each in the order of the rows. */
const byPerson = <Row extends { person: number }, A>(
  rows: readonly Row[],
  read: (row: Row) => A,
) => {
  const known = new Map<number, A[]>();
  const unknown: A[] = [];
  for (const row of rows) {
    const answer = read(row);
    const before = known.get(row.person);
    if (row.person === 0) unknown.push(answer);
    else if (before) before.push(answer);
    else known.set(row.person, [answer]);
  }
  return { known, unknown };
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

const answerOf = ({ level, stage, touchpoint, standing, probability }: AnswererRow): Answer => ({
  level,
  stage,
  touchpoint,
  standing,
  probability: probability ?? 1,
});

const answeredOf = (row: AnswerRow): Answered => ({
  ...answerOf(row),
  at: row.at,
  device: row.device,
  source: row.source,
  intent: row.intent ?? '',
  reasons: row.reasons === null ? [] : (JSON.parse(row.reasons) as string[]),
});
