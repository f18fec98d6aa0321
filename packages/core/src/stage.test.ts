// @vitest-environment happy-dom
import { STAGE_SOURCES } from '@wayfelt/protocol';
import { expect, test } from 'vitest';
import { findStage } from './stage.js';

const page = (element: boolean, meta: boolean) => {
  document.head.innerHTML = meta ? '<meta name="wayfelt:stage" content="of-meta">' : '';
  document.body.innerHTML = element ? '<main data-wayfelt-stage="of-element"></main>' : '';
};

test('of all that speak, the strongest source wins', () => {
  for (let mask = 0; mask < 32; mask++) {
    const speaks = (source: number) => (mask & (1 << source)) > 0;
    page(speaks(1), speaks(2));
    const found = findStage(
      speaks(0) ? 'of-call' : undefined,
      undefined,
      speaks(3) ? 'of-script' : undefined,
      speaks(4) ? 'of-rule' : undefined,
    );
    const winner = STAGE_SOURCES.find((_, source) => speaks(source));
    expect(found).toEqual(winner ? { stage: `of-${winner}`, stageFrom: winner } : {});
  }
});

test('the element nearest to a touchpoint speaks before the first of the page', () => {
  page(true, true);
  expect(findStage(undefined, 'near')).toEqual({ stage: 'near', stageFrom: 'element' });
});
