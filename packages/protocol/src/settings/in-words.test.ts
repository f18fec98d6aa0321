import { describe, expect, it } from 'vitest';
import {
  changeInWords,
  checkSettings,
  faultInWords,
  fieldInWords,
  mergeSettings,
  settingsChanges,
  valueInWords,
  withRule,
} from '../settings-check.js';
import type { SiteSettings } from '../settings.js';
import { words as en } from '../words/settings-en.js';
import { words as ko } from '../words/settings-ko.js';

const settingsOf = (value: object): SiteSettings => {
  const checked = checkSettings(value);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.settings;
};
const before = settingsOf({
  rules: [
    { id: 'rule-1', match: '/products/*', stage: 'search' },
    { id: 'rule-2', match: '/help', stage: 'after-service' },
  ],
  touchpoints: [
    { id: 'search/results', stage: 'search', name: { en: 'Results', ko: '검색 결과' } },
    { id: 'search/filter', stage: 'search' },
  ],
});
const [results, filter] = before.touchpoints;
if (!results || !filter) throw new Error('two touchpoints are expected');

const said = (after: SiteSettings, words = en) =>
  settingsChanges(before, after).map((change) => changeInWords(change, after, words));
const both = (after: SiteSettings) => [...said(after), ...said(after, ko)];
const rule = (change: object) => ({
  ...before,
  rules: before.rules.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
});
const step = (change: object) => ({ ...before, touchpoints: [{ ...results, ...change }, filter] });

describe('a change in words', () => {
  it('names a page rule by its pages and its stage', () => {
    expect(both(rule({ stage: 'consideration' }))).toEqual([
      'The page rule /products/* now means Consideration (before: Search)',
      '페이지 규칙 /products/*: 이제 고려 (이전: 탐색)',
    ]);
    expect(both(rule({ match: '/lamps/*' }))).toEqual([
      'The page rule for Search now holds for /lamps/* (before: /products/*)',
      '탐색 단계의 페이지 규칙: 이제 /lamps/* (이전: /products/*)',
    ]);
    expect(both(withRule(before, { match: '/cart', stage: 'purchase' }, '/cart'))).toEqual([
      'New page rule: /cart means Purchase',
      '새 페이지 규칙: /cart → 구매',
    ]);
    expect(both({ ...before, rules: before.rules.slice(1) })).toEqual([
      'The page rule /products/* was removed (before: Search)',
      '페이지 규칙 /products/* 삭제 (이전: 탐색)',
    ]);
    expect(both({ ...before, rules: [...before.rules].reverse() })).toEqual([
      'Page rules: a new order',
      '페이지 규칙: 순서 변경',
    ]);
  });

  it('names a touchpoint as the team does, in the language that is read', () => {
    expect(both(step({ ask: { on: true, delayMs: 3_000 } }))).toEqual([
      'Touchpoint “Results” › asking: now visitors are asked, wait 3 seconds',
      '접점 “검색 결과” › 질문: 여기서 묻기, 기다리는 시간 3초',
    ]);
    expect(said(step({ standard: { minimum: 5, beyond: 7 } }))).toEqual([
      'Touchpoint “Results” › Standard: now minimum Functional, beyond expectation from Enjoyable',
    ]);
    expect(both(step({ beliefs: [{ share: 0.1, of: 'loathing', by: 'Kim', at: 1 }] }))).toEqual([
      'Touchpoint “Results” › what the team believes: now 10% loathing (Kim)',
      '접점 “검색 결과” › 팀의 예상: 10% 정말 싫어요 (Kim)',
    ]);
    expect(said(step({ name: { en: 'Hits', ko: '검색 결과' } }))).toEqual([
      'Touchpoint “Hits” › name › English: now “Hits” (before: “Results”)',
    ]);
    expect(
      said(step({ places: [{ by: 'selector', selector: '#hits', match: '/search' }] }), ko),
    ).toEqual(['접점 “검색 결과” › 위치: #hits (/search)']);
    expect(said({ ...before, touchpoints: [filter] })).toEqual([
      'Touchpoint “Results” was removed',
    ]);
  });

  it('names stages, waits, levels and looks', () => {
    const { journey } = before;
    const stages = [...journey.stages, { id: 'warranty', name: { en: 'Warranty', ko: '보증' } }];
    expect(both({ ...before, journey: { ...journey, stages } })).toEqual([
      'New stage “Warranty”',
      '새 단계 “보증”',
    ]);
    expect(said({ ...before, journey: { ...journey, crossing: 'use' } })).toEqual([
      'Prospects now become customers in Use (before: Purchase)',
    ]);
    const asking = { ...before.asking, betweenMs: 7 * 86_400_000, sample: 0.5 };
    expect(said({ ...before, asking })).toEqual([
      'How often is asked › between two questions: now 7 days (before: 14 days)',
      'How often is asked › share of visitors asked: now 50% (before: 100%)',
    ]);
    expect(both({ ...before, standard: { minimum: 6, beyond: 7 } })).toEqual([
      'Standard › minimum: now Efficient (before: Functional)',
      '기준 › 최소 기대: 이제 아주 잘 돼요 (이전: 쓸 만해요)',
    ]);
    expect(said({ ...before, theme: { accent: '#14532d', corner: 'top-left' } })).toEqual([
      'Look › accent colour: now #14532d',
      'Look › corner: now top left',
    ]);
    expect(both({ ...before, texts: { en: { question: 'How was it?' } } })).toEqual([
      'Words › English: now question “How was it?”',
      '문구 › 영어: 질문 “How was it?”',
    ]);
  });

  it('never shows an id of a rule, and leaves no word of a program in Korean', () => {
    const after = settingsOf({
      ...before,
      home: 'https://shop.example/',
      rules: [{ id: 'rule-3', match: '/a', stage: 'use' }],
      outcomeDays: 14,
      privacy: { consent: 'required', comments: false },
      retention: { recordDays: 30, commentDays: 30 },
      theme: { mode: 'dark', tab: true, offsetX: 4 },
    });
    const sentences = said(after, ko);
    expect(sentences).toHaveLength(12);
    expect(said(after).join('\n')).not.toContain('rule-');
    for (const sentence of sentences)
      expect(sentence.replace(/https:\S+|\/\S+/g, '')).not.toMatch(/[a-z]{3}/i);
  });
});

it('a contradiction of two people reads as words on both sides', () => {
  const mine = rule({ stage: 'consideration' });
  const theirs = rule({ stage: 'purchase' });
  const { settings, conflicts } = mergeSettings(before, mine, theirs);
  const [conflict] = conflicts;
  if (!conflict) throw new Error('there must be a contradiction');
  expect([
    fieldInWords(conflict.field, settings, en),
    valueInWords(conflict.field, conflict.mine, settings, en),
    valueInWords(conflict.field, conflict.theirs, settings, en),
  ]).toEqual(['The page rule /products/* › stage', 'Consideration', 'Purchase']);
});

describe('what is wrong, in words', () => {
  const faults = (value: object) => {
    const checked = checkSettings(value);
    return checked.ok ? [] : checked.faults;
  };
  const wrong = {
    home: 'shop',
    journey: { id: 'own', stages: [{ id: 'A b' }], crossing: 'x' },
    rules: [
      { id: 'a', match: 'cart', stage: 'use' },
      { id: 'a', match: '/', stage: 'use' },
    ],
    touchpoints: [{ id: 'a b', stage: 'use', ask: { on: 1, delayMs: '5', sample: 2 } }, 5],
    asking: { perVisit: 0.5, order: 'random' },
    standard: { minimum: 7, beyond: 5 },
    outcomeDays: 0,
    texts: { english: {}, en: [] },
    theme: { accent: 'url(x)', radius: '9em;', font: '<b>', mod: 'dark' },
    retention: [],
  };

  it('says in Korean everything that the checks say in English', () => {
    const all = [
      ...faults(wrong),
      ...faults({ journey: { id: 'own', stages: [{ id: 'use' }], crossing: 'buy' } }),
      ...faults({ rules: [{ id: 'a', match: '/', stage: 'nowhere' }] }),
      ...faults({ touchpoints: Array.from({ length: 1_001 }, () => 0) }),
      ...faults({ home: 'x'.repeat(600_000) }),
    ];
    expect(all.length).toBeGreaterThan(20);
    for (const fault of all) {
      expect(ko.expected(fault.expected), fault.field).not.toBe(fault.expected);
      expect(faultInWords(fault, ko), fault.field).toMatch(/[가-힣]/);
    }
  });

  it('counts items of a file, and names those that are known', () => {
    expect(fieldInWords('touchpoints[3].ask.delayMs', undefined, en)).toBe(
      'Touchpoints, no. 4 › asking › wait',
    );
    expect(fieldInWords('touchpoints[0].ask.delayMs', before, ko)).toBe(
      '접점 “검색 결과” › 질문 › 기다리는 시간',
    );
    expect(fieldInWords('', undefined, en)).toBe('The settings');
  });
});
