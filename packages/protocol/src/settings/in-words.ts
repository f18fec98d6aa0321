import { isLevel, levelId } from '../levels.js';
import type { SiteSettings } from '../settings.js';
import type { Language, LocalizedText, StageWords, Words } from '../words.js';
import { stepsOf, type SettingsChange } from './changes.js';
import { isObject, type SettingsFault } from './kit.js';

/** What a difference between two versions is called in one language; `words/settings-en.ts` is the first. */
export interface SettingsWords {
  /** Which of a name's languages is shown. */
  language: string;
  levels: Words;
  stages: StageWords;
  /** Names of fields, and of the parts of the settings. */
  fields: { [field: string]: string };
  /** Names of values that are chosen from a list: `required`, `bottom-left`. */
  values: { [value: string]: string };
  languages: Record<Language, string>;
  yes: string;
  no: string;
  nothing: string;
  days(n: number): string;
  seconds(n: number): string;
  quoted(text: string): string;
  rule(match: string): string;
  touchpoint(name: string): string;
  stage(name: string): string;
  /** The n-th of a list that has no name. */
  nth(list: string, n: number): string;
  on(pages: string): string;
  added: {
    rule(match: string, stage: string): string;
    touchpoint(name: string, stage: string): string;
    stage(name: string): string;
    other(what: string, after: string): string;
  };
  removed(what: string, before: string): string;
  changed: {
    ruleStage(match: string, before: string, after: string): string;
    ruleMatch(stage: string, before: string, after: string): string;
    crossing(before: string, after: string): string;
    other(what: string, before: string, after: string): string;
  };
  moved(list: string): string;
  /** What would be right, as `SettingsFault` says it in English. */
  expected(english: string): string;
  fault(expected: string, given: string): string;
}

/**
 * One difference as a sentence: "The page rule /products/* now means Consideration (before: Search)". Ids are named
 * from the settings after the change; what was removed, from the change itself.
 */
export const changeInWords = (
  { field, kind, before, after }: SettingsChange,
  settings: SiteSettings,
  words: SettingsWords,
): string => {
  const [list, ...rest] = listOf(field);
  const value = (one: unknown) => valueInWords(field, one, settings, words);
  const what = fieldInWords(field, settings, words);
  if (kind === 'moved') return words.moved(what);
  const item = isObject(after) ? after : isObject(before) ? before : {};
  if (list && rest.length === 1) {
    const stage = stageName(settings, item['stage'], words);
    const name = itemName(list, item, words) ?? rest[0] ?? '';
    if (kind === 'removed') return words.removed(words[list](name), list === 'rule' ? stage : '');
    if (kind === 'added' && list !== 'stage') return words.added[list](name, stage);
    if (kind === 'added') return words.added.stage(name);
  }
  if (kind === 'removed') return words.removed(what, value(before));
  if (kind === 'added') return words.added.other(what, value(after));
  if (field === 'journey.crossing') return words.changed.crossing(value(before), value(after));
  const rule = list === 'rule' && settings.rules.find(({ id }) => id === rest[0]);
  if (rule && rest[1] === 'stage')
    return words.changed.ruleStage(rule.match, value(before), value(after));
  if (rule && rest[1] === 'match')
    return words.changed.ruleMatch(
      stageName(settings, rule.stage, words),
      String(before),
      String(after),
    );
  return words.changed.other(what, value(before), value(after));
};

/** What is wrong, as a sentence with the field's name. */
export const faultInWords = ({ expected, given }: SettingsFault, words: SettingsWords): string =>
  words.fault(words.expected(expected), given === 'nothing' ? words.nothing : given);

/** Which field it is: `touchpoints[search/results].ask.delayMs` → "Touchpoint “Results” › asking › wait". */
export const fieldInWords = (
  field: string,
  settings: SiteSettings | undefined,
  words: SettingsWords,
): string => {
  const [list, id, ...rest] = listOf(field);
  if (!list || id === undefined) return partsInWords(stepsOf(field), words);
  const items: readonly object[] =
    { rule: settings?.rules, touchpoint: settings?.touchpoints, stage: settings?.journey.stages }[
      list
    ] ?? [];
  // Faults count the items of a list; changes name them.
  const item = items.find((one) => (one as { id: string }).id === id) ?? items[Number(id)];
  const name = itemName(list, item ?? {}, words);
  const nth = /^\d+$/.test(id) ? words.nth(words.fields[LISTS[list]] ?? '', Number(id) + 1) : id;
  const subject = name === undefined ? nth : words[list](name);
  return rest.length === 0 ? subject : `${subject} › ${partsInWords(rest, words)}`;
};

/** A value as a person would say it: a level's name, "3 days", "80%". */
export const valueInWords = (
  field: string,
  value: unknown,
  settings: SiteSettings,
  words: SettingsWords,
): string => {
  if (value === undefined || value === '') return '';
  const name = stepsOf(field).findLast((step) => !/^\d+$/.test(step)) ?? '';
  const inside = (part: string, of: unknown) =>
    valueInWords(`${field}.${part}`, of, settings, words);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberInWords(name, value, words);
  if (typeof value === 'string') {
    if (name === 'stage' || name === 'crossing') return stageName(settings, value, words);
    return own(words.values, value) ?? (CODE.has(name) ? value : words.quoted(shortened(value)));
  }
  if (Array.isArray(value))
    return shortened(value.map((item, index) => inside(String(index), item)).join(', '));
  if (!isObject(value)) return shortened(JSON.stringify(value));
  const { by, match, selector, share, of = 'positive' } = value;
  if (typeof share === 'number' && typeof by === 'string')
    return `${inside('share', share)} ${inside('of', of)} (${by})`;
  if (selector !== undefined || match !== undefined)
    return [selector, match && (selector ? words.on(String(match)) : match)]
      .filter(Boolean)
      .join(' ');
  if (by !== undefined) return inside('by', by);
  const text =
    name === 'name' || name === 'text' ? nameIn(value as LocalizedText, words) : undefined;
  if (text !== undefined) return words.quoted(text);
  return shortened(
    Object.entries(value)
      .filter(([part]) => part !== 'id')
      .map(([part, of]) => {
        const called = partsInWords([part], words);
        return of === true ? called : `${called} ${inside(part, of)}`;
      })
      .join(', '),
  );
};

/** Values that are written for machines and stand without quotation marks. */
const CODE = new Set(['match', 'selector', 'home', 'accent', 'surface', 'text', 'radius', 'seen']);
const DAY_MS = 86_400_000;

const numberInWords = (name: string, value: number, words: SettingsWords): string => {
  const rounded = (n: number) => Math.round(n * 10) / 10;
  if (['minimum', 'beyond', 'emotionalFrom'].includes(name))
    return isLevel(value) ? words.levels[levelId(value)].name : String(value);
  if (['share', 'scroll', 'sample', 'wanted'].includes(name)) return `${rounded(value * 100)}%`;
  if (name.endsWith('Days')) return words.days(value);
  if (name.endsWith('Ms'))
    return value < DAY_MS
      ? words.seconds(rounded(value / 1_000))
      : words.days(rounded(value / DAY_MS));
  return name.startsWith('offset') ? `${value} px` : String(value);
};

type List = 'rule' | 'touchpoint' | 'stage';
const LISTS = { rule: 'rules', touchpoint: 'touchpoints', stage: 'stages' } as const;

/** Which of the three lists with named items a field belongs to, the item's id, and the field inside it. */
const listOf = (field: string): [list?: List, ...steps: string[]] => {
  const [first, second, ...rest] = stepsOf(field);
  if (first === 'rules' && second !== undefined) return ['rule', second, ...rest];
  if (first === 'touchpoints' && second !== undefined) return ['touchpoint', second, ...rest];
  if (first === 'journey' && second === 'stages' && rest.length > 0) return ['stage', ...rest];
  return [];
};

const itemName = (list: List, item: object, words: SettingsWords): string | undefined => {
  const { id, match, name } = item as { id?: string; match?: string; name?: LocalizedText };
  if (list === 'rule') return match;
  const builtIn = list === 'stage' && id !== undefined ? own(words.stages, id) : undefined;
  return (name && name[words.language]) ?? builtIn ?? (name && nameIn(name, words)) ?? id;
};

const stageName = ({ journey }: SiteSettings, id: unknown, words: SettingsWords): string => {
  if (typeof id !== 'string') return '';
  const stage = journey.stages.find((one) => one.id === id) ?? { id };
  return itemName('stage', stage, words) ?? id;
};

const nameIn = (name: LocalizedText, { language }: SettingsWords): string | undefined =>
  name[language] ?? name['en'] ?? Object.values(name)[0];

const partsInWords = (steps: readonly string[], words: SettingsWords): string =>
  steps
    .map((step) => own(words.fields, step) ?? own(words.languages, step) ?? step)
    .filter((part) => part !== '')
    .join(' › ') ||
  (words.fields[''] ?? '');

/** An id may be called as something that every object has: `constructor`. */
const own = (table: { [name: string]: string }, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const LENGTH = 80;
const shortened = (text: string): string =>
  text.length > LENGTH ? `${text.slice(0, LENGTH - 1)}…` : text;
