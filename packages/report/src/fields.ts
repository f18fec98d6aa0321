import type { Comparison } from './compare.js';
import type { Felt } from './felt.js';
import type { Funnel } from './funnel.js';
import { lazily } from './lazy.js';
import type { ByStanding, PlaceFigures } from './place.js';
import type { Report } from './report.js';
import type { StandardFigures } from './standards.js';

/** What may be named of an object; an empty one is taken whole. */
interface Shape {
  readonly [name: string]: Shape;
}
/** Names everything that a type has, so that a new figure cannot be forgotten here. */
type ShapeOf<T> = { readonly [K in keyof Required<T>]: Shape };

const WHOLE: Shape = {};
const byStanding = (of: Shape): ShapeOf<ByStanding<unknown>> & Shape => ({
  all: of,
  prospects: of,
  customers: of,
});

const FELT = {
  n: WHOLE,
  enough: WHOLE,
  missing: WHOLE,
  levels: WHOLE,
  bars: WHOLE,
  positive: WHOLE,
  indifferent: WHOLE,
  negative: WHOLE,
  emotional: WHOLE,
  rational: WHOLE,
  loathing: WHOLE,
  net: WHOLE,
  median: WHOLE,
  mean: WHOLE,
} satisfies ShapeOf<Felt>;
const STANDARD = {
  minimum: WHOLE,
  beyond: WHOLE,
  below: WHOLE,
  asExpected: WHOLE,
  beyondExpectation: WHOLE,
} satisfies ShapeOf<StandardFigures>;
const FUNNEL = {
  met: WHOLE,
  eligible: WHOLE,
  shown: WHOLE,
  seen: WHOLE,
  rated: WHOLE,
  dismissed: WHOLE,
  snoozed: WHOLE,
  ignored: WHOLE,
  never: WHOLE,
  response: WHOLE,
  coverage: WHOLE,
} satisfies ShapeOf<Funnel>;
const COMPARISON = {
  verdict: WHOLE,
  strength: WHOLE,
  superiority: WHOLE,
  positive: WHOLE,
  negative: WHOLE,
  p: WHOLE,
  adjustedP: WHOLE,
  n: WHOLE,
} satisfies ShapeOf<Comparison>;
const PLACE = {
  stage: WHOLE,
  touchpoint: WHOLE,
  felt: byStanding(FELT),
  standard: byStanding(STANDARD),
  funnel: byStanding(FUNNEL),
  bounds: byStanding(WHOLE),
  weighted: byStanding(WHOLE),
  prospectsAgainstCustomers: COMPARISON,
  change: byStanding(COMPARISON),
} satisfies ShapeOf<PlaceFigures>;

/** What of a report may be named. */
const REPORT: Shape = {
  slice: WHOLE,
  settings: WHOLE,
  total: PLACE,
  stages: PLACE,
  touchpoints: PLACE,
  gaps: WHOLE,
  ranking: WHOLE,
  prospectRanking: WHOLE,
  outcomes: { total: WHOLE, touchpoints: WHOLE },
  moments: WHOLE,
  lastWords: WHOLE,
  peakEnd: WHOLE,
  paired: WHOLE,
  paths: WHOLE,
  response: WHOLE,
  trend: WHOLE,
  changes: WHOLE,
  repeats: WHOLE,
  marks: WHOLE,
  reasons: WHOLE,
  setAside: WHOLE,
  delivery: WHOLE,
  sentences: WHOLE,
} satisfies ShapeOf<Report>;

/** The figures of a report by name; what of one may be named stands after a dot, as in `touchpoints.felt.all.n`. */
export const REPORT_FIELDS: readonly string[] = Object.keys(REPORT);

/** Whether a report has a figure of this name. */
export const isField = (field: string): boolean => {
  let shape: Shape | undefined = REPORT;
  for (const name of field.split('.'))
    shape = shape && Object.hasOwn(shape, name) ? shape[name] : undefined;
  return shape !== undefined;
};

/** What is wanted of an object; an empty map wants all of it. */
type Wanted = Map<string, Wanted>;

/** Only these figures of a report, in their places; the slice is always there, and a place says which it is. */
export function pickFields(report: Report, fields: readonly string[]): Partial<Report> {
  const wanted: Wanted = new Map();
  for (const field of ['slice', ...fields]) want(wanted, field.split('.'));
  return picked(report, wanted) as Partial<Report>;
}

function want(wanted: Wanted, [name, ...rest]: readonly string[]) {
  if (name === undefined) return;
  const known = wanted.get(name);
  if (rest.length === 0) wanted.set(name, new Map());
  // whoever wants all of it has the part
  else if (known?.size !== 0) {
    const parts = known ?? new Map<string, Wanted>();
    wanted.set(name, parts);
    want(parts, rest);
  }
}

const ALWAYS = ['stage', 'touchpoint'];

function picked(value: unknown, wanted: Wanted): unknown {
  if (wanted.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => picked(one, wanted));
  const object = value as Record<string, unknown>;
  const names = Object.keys(object).filter((name) => wanted.has(name) || ALWAYS.includes(name));
  return lazily(
    Object.fromEntries(
      names.map((name) => [name, () => picked(object[name], wanted.get(name) ?? new Map())]),
    ),
  );
}
