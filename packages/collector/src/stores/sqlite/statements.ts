import type { Database, Statement } from './database.js';

/**
 * Prepares the statements of a `.sql` file, in which each begins with a line `-- :itsName`.
 * Preparing finds mistakes at the start of the server and not at the first visitor.
 */
export function statementsOf(db: Database, file: string): (name: string) => Statement {
  const statements = new Map(
    file
      .split(/^-- :/m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf('\n');
        return [part.slice(0, end).trim(), db.prepare(part.slice(end))] as const;
      }),
  );
  return (name) => {
    const statement = statements.get(name);
    if (!statement) throw new Error(`No SQL named ${name}`);
    return statement;
  };
}
