import type { Voice } from '@wayfelt/protocol';
import type { VoiceQuery } from '../../store.js';
import { crowdValues, placeValues } from './counts.js';
import type { Statement } from './database.js';
import type { Names } from './names.js';
import { bytesOfId, idOfBytes } from './record-id.js';

interface VoiceRow {
  id: Uint8Array;
  at: number;
  level: number;
  comment: string;
  page: string | null;
  detail: string | null;
  stage: string;
  touchpoint: string;
  standing: string;
  locale: string;
  device: string;
  source: string;
  tags: string;
}

/** Comments, newest first. */
export const readVoices =
  (sql: (name: string) => Statement, names: Names) =>
  (query: VoiceQuery): Voice[] => {
    const site = names.site.find(query.site);
    if (site === undefined) return [];
    const rows = sql('voices').all(
      site,
      query.from,
      query.to,
      ...crowdValues(query),
      ...placeValues(query),
      query.levels ? JSON.stringify(query.levels) : null,
      query.search ? `%${query.search.replace(/[\\%_]/g, '\\$&')}%` : null,
      query.before?.at ?? null,
      query.before ? bytesOfId(query.before.id) : null,
      query.tag ?? null,
      query.limit,
    ) as VoiceRow[];
    return rows.map(voiceOf);
  };

const voiceOf = (row: VoiceRow): Voice => {
  const { reasons, intent } = (row.detail === null ? {} : JSON.parse(row.detail)) as {
    reasons?: string[];
    intent?: string;
  };
  const tags = JSON.parse(row.tags) as string[];
  const { at, level, comment, stage, touchpoint, standing, locale, device, source, page } = row;
  return {
    id: idOfBytes(row.id),
    at,
    level,
    comment,
    stage,
    touchpoint,
    standing,
    ...(locale === '' ? {} : { locale }),
    ...(device === '' ? {} : { device }),
    ...(source === '' ? {} : { source }),
    ...(page === null ? {} : { page }),
    ...(reasons ? { reasons } : {}),
    ...(intent ? { intent } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
};
