import { sourceClassOf } from '../../source-class.js';
import { inTransaction, type Database } from './database.js';

/** How many numbers are remembered per table before all are forgotten and looked up again. */
const REMEMBERED = 50_000;

/** Strings that repeat, kept once under a number. `forget` after a roll-back: numbers may not exist any more. */
export function createNames(db: Database) {
  const site = interned(
    db,
    'SELECT id FROM site WHERE name = ?',
    'INSERT INTO site (name) VALUES (?) RETURNING id',
  );
  const place = interned(
    db,
    'SELECT id FROM place WHERE site = ? AND stage = ? AND touchpoint = ? AND standing = ?',
    'INSERT INTO place (site, stage, touchpoint, standing) VALUES (?, ?, ?, ?) RETURNING id',
  );
  const crowd = interned(
    db,
    'SELECT id FROM crowd WHERE locale = ? AND device = ? AND source = ?',
    'INSERT INTO crowd (locale, device, source, source_class) VALUES (?, ?, ?, ?) RETURNING id',
    (values) => [sourceClassOf(String(values[2] ?? ''))],
  );
  return {
    site,
    place,
    crowd,
    forget: () => [site, place, crowd].forEach((names) => names.forget()),
  };
}
export type Names = ReturnType<typeof createNames>;

/** Kinds of sources are told anew: a later version may know more hosts. */
export function classifySources(db: Database) {
  const rows = db.prepare('SELECT id, source, source_class AS kind FROM crowd').all() as {
    id: number;
    source: string;
    kind: string;
  }[];
  const change = db.prepare('UPDATE crowd SET source_class = ? WHERE id = ?');
  const wrong = rows.filter(({ source, kind }) => sourceClassOf(source) !== kind);
  if (wrong.length > 0)
    inTransaction(db, () => {
      for (const { id, source } of wrong) change.run(sourceClassOf(source), id);
    });
}

type Values = readonly (string | number)[];

/** `told`: what else a new row says, by its names. */
function interned(
  db: Database,
  select: string,
  insert: string,
  told: (values: Values) => string[] = () => [],
) {
  const find = db.prepare(select);
  const make = db.prepare(insert);
  const known = new Map<string, number>();

  const numberOf = (values: (string | number)[], missing: () => number | undefined) => {
    const key = JSON.stringify(values);
    const id =
      known.get(key) ?? (find.get(...values) as { id: number } | undefined)?.id ?? missing();
    if (id !== undefined) {
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, id);
    }
    return id;
  };

  return {
    /** Its number, if it has one. */
    find: (...values: (string | number)[]) => numberOf(values, () => undefined),
    /** Its number, given now if it has none. */
    of: (...values: (string | number)[]) =>
      numberOf(values, () => (make.get(...values, ...told(values)) as { id: number }).id) as number,
    forget: () => known.clear(),
  };
}
