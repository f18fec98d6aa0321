import { expect, test } from 'vitest';
import type { VNode } from 'preact';
import './element.js';

test('the element is typed in JSX and in the document', () => {
  const inPage: VNode = <wayfelt-rating touchpoint="checkout/payment" class="wide" />;
  // @ts-expect-error a touchpoint is a path, not a number
  const wrong: VNode = <wayfelt-rating touchpoint={7} />;
  const found = (page: Document): string | undefined =>
    page.querySelector('wayfelt-rating')?.touchpoint;
  expect([inPage.type, wrong.type, typeof found]).toEqual([
    'wayfelt-rating',
    'wayfelt-rating',
    'function',
  ]);
});
