import type { ExportQuery, ExportedRecord } from '../../store.js';
import { crowdValues, placeValues } from './counts.js';
import type { Statement } from './database.js';
import type { Names } from './names.js';
import { COUNTS } from './stored.js';
import { bytesOfId, idOfBytes } from './record-id.js';

type Stored = Record<string, string | number | null> & {
  at: number;
  detail: string | null;
};

/** Records of one type, oldest first, one page at a time. */
export const readRows =
  (sql: (name: string) => Statement, names: Names) =>
  (query: ExportQuery): ExportedRecord[] => {
    const site = names.site.find(query.site);
    if (site === undefined) return [];
    const rows = sql('recordsOfType').all(
      site,
      query.from,
      query.to,
      ...crowdValues(query),
      ...placeValues(query),
      query.type,
      query.after?.at ?? null,
      query.after ? bytesOfId(query.after.id) : null,
      query.limit,
      query.aside ? COUNTS.aside : COUNTS.figures,
    ) as (Stored & { id: Uint8Array })[];
    return rows.map(({ id, detail, ...row }) => ({
      id: idOfBytes(id),
      ...present(row),
      at: row.at,
      ...(detail === null ? {} : (JSON.parse(detail) as Record<string, unknown>)),
    }));
  };

const present = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''));
