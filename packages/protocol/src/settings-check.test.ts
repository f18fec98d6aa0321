import { brotliCompressSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './defaults.js';
import {
  checkSettings,
  exportSettings,
  importSettings,
  mergeSettings,
  settingsChanges,
  takeTheirs,
  toPageSettings,
} from './settings-check.js';
import type { SiteSettings, TouchpointSettings } from './settings.js';

const settingsOf = (value: unknown): SiteSettings => {
  const checked = checkSettings(value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.settings;
};

const faultsOf = (value: unknown): string[] => {
  const checked = checkSettings(value);
  return checked.ok ? [] : checked.faults.map(({ field, expected }) => `${field}: ${expected}`);
};

describe('checking settings', () => {
  it('fills what is absent with the defaults', () => {
    expect(settingsOf({})).toEqual(DEFAULT_SETTINGS);
    expect(settingsOf({ asking: { perYear: 2 } }).asking.betweenMs).toBe(
      DEFAULT_SETTINGS.asking.betweenMs,
    );
  });

  it('accepts what it exported', () => {
    const settings = settingsOf({ touchpoints: [{ id: 'search/results', stage: 'search' }] });
    expect(importSettings(exportSettings(settings))).toEqual({ ok: true, settings });
  });

  it.each([
    ['not an object', 7, ': an object'],
    ['a misspelt field', { rule: [] }, 'rule: one of home, journey, rules'],
    [
      'a text for a number',
      { touchpoints: [{ id: 'a', stage: 'use', ask: { on: true, delayMs: '5' } }] },
      'touchpoints[0].ask.delayMs: a whole number from 0 to 158112000000 milliseconds',
    ],
    [
      'a stage outside the journey',
      { rules: [{ id: 'r', match: '/', stage: 'buying' }] },
      "rules[0].stage: the id of one of the journey's stages",
    ],
    [
      'two of one id',
      { rules: ['/a', '/b'].map((match) => ({ id: 'r', match, stage: 'use' })) },
      'rules[1].id: an id not used before',
    ],
    [
      'a pattern that is no path',
      { rules: [{ id: 'r', match: 'cart', stage: 'use' }] },
      'rules[0].match: a path like /products/:id or /help/*',
    ],
    [
      'a pattern of too many wildcards',
      { rules: [{ id: 'r', match: '/*a*b*c*d*e*f', stage: 'use' }] },
      'with at most five *',
    ],
    [
      'a crossing outside the journey',
      { journey: { id: 'j', stages: [{ id: 'a' }, { id: 'b' }], crossing: 'c' } },
      "journey.crossing: the id of one of the journey's stages",
    ],
    [
      'a standard upside down',
      { standard: { minimum: 7, beyond: 5 } },
      'standard.beyond: a level above the minimum (7)',
    ],
    [
      'a colour that fetches',
      { theme: { accent: 'url(https://tracker.example)' } },
      'theme.accent: a CSS colour',
    ],
    ['a font that ends the rule', { theme: { font: 'x;}body{' } }, 'theme.font: font names'],
    [
      'a place nobody knows',
      { touchpoints: [{ id: 'a', stage: 'use', places: [{ by: 'xpath' }] }] },
      'touchpoints[0].places[0].by: one of page, selector, call',
    ],
    [
      'a name without a language',
      { touchpoints: [{ id: 'a', stage: 'use', name: { 한국어: '장바구니' } }] },
      'touchpoints[0].name (the key): a language tag like en',
    ],
    [
      'a belief in happy answers',
      {
        touchpoints: [
          { id: 'a', stage: 'use', beliefs: [{ share: 0.8, of: 'happy', by: 'Kim', at: 1 }] },
        ],
      },
      'beliefs[0].of: one of positive, emotional, negative, loathing',
    ],
    [
      'a belief of 80',
      { touchpoints: [{ id: 'a', stage: 'use', beliefs: [{ share: 80, by: 'Kim', at: 1 }] }] },
      'beliefs[0].share: a number from 0 to 1',
    ],
  ])('names the field of %s', (_, value, expected) => {
    expect(faultsOf(value).join('\n')).toContain(expected);
  });

  it('names everything that is wrong at once', () => {
    expect(
      faultsOf({ outcomeDays: 0, emotionalFrom: 9, privacy: { consent: 'maybe' } }),
    ).toHaveLength(3);
  });

  it('says where a file stops being JSON', () => {
    expect(importSettings('{ "rules": [ }')).toMatchObject({ ok: false, faults: [{ field: '' }] });
  });

  it('refuses more than a page could carry', () => {
    expect(faultsOf({ note: 'x'.repeat(600_000) })).toEqual([': at most 524288 bytes of JSON']);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        checkSettings({ rules: value, touchpoints: [value], journey: value, theme: value });
      }),
    );
  });
});

const stages = ['search', 'consideration', 'purchase', 'use'];
const words =
  'results filter sort detail photo price review compare cart address payment coupon'.split(' ');
const hundred = Array.from({ length: 100 }, (_, index): TouchpointSettings => {
  const stage = stages[index % 4] ?? 'use';
  const word = words[index % 12] ?? '';
  return {
    id: `${stage}/${word}-${index}`,
    stage,
    name: { en: `The ${word}`, ko: `${word} 화면` },
    places: [
      index % 3
        ? { by: 'page', match: `/${word}/${index}/*` }
        : { by: 'selector', selector: `#${word}-${index}` },
    ],
    ask: { on: true, delayMs: 2_000, scroll: 0.5 },
    standard: { minimum: 5, beyond: 7 },
    beliefs: [
      { share: 0.8, by: 'The whole team', at: 1_790_000_000_000 },
      { share: 0.8, of: 'emotional', asked: 362, by: 'Bain 2005', at: 1_790_000_000_000 },
    ],
    wanted: 0.5,
  };
});

describe("a page's part of the settings", () => {
  it('is empty where the site sets nothing', () => {
    expect(toPageSettings(DEFAULT_SETTINGS)).toEqual({});
  });

  it('say where no comment is wanted', () => {
    const privacy = { consent: 'required', comments: false } as const;
    expect(toPageSettings({ ...DEFAULT_SETTINGS, privacy })).toEqual({
      consent: 'required',
      comments: false,
    });
  });

  it('keeps what only the team needs away from pages', () => {
    const page = JSON.stringify(toPageSettings(settingsOf({ touchpoints: hundred }), 3));
    expect(page).not.toMatch(/team|화면|standard|retention/);
    expect(page).toContain('"version":3');
  });

  it('fits into 2 kB for 100 rules and touchpoints', () => {
    const rules = hundred.map(({ id, stage }, index) => ({
      id: `r${index}`,
      match: `/${words[index % 12]}/${index}`,
      stage,
      touchpoint: id,
    }));
    const page = JSON.stringify(toPageSettings(settingsOf({ touchpoints: hundred, rules }), 12));
    expect(brotliCompressSync(page).length).toBeLessThan(2_048);
  });
});

const base = settingsOf({
  rules: ['a', 'b', 'c'].map((id) => ({ id, match: `/${id}`, stage: 'use' })),
  touchpoints: [{ id: 'cart', stage: 'purchase', name: { en: 'Cart' } }],
});
const rulesOf = (...ids: string[]) => ids.map((id) => ({ id, match: `/${id}`, stage: 'use' }));

describe('the difference between two versions', () => {
  it('names items by their id, not by their place', () => {
    const after = settingsOf({
      ...base,
      rules: rulesOf('b', 'c', 'd'),
      touchpoints: [{ id: 'cart', stage: 'purchase', name: { en: 'Basket', ko: '장바구니' } }],
    });
    expect(settingsChanges(base, after).map(({ field, kind }) => `${kind} ${field}`)).toEqual([
      'removed rules[a]',
      'added rules[d]',
      'changed touchpoints[cart].name.en',
      'added touchpoints[cart].name.ko',
    ]);
  });

  it('sees a new order, since the first rule that matches wins', () => {
    const after = { ...base, rules: rulesOf('c', 'a', 'b') };
    expect(settingsChanges(base, after)).toMatchObject([{ field: 'rules', kind: 'moved' }]);
  });

  it('is empty between equals', () => {
    expect(settingsChanges(base, settingsOf(JSON.parse(exportSettings(base))))).toEqual([]);
  });
});

describe("two people's changes", () => {
  it('are joined where they touch different things', () => {
    const mine = { ...base, rules: rulesOf('a', 'b', 'c', 'mine') };
    const theirs = { ...base, rules: rulesOf('theirs', 'a', 'c'), outcomeDays: 14 };
    const { settings, conflicts } = mergeSettings(base, mine, theirs);
    expect(settings.rules.map(({ id }) => id)).toEqual(['theirs', 'a', 'c', 'mine']);
    expect(settings.outcomeDays).toBe(14);
    expect(conflicts).toEqual([]);
  });

  it('are shown where they contradict each other, and mine stands in the proposal', () => {
    const mine = { ...base, outcomeDays: 7 };
    const theirs = { ...base, outcomeDays: 60 };
    const { settings, conflicts } = mergeSettings(base, mine, theirs);
    expect(settings.outcomeDays).toBe(7);
    expect(conflicts).toEqual([{ field: 'outcomeDays', base: 30, mine: 7, theirs: 60 }]);
  });

  it('end with what was chosen', () => {
    const cart = (name: string) => ({ id: 'cart', stage: 'purchase', name: { en: name } });
    const mine = { ...base, touchpoints: [cart('Basket')] };
    const { settings, conflicts } = mergeSettings(base, mine, {
      ...base,
      touchpoints: [cart('Bag')],
    });
    expect(conflicts).toMatchObject([{ field: 'touchpoints[cart].name.en' }]);
    expect(conflicts.reduce(takeTheirs, settings).touchpoints).toEqual([cart('Bag')]);
  });

  it('keep what one removed and the other changed, and say so', () => {
    const theirs = { ...base, touchpoints: [{ id: 'cart', stage: 'use' }] };
    const { settings, conflicts } = mergeSettings(base, { ...base, touchpoints: [] }, theirs);
    expect(settings.touchpoints).toHaveLength(1);
    expect(conflicts).toMatchObject([{ field: 'touchpoints[cart]' }]);
  });

  it('lose nothing that either added, in any order', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        const mine = { ...base, rules: rulesOf(...one) };
        const theirs = { ...base, rules: rulesOf(...other) };
        const merged = mergeSettings(base, mine, theirs).settings.rules.map(({ id }) => id);
        const added = [...one, ...other].filter((id) => !['a', 'b', 'c'].includes(id));
        expect(merged).toEqual(expect.arrayContaining(added));
        expect(new Set(merged).size).toBe(merged.length);
      }),
    );
  });
});
