import type { LevelCounts, Standing } from '@wayfelt/protocol';
import { expect, test } from 'vitest';
import type { PlaceCounts } from './counts.js';
import { noAsks } from './place.js';
import { makeReport } from './report.js';

const slice = { site: 'shop', from: 0, to: 1 };
const WELL: LevelCounts = [0, 1, 2, 6, 15, 22, 18, 8];
const FINE: LevelCounts = [0, 1, 3, 6, 16, 21, 18, 7];
const BADLY: LevelCounts = [22, 18, 12, 6, 5, 4, 3, 2];

/** A stage whose answers are those of its touchpoints together. */
const stage = (name: string, standing: Standing, touchpoints: readonly LevelCounts[]) => {
  const rest = { stage: name, standing, met: 400, asks: noAsks() };
  const sum = WELL.map((_, level) =>
    touchpoints.reduce((all, levels) => all + (levels[level] ?? 0), 0),
  ) as unknown as LevelCounts;
  return [
    { ...rest, levels: sum },
    ...touchpoints.map((levels, index) => ({
      ...rest,
      levels,
      touchpoint: `${name}/${index}`,
    })),
  ] satisfies PlaceCounts[];
};

const firstOf = (places: PlaceCounts[], previous?: PlaceCounts[]) =>
  makeReport({ slice, places, ...(previous ? { previous } : {}) }).sentences[0];

test('a handful of answers is said to be one before anything is made of it', () => {
  expect(firstOf(stage('search', 'prospect', [[3, 2, 1, 0, 1, 1, 0, 0]]))).toMatchObject({
    code: 'early',
    n: 8,
  });
});

test('where all goes well the first sentence says so, with the share, its interval and n', () => {
  const places = [
    ...stage('search', 'prospect', [WELL, FINE, WELL]),
    ...stage('use', 'customer', [FINE, WELL, FINE]),
  ];
  const { positive, n } = makeReport({ slice, places }).total.felt.all;
  expect(firstOf(places)).toEqual({
    code: 'nothing-stands-out',
    positive: Math.round((positive.share ?? 0) * 100),
    low: Math.round((positive.low ?? 0) * 100),
    high: Math.round((positive.high ?? 0) * 100),
    n,
  });
});

test('the pain of prospects comes before what hurts customers more', () => {
  const places = [
    ...stage('search', 'prospect', [WELL, BADLY, WELL, FINE]),
    ...stage('installation', 'customer', [FINE, [60, 10, 2, 0, 0, 0, 0, 0], WELL, FINE]),
  ];
  expect(firstOf(places)).toMatchObject({
    code: 'worst-touchpoint',
    touchpoint: 'search/1',
    prospectsMet: 400,
  });
});

test('with customers alone their worst touchpoint comes first', () => {
  expect(firstOf(stage('use', 'customer', [WELL, BADLY, WELL, FINE]))).toMatchObject({
    code: 'worst-touchpoint',
    touchpoint: 'use/1',
    prospectsMet: 0,
  });
});

test('the worst step of a stage that feels well is not called a pain', () => {
  const great: LevelCounts = [0, 0, 0, 0, 5, 15, 40, 60];
  const { sentences } = makeReport({
    slice,
    places: stage('use', 'customer', [great, great, great, FINE]),
  });
  expect(sentences.map(({ code }) => code)).not.toContain('worst-touchpoint');
});

test('what got better never comes before what got worse', () => {
  const places = [...stage('search', 'prospect', [WELL]), ...stage('use', 'customer', [BADLY])];
  const previous = [...stage('search', 'prospect', [BADLY]), ...stage('use', 'customer', [WELL])];
  const codes = makeReport({ slice, places, previous }).sentences.map(({ code }) => code);
  expect(codes[0]).toBe('fell');
  expect(codes.indexOf('fell')).toBeLessThan(codes.indexOf('rose'));
});

test('a change is called worse only where the interval beneath the sentence says so', () => {
  const places = stage('search', 'prospect', [WELL]);
  const sentencesAfter = (then: LevelCounts, now: LevelCounts) =>
    makeReport({
      slice,
      places,
      periods: [then, then, now, now].map((levels, start) => ({
        stage: 'search',
        start,
        standing: 'prospect' as const,
        levels,
        met: 100,
      })),
    }).sentences.filter(({ code }) => code === 'changed');
  expect(sentencesAfter(WELL, BADLY)).toMatchObject([{ direction: 'worse' }]);
  // From the highest level to the lowest that is positive still: found, and shown with the touchpoint, but no share fell.
  const then: LevelCounts = [5, 0, 0, 0, 0, 0, 0, 45];
  const now: LevelCounts = [5, 0, 0, 0, 45, 0, 0, 0];
  expect(sentencesAfter(then, now)).toEqual([]);
});
