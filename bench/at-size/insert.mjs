/** Rows in one statement. Numbers as text are read several times faster than they are bound one by one. */
const ROWS = 400;

/** `valuesOf` gives a row's values as SQL, or undefined for none. */
export function insertAll(db, table, rows, valuesOf) {
  const insert = inserter(db, table);
  rows.forEach((row, i) => {
    const values = valuesOf(row, i);
    if (values !== undefined) insert.add(values);
  });
  insert.end();
}

export function inserter(db, table) {
  let waiting = [];
  const end = () => {
    if (waiting.length > 0) db.exec(`INSERT INTO ${table} VALUES (${waiting.join('),(')})`);
    waiting = [];
  };
  return {
    add(values) {
      waiting.push(values);
      if (waiting.length >= ROWS) end();
    },
    end,
  };
}
