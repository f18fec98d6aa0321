import type { SiteSettings } from '../settings.js';
import { isObject } from './kit.js';

/** One difference between two versions. Items of lists are named by their id: `touchpoints[search/results].name.ko`. */
export interface SettingsChange {
  field: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: unknown;
  after?: unknown;
}

/** What differs, in the order of the settings' fields; empty where nothing does. */
export const settingsChanges = (before: SiteSettings, after: SiteSettings): SettingsChange[] =>
  changes('', before, after);

const changes = (field: string, before: unknown, after: unknown): SettingsChange[] => {
  if (same(before, after)) return [];
  if (before === undefined) return [{ field, kind: 'added', after }];
  if (after === undefined) return [{ field, kind: 'removed', before }];
  const parts = bothParts(before, after);
  if (!parts) return [{ field, kind: 'changed', before, after }];
  const [was, is, ids] = parts;
  const inner = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    changes(joined(field, name, ids), was.get(name), is.get(name)),
  );
  const stayed = [...was.keys()].filter((name) => is.has(name));
  const stay = [...is.keys()].filter((name) => was.has(name));
  const moved = ids && !same(stayed, stay);
  return moved ? [...inner, { field, kind: 'moved', before: stayed, after: stay }] : inner;
};

/** Where both sides changed the same thing differently; `mine` stands in the proposal until someone decides. */
export interface SettingsConflict {
  field: string;
  base?: unknown;
  mine?: unknown;
  theirs?: unknown;
}

export interface SettingsMerge {
  /** Both sides' changes. Where they contradict each other, mine. */
  settings: SiteSettings;
  conflicts: SettingsConflict[];
}

/** Joins two people's changes to the same version, item by item, so that neither is lost. */
export const mergeSettings = (
  base: SiteSettings,
  mine: SiteSettings,
  theirs: SiteSettings,
): SettingsMerge => {
  const conflicts: SettingsConflict[] = [];
  const settings = merged({ field: '', base, mine, theirs }, conflicts) as SiteSettings;
  return { settings, conflicts };
};

/** The joined settings with the other side's value in one of the contradictions. */
export const takeTheirs = (
  settings: SiteSettings,
  { field, theirs }: SettingsConflict,
): SiteSettings => replaced(settings, stepsOf(field), theirs) as SiteSettings;

/** `touchpoints[a/b.c].name.ko` → touchpoints, a/b.c, name, ko. */
export const stepsOf = (field: string): string[] =>
  [...field.matchAll(/\[([^\]]*)\]|[^.[\]]+/g)].map(([whole, id]) => id ?? whole);

const replaced = (value: unknown, [step, ...rest]: string[], leaf: unknown): unknown => {
  if (step === undefined) return leaf;
  const [parts, ids] = partsOf(value) ?? [new Map<string, unknown>(), false];
  const next = replaced(parts.get(step), rest, leaf);
  if (next === undefined) parts.delete(step);
  else parts.set(step, next);
  return ids ? [...parts.values()] : Object.fromEntries(parts);
};

interface Sides {
  field: string;
  base: unknown;
  mine: unknown;
  theirs: unknown;
}

const merged = (sides: Sides, conflicts: SettingsConflict[]): unknown => {
  const { field, base, mine, theirs } = sides;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  const parts = bothParts(mine, theirs);
  if (!parts) {
    conflicts.push({
      field,
      ...(base === undefined ? {} : { base }),
      ...(mine === undefined ? {} : { mine }),
      ...(theirs === undefined ? {} : { theirs }),
    });
    // Something that one side removed and the other changed is kept: removing it again is one click.
    return mine === undefined ? theirs : mine;
  }
  const [ours, others, ids] = parts;
  const were = partsOf(base)?.[0] ?? new Map<string, unknown>();
  const joinedParts = order([...were.keys()], [...ours.keys()], [...others.keys()])
    .map((name): [string, unknown] => [
      name,
      merged(
        {
          field: joined(field, name, ids),
          base: were.get(name),
          mine: ours.get(name),
          theirs: others.get(name),
        },
        conflicts,
      ),
    ])
    .filter(([, value]) => value !== undefined);
  return ids ? joinedParts.map(([, value]) => value) : Object.fromEntries(joinedParts);
};

/** The order of the side that moved something (mine first), with what the other side added after what it followed. */
const order = (base: string[], mine: string[], theirs: string[]): string[] => {
  const kept = (side: string[]) => side.filter((name) => base.includes(name));
  const mineMoved = !same(
    kept(mine),
    base.filter((name) => mine.includes(name)),
  );
  const [first, second] = mineMoved ? [mine, theirs] : [theirs, mine];
  const names = [...first];
  second.forEach((name, index) => {
    if (names.includes(name)) return;
    const before = second[index - 1];
    names.splice(before === undefined ? 0 : names.indexOf(before) + 1, 0, name);
  });
  return names;
};

type Parts = [parts: Map<string, unknown>, ids: boolean];

/** The named parts of a value: an object's fields, or the items of a list in which all have ids. */
const partsOf = (value: unknown): Parts | undefined => {
  if (isObject(value)) return [new Map(Object.entries(value)), false];
  if (!Array.isArray(value)) return undefined;
  const named = value.map((item: unknown): [string, unknown] | undefined =>
    isObject(item) && typeof item['id'] === 'string' ? [item['id'], item] : undefined,
  );
  const all = named.filter((entry) => entry !== undefined);
  return all.length === value.length ? [new Map(all), true] : undefined;
};

const bothParts = (
  one: unknown,
  other: unknown,
): [Map<string, unknown>, Map<string, unknown>, boolean] | undefined => {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a && b && a[1] === b[1] ? [a[0], b[0], a[1]] : undefined;
};

const joined = (field: string, name: string, isItem: boolean): string => {
  if (isItem) return `${field}[${name}]`;
  return field ? `${field}.${name}` : name;
};

/** Equal as JSON, whatever the order of an object's fields. */
const same = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => same(one[name], other[name]));
};
