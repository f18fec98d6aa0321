import { fieldIn } from './kit.js';

/** What one list or object has had so far: of a list the place, of an object the names. */
interface Level {
  at: number;
  names?: Set<string>;
  name: string;
  awaitsName: boolean;
}

/** Texts, and the signs that make structure; a text is read in one go, however long it is. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gs;

/**
 * The first field that stands twice in the same object of sound JSON, or nothing. `JSON.parse` takes the last one and
 * says nothing of the others, so that half of what somebody wrote would go without a word.
 */
export const repeatedField = (json: string): string | undefined => {
  const levels: Level[] = [];
  for (const [token] of json.matchAll(TOKENS)) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ at: 0, names: new Set(), name: '', awaitsName: true });
    else if (token === '[') levels.push({ at: 0, name: '', awaitsName: false });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level) {
      level.at += 1;
      level.awaitsName = level.names !== undefined;
    } else if (level?.names && level.awaitsName) {
      level.name = JSON.parse(token) as string;
      level.awaitsName = false;
      if (level.names.has(level.name)) return pathOf(levels);
      level.names.add(level.name);
    }
  }
  return undefined;
};

const pathOf = (levels: readonly Level[]): string =>
  levels.reduce(
    (field, { names, name, at }) => (names ? fieldIn(field, name) : `${field}[${at}]`),
    '',
  );
