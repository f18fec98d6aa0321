import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync('packages/sdk/dist/script/wayfelt.js', 'utf8');

test.each([
  ['has no window at all', {}],
  ['has no document', { window: {} }],
  [
    'names an element like a function of the document',
    { window: {}, document: { currentScript: { dataset: {}, src: '' }, getElementById: {} } },
  ],
  ['left junk where early calls wait', { window: { wayfelt: { q: 5 } }, document: {} }],
])('the script throws nothing into a page that %s', (_, page) => {
  expect(() => runInNewContext(script, page)).not.toThrow();
});
