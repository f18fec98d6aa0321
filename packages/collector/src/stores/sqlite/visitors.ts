import { createHash } from 'node:crypto';
import type { Statement } from './database.js';

interface VisitorRow {
  id: number;
  person: number;
  since: number;
}

/** An erased visitor is remembered by this alone. */
export const hashOfVisitor = (name: string): Uint8Array =>
  Uint8Array.from(createHash('sha256').update(name).digest().subarray(0, 16));

/** Visitors and their visits by number, whom hand-over codes joined, and how many of their records arrived. */
export function createVisitors(sql: (name: string) => Statement) {
  const find = sql('findVisitor');
  const findForgotten = sql('findForgotten');
  const add = sql('addVisitor');
  const setPerson = sql('setPerson');
  const arrivedFrom = sql('arrivedFrom');
  const inSession = sql('inSession');

  const personOf = (visitor: number) =>
    (sql('personOfVisitor').get(visitor) as { person: number } | undefined)?.person;

  return {
    /** The visitor's number, or `forgotten` where this visitor was erased after `at`. No name, no number. */
    of(site: number, name: string | undefined, at: number): number | null | 'forgotten' {
      if (name === undefined) return null;
      const known = find.get(site, name) as VisitorRow | undefined;
      const since =
        known?.since ??
        (findForgotten.get(site, hashOfVisitor(name)) as { at: number } | undefined)?.at ??
        -1;
      if (at <= since) return 'forgotten';
      if (known) return known.id;
      const { id } = add.get(site, name, since) as { id: number };
      setPerson.run(id, id);
      return id;
    },
    /** The visit's number; its start is the earliest record of it. */
    session(
      site: number,
      visitor: number | null,
      name: string | undefined,
      at: number,
    ): number | null {
      if (name === undefined) return null;
      return (inSession.get(site, visitor ?? 0, name, at) as { id: number }).id;
    },
    arrived(visitor: number, seq: number | undefined, at: number) {
      arrivedFrom.run(seq ?? 0, seq === undefined ? 0 : 1, at, visitor);
    },
    join(one: number, other: number) {
      const a = personOf(one);
      const b = personOf(other);
      if (a === undefined || b === undefined || a === b) return;
      sql('joinPersons').run(Math.min(a, b), a, b);
    },
  };
}
export type Visitors = ReturnType<typeof createVisitors>;
