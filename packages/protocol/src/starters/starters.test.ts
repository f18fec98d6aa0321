import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../defaults.js';
import { checkSettings, toPageSettings } from '../settings-check.js';
import { stages as en } from '../words/en.js';
import { stages as ko } from '../words/ko.js';
import { STARTERS, withStarter } from './starters.js';

const words: { [id: string]: string }[] = [en, ko];

describe.each(STARTERS.map((starter) => [starter.id, starter] as const))(
  'the starter %s',
  (_, starter) => {
    it('is accepted by the check', () => {
      expect(checkSettings(withStarter(DEFAULT_SETTINGS, starter))).toMatchObject({ ok: true });
    });

    it('has a name for every stage and step in English and Korean', () => {
      for (const { id, name } of starter.journey.stages)
        expect(name ? [name['en'], name['ko']] : words.map((one) => one[id]), id).not.toContain(
          undefined,
        );
      for (const { id, name } of starter.touchpoints) {
        expect(name?.['en'], id).toMatch(/^[A-Z]/);
        expect(name?.['ko'], id).toMatch(/[가-힣]/);
      }
    });

    it('has steps in every stage, before and after the crossing', () => {
      for (const { id } of starter.journey.stages)
        expect(starter.touchpoints.filter(({ stage }) => stage === id).length, id).toBeGreaterThan(
          1,
        );
      const { stages, crossing } = starter.journey;
      const index = stages.findIndex(({ id }) => id === crossing);
      expect(index).toBeGreaterThan(1);
      expect(index).toBeLessThan(stages.length - 1);
    });
  },
);

it('splits a car rental into about a hundred steps, which a page still gets in 2 kB', () => {
  const starter = STARTERS.find(({ id }) => id === 'car-rental') ?? STARTERS[0];
  if (!starter) throw new Error('no starter');
  expect(starter.touchpoints.length).toBeGreaterThanOrEqual(95);
  const page = JSON.stringify(toPageSettings(withStarter(DEFAULT_SETTINGS, starter), 1));
  expect(brotliCompressSync(page).length).toBeLessThan(2_048);
});

it('keeps what a site has where the new journey knows its stage', () => {
  const site = {
    ...DEFAULT_SETTINGS,
    rules: [
      { id: 'r', match: '/', stage: 'awareness' },
      { id: 's', match: '/x', stage: 'disposal' },
    ],
    touchpoints: [{ id: 'awareness/first-page', stage: 'awareness', name: { en: 'Our home' } }],
  };
  const [, software] = STARTERS;
  if (!software) throw new Error('no starter');
  const next = withStarter(site, software);
  expect(next.rules.map(({ id }) => id)).toEqual(['r']);
  expect(next.touchpoints.filter(({ id }) => id === 'awareness/first-page')).toEqual(
    site.touchpoints,
  );
});
