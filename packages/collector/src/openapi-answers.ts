import { LEVELS, STANDINGS } from '@wayfelt/protocol';

/** The shapes of answers, as the OpenAPI description gives them. A test holds each against a real answer. */
export const text = { type: 'string' };
export const whole = { type: 'integer' };

const flag = { type: 'boolean' };
const time = { ...whole, description: 'Epoch milliseconds.' };
const standing = { enum: STANDINGS };
const level = { ...whole, minimum: 1, maximum: LEVELS.length };

export const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  ...(required.length > 0 ? { required } : {}),
});
/** An object of which every field is always there, but for those of `sometimes`. */
const always = (properties: object, sometimes: object = {}) =>
  object({ ...properties, ...sometimes }, Object.keys(properties));
export const listOf = (items: object) => ({ type: 'array', items });
/** What is described by the types of a package rather than here a second time. */
const figures = (description: string) => ({ type: 'object', description });

export const RECEIPT = always({
  accepted: whole,
  duplicates: whole,
  rejected: listOf(always({ id: text, reason: text })),
});

export const WHO = always(
  {
    role: { enum: ['team', 'guest'] },
    expires: { type: ['integer', 'null'], description: 'Epoch milliseconds; null: never.' },
  },
  { site: text, comments: flag },
);
export const TOGETHER = always({
  answers: listOf(
    always({ status: whole, body: { description: 'As the question alone is answered.' } }),
  ),
});
export const SITES = always({ sites: listOf(always({ site: text, last: time })) });

const place = figures('`PlaceFigures` of @wayfelt/report.');
export const REPORT = always(
  {
    slice: figures('What was asked for.'),
    settings: figures('The settings that the figures were made with.'),
    total: place,
    stages: listOf(place),
    touchpoints: listOf(place),
    gaps: listOf(figures('`Gap` of @wayfelt/report.')),
    ranking: figures('`Ranking` of @wayfelt/report.'),
    prospectRanking: figures('`Ranking` of @wayfelt/report.'),
    outcomes: always({
      total: listOf(figures('`OutcomeFigures` of @wayfelt/report.')),
      touchpoints: listOf(figures('`OutcomeFigures` of @wayfelt/report.')),
    }),
    moments: listOf(figures('`Moment` of @wayfelt/report.')),
    lastWords: figures('`LastWords` of @wayfelt/report.'),
    peakEnd: figures('`PeakEnd` of @wayfelt/report.'),
    paired: listOf(figures('`PairedChange` of @wayfelt/report.')),
    paths: always({ visitors: whole, sampled: whole }),
    response: figures('`raters`: whether who answers differs from who was asked.'),
    trend: listOf(figures('`TrendPoint` of @wayfelt/report.')),
    changes: listOf(figures('`Change` of @wayfelt/report.')),
    repeats: listOf(figures('`RepeatFigures` of @wayfelt/report.')),
    marks: listOf(figures('A mark.')),
    reasons: listOf(figures('`ReasonFigures` of @wayfelt/report.')),
    sentences: listOf(figures('`Sentence` of @wayfelt/report, most important first.')),
  },
  {
    setAside: figures('`SetAside` of @wayfelt/report.'),
    delivery: figures('`DeliveryFigures` of @wayfelt/report.'),
  },
);
export const COMPARED = always({
  first: figures('The first slice.'),
  second: figures('The second slice.'),
  overlaps: flag,
  compared: { type: ['object', 'null'], description: 'Null where the slices overlap.' },
});

export const COMMENTS = always(
  {
    comments: listOf(
      always(
        { id: text, at: time, level, comment: text, standing },
        {
          stage: text,
          touchpoint: text,
          locale: text,
          page: text,
          tags: listOf(text),
          source: text,
          reasons: listOf(text),
          intent: text,
          device: text,
        },
      ),
    ),
  },
  { next: { ...text, description: '`before` of the next page.' } },
);
export const PATH = always({
  path: listOf(figures('`PathStep` of @wayfelt/protocol.')),
});
export const OWN_TAGS = always({ tags: listOf(text) });
export const TAGS = always({ tags: listOf(always({ tag: text, n: whole })) });
export const MARK = always({ id: text, at: time, kind: text, text });
export const MARKS = always({ marks: listOf(MARK) });
export const SHARE = always({ token: text, link: text, expires: time });
export const ERASED = always({ erased: whole });

const settings = figures('`SiteSettings` of @wayfelt/protocol.');
export const PAGE_SETTINGS = {
  ...object(
    {
      version: whole,
      stages: listOf(text),
      crossing: text,
      rules: listOf(figures('`match`, `stage` and perhaps `touchpoint`.')),
      touchpoints: listOf(figures('What a page needs of a touchpoint.')),
      asking: figures('What differs from the defaults.'),
      texts: figures('By language.'),
      theme: figures('`Theme` of @wayfelt/protocol.'),
      consent: text,
      comments: flag,
    },
    ['version'],
  ),
  description: 'What is absent is as the defaults say.',
};
const version = { version: whole, at: time, author: text, note: text };
export const SETTINGS = always({ site: text, live: whole, newest: whole, settings, ...version });
export const SAVED = always({ version: whole, live: flag, at: time, author: text });
export const VERSIONS = always({
  site: text,
  versions: listOf(
    always({ ...version, live: flag }, { published: always({ at: time, author: text }) }),
  ),
});
const change = always(
  { field: text, kind: { enum: ['added', 'removed', 'changed', 'moved'] } },
  { before: {}, after: {} },
);
export const CHANGES = always({ changes: listOf(change) });
export const PUBLISHED = always({ live: whole });
export const ROLLED_BACK = always({ version: whole, live: whole });
export const LABEL = always({ token: text, expires: time }, { address: text });

export const FAULTS = always({
  error: text,
  faults: listOf(always({ field: text, expected: text, given: text })),
});
/** Somebody saved first: what they changed, and both sides joined. Nothing was stored. */
export const CONFLICT = always({
  error: text,
  theirs: always({ ...version, changes: listOf(change) }),
  merge: always({
    settings,
    conflicts: listOf(always({ field: text }, { base: {}, mine: {}, theirs: {} })),
    faults: listOf(always({ field: text, expected: text, given: text })),
  }),
});

export const COVERAGE = always({
  days: whole,
  visits: whole,
  covered: whole,
  gaps: listOf(
    always(
      {
        kind: { enum: ['no-stage', 'two-stages'] },
        match: text,
        stages: listOf(text),
        visits: whole,
        pages: whole,
        examples: listOf(text),
      },
      { now: text },
    ),
  ),
  undefinedNames: listOf(
    always(
      { kind: { enum: ['stage', 'touchpoint'] }, name: text, visits: whole },
      { nearest: text },
    ),
  ),
});
export const PAGES = always({
  pages: whole,
  visits: whole,
  examples: listOf(always({ page: text, visits: whole })),
});
const moves = {
  days: whole,
  records: whole,
  ratings: whole,
  moves: listOf(always({ page: text, from: text, to: text, records: whole })),
};
export const PAST_CHANGE = always(
  { id: whole, at: time, author: text, version: whole, ...moves },
  { undone: always({ at: time, author: text }) },
);
export const PAST = always({
  version: whole,
  preview: always(moves),
  log: listOf(PAST_CHANGE),
});
export const PAST_LOG = always({ log: listOf(PAST_CHANGE) });

export const DESCRIPTION = always({
  openapi: text,
  info: figures('Of this interface.'),
  security: listOf(figures('A way to sign in.')),
  components: figures('What is used in several places.'),
  paths: figures('Every operation.'),
});
export const RUNNING = always({ ok: flag });
