/** What is wrong with one field, in words that a person can act on. */
export interface SettingsFault {
  /** Where: `touchpoints[3].ask.delayMs`; `''` is the whole. */
  field: string;
  /** What would be right there. */
  expected: string;
  /** What was there instead, shortened. */
  given: string;
}

/** Reports faults where they are and returns the value as it will be kept, or undefined. */
export type Check<T> = (value: unknown, field: string, faults: SettingsFault[]) => T | undefined;

const fault = (faults: SettingsFault[], field: string, expected: string, value: unknown) => {
  faults.push({ field, expected, given: shown(value) });
  return undefined;
};

/** A value in at most 60 characters, as an error shows it. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (isDeeperThan(value, MOST_LEVELS)) return 'more levels';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** Settings have eight levels of lists and objects at most. */
export const MOST_LEVELS = 16;

/** Whether lists and objects stand in each other deeper than this. Counts without recursion, which would run out. */
export const isDeeperThan = (value: unknown, levels: number): boolean => {
  let row = [value];
  for (let level = 0; level <= levels; level++) {
    row = row.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (row.length === 0) return false;
  }
  return true;
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface TextOptions {
  max: number;
  min?: number;
  /** With what a text that matches is, in words. */
  pattern?: { test: RegExp; says: string };
}

export const text =
  ({ max, min = 1, pattern }: TextOptions): Check<string> =>
  (value, field, faults) => {
    const expected = pattern?.says ?? `a text of ${min} to ${max} characters`;
    const fits = typeof value === 'string' && value.length >= min && value.length <= max;
    if (!fits || (pattern && !pattern.test.test(value)))
      return fault(faults, field, expected, value);
    return value;
  };

export interface NumberOptions {
  min: number;
  max: number;
  whole?: boolean;
  /** `milliseconds`, `days`, … */
  unit?: string;
}

export const number =
  ({ min, max, whole = false, unit = '' }: NumberOptions): Check<number> =>
  (value, field, faults) => {
    const fits = typeof value === 'number' && value >= min && value <= max;
    if (fits && (!whole || Number.isInteger(value))) return value;
    const kind = whole ? 'a whole number' : 'a number';
    return fault(faults, field, `${kind} from ${min} to ${max}${unit && ` ${unit}`}`, value);
  };

export const flag: Check<boolean> = (value, field, faults) =>
  typeof value === 'boolean' ? value : fault(faults, field, 'true or false', value);

export const oneOf =
  <T extends string>(...values: readonly T[]): Check<T> =>
  (value, field, faults) =>
    values.find((known) => known === value) ??
    fault(faults, field, `one of ${values.join(', ')}`, value);

export const optional =
  <T>(check: Check<T>): Check<T> =>
  (value, field, faults) =>
    value === undefined ? undefined : check(value, field, faults);

export const otherwise =
  <T>(check: Check<T>, fallback: T): Check<T> =>
  (value, field, faults) =>
    value === undefined ? fallback : check(value, field, faults);

export const list =
  <T>(check: Check<T>, max: number): Check<T[]> =>
  (value, field, faults) => {
    const expected = `a list of at most ${max}`;
    if (!Array.isArray(value)) return fault(faults, field, expected, value);
    if (value.length > max) {
      faults.push({ field, expected, given: `a list of ${value.length}` });
      return undefined;
    }
    return value
      .map((item, index) => check(item, `${field}[${index}]`, faults))
      .filter((item): item is Awaited<T> & (T & {}) => item !== undefined);
  };

/** A list whose items have ids, each id once. */
export const idList =
  <T extends { id: string }>(check: Check<T>, max: number): Check<T[]> =>
  (value, field, faults) => {
    const items = list(check, max)(value, field, faults);
    const seen = new Set<string>();
    if (Array.isArray(value))
      value.forEach((item: unknown, index) => {
        const id = isObject(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
        if (id === undefined) return;
        if (seen.has(id)) fault(faults, `${field}[${index}].id`, 'an id not used before', id);
        seen.add(id);
      });
    return items;
  };

/** A record whose keys are checked as well: `{ en: 'Cart', ko: '장바구니' }`. */
export const record =
  <T>(key: TextOptions, check: Check<T>, max: number): Check<{ [key: string]: T }> =>
  (value, field, faults) => {
    if (!isObject(value) || Object.keys(value).length > max)
      return fault(faults, field, `an object with at most ${max} entries`, value);
    const kept: { [key: string]: T } = {};
    for (const [name, item] of Object.entries(value)) {
      const checkedName = text(key)(name, `${field} (the key)`, faults);
      const checked = check(item, fieldIn(field, name), faults);
      if (checkedName !== undefined && checked !== undefined) kept[checkedName] = checked;
    }
    return kept;
  };

/** Checks every field; what no field is known for is a fault too, since it is most likely a misspelling. */
export const object =
  <T extends object>(fields: { [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (value, field, faults) => {
    if (!isObject(value)) return fault(faults, field, 'an object', value);
    for (const name of Object.keys(value))
      if (!Object.hasOwn(fields, name))
        fault(faults, fieldIn(field, name), `one of ${Object.keys(fields).join(', ')}`, name);
    const kept: Partial<T> = {};
    for (const name of Object.keys(fields) as (keyof T & string)[]) {
      const checked = fields[name](value[name], fieldIn(field, name), faults);
      if (checked !== undefined) kept[name] = checked;
    }
    // Whole unless a fault was reported, and then nobody gets it.
    return kept as T;
  };

/** Also requires something of the whole value; runs only where its parts are right. */
export const also =
  <T>(
    check: Check<T>,
    requires: (value: T, report: (field: string, expected: string, given: unknown) => void) => void,
  ): Check<T> =>
  (value, field, faults) => {
    const before = faults.length;
    const checked = check(value, field, faults);
    if (checked !== undefined && faults.length === before)
      requires(checked, (inner, expected, given) =>
        fault(
          faults,
          field ? `${field}${inner && !inner.startsWith('[') ? '.' : ''}${inner}` : inner,
          expected,
          given,
        ),
      );
    return checked;
  };

/** A part's field: `ask.delayMs`, or in brackets where the name is none that code would use. */
export const fieldIn = (field: string, name: string): string => {
  if (!/^[A-Za-z_]\w*$/.test(name)) return `${field}[${JSON.stringify(name)}]`;
  return field ? `${field}.${name}` : name;
};
