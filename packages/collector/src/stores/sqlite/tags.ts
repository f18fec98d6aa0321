import type { PathStep } from '@wayfelt/protocol';
import type { Statement } from './database.js';
import type { Names } from './names.js';
import { bytesOfId, idOfBytes } from './record-id.js';

/** A path is read, not analysed: more than this nobody reads. */
const STEPS = 500;

type StepRow = Record<'type' | 'stage' | 'touchpoint' | 'standing', string> & {
  id: Uint8Array;
  at: number;
  session: number | null;
} & Record<'event' | 'level' | 'comment' | 'outcome', string | number | null>;

/** What a team does with single comments: it sorts them by tags, and reads how their writers came there. */
export const createTags = (sql: (name: string) => Statement, names: Names) => {
  const commentOf = (site: string, id: string) =>
    sql('commentOf').get(names.site.find(site) ?? 0, bytesOfId(id)) as
      | { visitor: number | null }
      | undefined;

  return {
    path(site: string, id: string): PathStep[] | undefined {
      const found = commentOf(site, id);
      if (!found) return undefined;
      // nobody knows who wrote it: there is nothing around it
      if (found.visitor === null) return [];
      const rows = sql('pathOf').all(names.site.find(site) ?? 0, bytesOfId(id), STEPS) as StepRow[];
      const visits = [...new Set(rows.map(({ session }) => session))];
      return rows.map(({ id: bytes, session, ...row }) => ({
        id: idOfBytes(bytes),
        visit: visits.indexOf(session) + 1,
        ...(Object.fromEntries(
          Object.entries(row).filter(([, value]) => value !== null && value !== ''),
        ) as Omit<PathStep, 'id' | 'visit'>),
      }));
    },
    /** False where there is no such comment. */
    setTags(site: string, id: string, tags: readonly string[]): boolean {
      if (!commentOf(site, id)) return false;
      const number = names.site.of(site);
      sql('removeTags').run(number, bytesOfId(id));
      for (const tag of tags) sql('addTag').run(number, bytesOfId(id), tag);
      return true;
    },
    tags: (site: string) =>
      sql('tags').all(names.site.find(site) ?? 0) as { tag: string; n: number }[],
  };
};
