/** The known name that `name` most likely means, or nothing where none is near (more than a third would change). */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
};

/** How many letters must be added, removed or replaced (Levenshtein, 1966). */
const editDistance = (a: string, b: string): number => {
  let row = [...Array(b.length + 1).keys()];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const cost = letter === other ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + cost, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
