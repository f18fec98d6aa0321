import { DEVICES, LIMITS, RECORD_TYPES, SOURCE_CLASSES, STANDINGS } from '@wayfelt/protocol';
import { REPORT_FIELDS } from '@wayfelt/report';
import { PARTS } from './count.js';
import { RECORD_TABLES } from './export.js';
import { FIGURE_TABLES } from './figure-tables.js';
import * as answers from './openapi-answers.js';
import { object, text, whole } from './openapi-answers.js';

const query = (name: string, description: string, schema: object = text, required = false) => ({
  name,
  in: 'query',
  description,
  required,
  schema,
});
const path = (name: string, description: string) => ({
  name,
  in: 'path',
  description,
  required: true,
  schema: text,
});
const SITE = query('site', 'The name of the site.', text, true);
const SLICE = [
  SITE,
  query('from', 'Epoch milliseconds or ISO 8601; included. Default: the beginning.'),
  query('to', 'Epoch milliseconds or ISO 8601; excluded. Default: now.'),
  query('standing', 'Only these.', { enum: STANDINGS }),
  query('stage', 'Only this stage.'),
  query('touchpoint', 'Only this touchpoint.'),
  query('locale', 'Only this language, as the question was shown.'),
  query('device', 'Only these.', { enum: DEVICES }),
  query('source', `Only visits from here: a name, or one of ${SOURCE_CLASSES.join(', ')}.`),
];

const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});
const ERROR = json('What is wrong, in a sentence.', { $ref: '#/components/schemas/Error' });
const REFUSED = { 400: ERROR, 401: ERROR, 403: ERROR };

const reading = (summary: string, parameters: object[], answer: string, schema: object) => ({
  summary,
  parameters,
  responses: { 200: json(answer, schema), ...REFUSED },
});
const NOT_COUNTED = {
  ...ERROR,
  description: 'These figures could not be counted now; Retry-After says when to ask again.',
};
/** What a thread of its own may count. */
const counted = (...given: Parameters<typeof reading>) => {
  const operation = reading(...given);
  return { ...operation, responses: { ...operation.responses, 503: NOT_COUNTED } };
};
const body = (schema: object) => ({ requestBody: { content: { 'application/json': { schema } } } });
const open = { security: [] };

const BATCH = object(
  {
    site: { ...text, maxLength: LIMITS.siteLength },
    sdk: text,
    sentAt: whole,
    records: {
      type: 'array',
      items: object(
        {
          id: { ...text, format: 'uuid' },
          type: { enum: RECORD_TYPES },
          at: whole,
          standing: { enum: STANDINGS },
        },
        ['id', 'type', 'at', 'standing'],
      ),
    },
  },
  ['site', 'sdk', 'sentAt', 'records'],
);
/** What is sent in the settings' language, and read there. */
const UNREADABLE = { 413: ERROR, 415: ERROR };
const CONFLICT = json('Somebody saved first. Nothing was stored.', answers.CONFLICT);
const changing = (summary: string, sent: object, schema: object) => ({
  summary,
  parameters: [SITE],
  ...body(sent),
  responses: { 200: json('What is so now.', schema), ...REFUSED, ...UNREADABLE },
});
const alsoAnswers = <O extends { responses: object }>(operation: O, more: object) => ({
  ...operation,
  responses: { ...operation.responses, ...more },
});
const AUTHOR = { ...text, maxLength: 100, description: 'Default: The team.' };
const NONE = { 204: { description: 'Done.' }, ...REFUSED };

/** Every route, as OpenAPI 3.1 describes it. A test holds it against the routes themselves. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: { title: 'Wayfelt collector', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
  security: [{ token: [] }, { session: [] }],
  components: {
    securitySchemes: {
      token: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'wayfelt_session' },
    },
    schemas: { Error: object({ error: text }, ['error']) },
  },
  paths: {
    '/v1/records': {
      post: {
        summary:
          'Takes a batch of records; answers once they are durable. JSON, plain or gzip, in text/plain.',
        ...open,
        requestBody: {
          required: true,
          content: { 'text/plain': { schema: BATCH }, 'application/json': { schema: BATCH } },
        },
        responses: {
          200: json(
            'What became of the records; the refused ones each with a reason.',
            answers.RECEIPT,
          ),
          400: ERROR,
          413: {
            ...ERROR,
            description: `More than ${LIMITS.batchBytes} bytes, before or after unpacking: send fewer.`,
          },
          429: { ...ERROR, description: 'Too many requests; Retry-After says when.' },
          503: { ...ERROR, description: 'Nothing can be stored now; Retry-After says when.' },
        },
      },
    },
    '/v1/session': {
      get: {
        summary: 'Who is signed in.',
        responses: { 200: json('Who.', answers.WHO), 401: ERROR },
      },
      post: {
        summary: 'Signs in with the token or a shared link; sets a cookie.',
        ...open,
        ...body(object({ token: text, share: text })),
        responses: { 200: json('Who.', answers.WHO), 401: ERROR },
      },
      delete: { summary: 'Signs out.', ...open, responses: { 204: { description: 'Done.' } } },
    },
    '/v1/sites': {
      get: {
        summary: 'Sites that have records.',
        responses: {
          200: json('Sites.', answers.SITES),
          401: ERROR,
        },
      },
    },
    '/v1/together': {
      get: {
        summary: 'Several questions in one request, each answered as if it had come alone.',
        ...open,
        parameters: [
          query(
            'ask',
            'Path and query of each, up to eight: of /v1/session, sites, settings, report, compare, comments.',
            { type: 'array', items: text },
            true,
          ),
        ],
        responses: { 200: json('In the order of the questions.', answers.TOGETHER), 400: ERROR },
      },
    },
    '/v1/report': {
      get: counted(
        'All figures of a slice.',
        [
          ...SLICE,
          query('aside', '`counted`: distributions with the answers that were set aside.', {
            enum: ['counted'],
          }),
          query(
            'parts',
            `What is counted: some of ${PARTS.join(', ')}, with commas between. Default: all.`,
          ),
          query(
            'fields',
            `What is answered: some of ${REPORT_FIELDS.join(', ')}, with commas between; of a place after a dot, as in stages.felt.prospects.positive or touchpoints.funnel.all.met. The slice is always answered, and where a figure belongs. Default: all.`,
          ),
        ],
        'Figures; each share with its n and interval.',
        answers.REPORT,
      ),
    },
    '/v1/compare': {
      get: counted(
        'Two slices against each other: tested, as a whole, by stage and by touchpoint.',
        [
          ...SLICE,
          ...SLICE.slice(1).map(({ name, schema }) =>
            query(`vs-${name}`, `Of the second slice. Default: as ${name}.`, schema),
          ),
        ],
        'Both slices; whether they `overlaps`, and the comparisons of the first with the second (null where they do).',
        answers.COMPARED,
      ),
    },
    '/v1/comments': {
      get: reading(
        'Comments, newest first.',
        [
          ...SLICE,
          query('search', 'Words that must be in the comment.'),
          query('tag', 'Only those with this tag.'),
          query('levels', 'Levels from 1 to 8 with commas between.'),
          query('limit', 'How many, 1 to 500. Default: 50.', whole),
          query('before', '`next` of the page before.'),
        ],
        'Comments, and `next` where there are more.',
        answers.COMMENTS,
      ),
    },
    '/v1/comments/{id}/path': {
      get: {
        ...reading(
          'What the writer of a comment did and said before and after, in order; no identity.',
          [path('id', 'The comment.'), SITE],
          'The path; empty where nobody knows who wrote it.',
          answers.PATH,
        ),
      },
    },
    '/v1/comments/{id}/tags': {
      put: {
        summary: "Replaces a comment's tags.",
        parameters: [path('id', 'The comment.'), SITE],
        ...body(object({ tags: { type: 'array', items: text } }, ['tags'])),
        responses: { 200: json('The tags.', answers.OWN_TAGS), ...REFUSED, 404: ERROR },
      },
    },
    '/v1/tags': { get: reading('Tags in use, most used first.', [SITE], 'Tags.', answers.TAGS) },
    '/v1/export': {
      get: {
        summary: 'A table of figures or of records.',
        parameters: [
          ...SLICE,
          query('table', 'Which. Default: stages.', { enum: [...FIGURE_TABLES, ...RECORD_TABLES] }),
          query('format', 'Default: csv.', { enum: ['csv', 'jsonl'] }),
        ],
        responses: {
          200: {
            description: 'The table.',
            content: { 'text/csv': { schema: text }, 'application/jsonl': { schema: text } },
          },
          ...REFUSED,
          503: NOT_COUNTED,
        },
      },
    },
    '/v1/stream': {
      get: {
        summary:
          'Server-sent events: `change` whenever there is something new, at most twice a second.',
        parameters: [SITE],
        responses: {
          200: { description: 'The stream.', content: { 'text/event-stream': {} } },
          ...REFUSED,
        },
      },
    },
    '/v1/marks': {
      get: reading('Releases and campaigns that were marked.', [SITE], 'Marks.', answers.MARKS),
      post: {
        summary: 'Marks one.',
        parameters: [SITE],
        ...body(
          object({ at: whole, kind: { enum: ['release', 'campaign', 'other'] }, text }, [
            'at',
            'kind',
            'text',
          ]),
        ),
        responses: { 201: json('The mark.', answers.MARK), ...REFUSED },
      },
    },
    '/v1/marks/{id}': {
      delete: {
        summary: 'Removes a mark.',
        parameters: [path('id', 'The mark.'), SITE],
        responses: { ...NONE, 404: ERROR },
      },
    },
    '/v1/shares': {
      post: {
        summary: "Makes a link to one site's figures that is for reading only, and expires.",
        parameters: [SITE],
        ...body(object({ days: { type: 'number' }, comments: { type: 'boolean' }, view: text })),
        responses: { 201: json('The link.', answers.SHARE), ...REFUSED },
      },
    },
    '/v1/visitors/{id}': {
      delete: {
        summary:
          'Erases a visitor, and those that hand-over codes joined to it, from records and counts.',
        parameters: [path('id', 'The visitor.'), SITE],
        responses: {
          200: json('How many records are gone.', answers.ERASED),
          ...REFUSED,
        },
      },
    },
    '/v1/sites/{site}/settings': {
      get: {
        summary: 'What pages need of the live settings.',
        ...open,
        parameters: [
          path('site', 'The site.'),
          query('preview', 'A label token: the newest instead.'),
        ],
        responses: {
          200: json('Settings.', answers.PAGE_SETTINGS),
          304: { description: 'As before.' },
          401: ERROR,
        },
      },
    },
    '/v1/settings': {
      get: {
        ...reading(
          'The newest settings of a site, or another version; and which version is live.',
          [SITE, query('version', 'Default: the newest.', whole)],
          'Settings.',
          answers.SETTINGS,
        ),
        responses: { 200: json('Settings.', answers.SETTINGS), ...REFUSED, 404: ERROR },
      },
      put: {
        ...changing(
          'Stores a new version, and makes it live where `publish` says so.',
          object(
            {
              base: { ...whole, description: 'The version that was edited; 0: the defaults.' },
              settings: { type: 'object', description: '`SiteSettings` of @wayfelt/protocol.' },
              note: text,
              publish: { type: 'boolean' },
              author: AUTHOR,
            },
            ['base', 'settings'],
          ),
          answers.SAVED,
        ),
        responses: {
          200: json('What is so now.', answers.SAVED),
          ...REFUSED,
          ...UNREADABLE,
          409: CONFLICT,
          422: json('Which fields are wrong. Nothing was stored.', answers.FAULTS),
        },
      },
    },
    '/v1/settings/versions': {
      get: reading('All versions, newest first.', [SITE], 'Versions.', answers.VERSIONS),
    },
    '/v1/settings/changes': {
      get: {
        ...reading(
          'What changed between two versions.',
          [SITE, query('from', 'A version.', whole, true), query('to', 'A version.', whole, true)],
          'Changes.',
          answers.CHANGES,
        ),
        responses: { 200: json('Changes.', answers.CHANGES), ...REFUSED, 404: ERROR },
      },
    },
    '/v1/settings/publish': {
      post: alsoAnswers(
        changing(
          'Makes a version live.',
          object({ version: whole, author: AUTHOR }, ['version']),
          answers.PUBLISHED,
        ),
        { 404: ERROR },
      ),
    },
    '/v1/settings/rollback': {
      post: alsoAnswers(
        changing(
          'Makes the contents of an old version a new one, and live.',
          object({ version: whole, base: whole, author: AUTHOR }, ['version', 'base']),
          answers.ROLLED_BACK,
        ),
        { 404: ERROR, 409: CONFLICT },
      ),
    },
    '/v1/settings/label': {
      post: changing(
        'A short-lived token and address for naming stages on the page itself.',
        object({ page: { ...text, description: "Default: the site's home." }, author: AUTHOR }),
        answers.LABEL,
      ),
    },
    '/v1/settings/coverage': {
      get: reading(
        'What no rule covers.',
        [SITE, query('days', 'How far back, 1 to 760. Default: 28.', whole)],
        'Coverage.',
        answers.COVERAGE,
      ),
    },
    '/v1/settings/pages': {
      get: reading(
        'Recent pages that a pattern means.',
        [SITE, query('match', 'The pattern.', text, true)],
        'Pages.',
        answers.PAGES,
      ),
    },
    '/v1/settings/past': {
      get: reading(
        'What correcting the past would move, and what was.',
        [SITE, query('days', 'How far back, 1 to 760. Default: 28.', whole)],
        'A preview and a log.',
        answers.PAST,
      ),
      post: alsoAnswers(
        changing(
          'Moves records of the past to the stage that the live rules name.',
          object({ version: whole, days: whole, author: AUTHOR }, ['version']),
          answers.PAST_CHANGE,
        ),
        { 409: ERROR },
      ),
    },
    '/v1/settings/past/{id}/undo': {
      post: {
        ...alsoAnswers(
          changing('Undoes the newest such move.', object({ author: AUTHOR }), answers.PAST_LOG),
          { 409: ERROR },
        ),
        parameters: [path('id', 'The move.'), SITE],
      },
    },
    '/v1/openapi.json': {
      get: { summary: 'This.', ...open, responses: { 200: json('This.', answers.DESCRIPTION) } },
    },
    '/healthz': {
      get: {
        summary: 'Whether it runs.',
        ...open,
        responses: { 200: json('It does.', answers.RUNNING) },
      },
    },
    '/metrics': {
      get: {
        summary: 'Counters for Prometheus.',
        ...open,
        responses: { 200: { description: 'Text.', content: { 'text/plain': { schema: text } } } },
      },
    },
  },
} as const;
