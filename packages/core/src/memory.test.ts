// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { createMemory, type Remembered, type Tier } from './memory.js';

const failures: string[] = [];
const open = (first: Tier) => createMemory('wayfelt:shop', first, (code) => failures.push(code));
/** happy-dom, unlike browsers, refuses to delete what is not there. */
const fill = () => {
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of ['wayfelt:shop', 'wayfelt:shop:me']) storage[key] ??= '{}';
  }
};
const stored = () => Object.keys(localStorage).length + Object.keys(sessionStorage).length;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  failures.length = 0;
});

test('nothing is stored in the tier nothing', () => {
  const memory = open(0);
  memory.me((me) => (me.who = { visitor: 'a' }));
  expect(memory.me().who?.visitor).toBe('a');
  expect(stored()).toBe(0);
});

test('what is persistent is there at the next visit', () => {
  open(2).me((me) => (me.who = { visitor: 'a' }));
  expect(open(2).me().who?.visitor).toBe('a');
});

test('going down erases the ids and keeps the standing for this page', () => {
  const memory = open(2);
  memory.me((me) => (me.who = { visitor: 'a', standing: 'customer' }));
  fill();
  memory.setTier(1);
  expect(Object.keys(localStorage)).toEqual([]);
  expect(memory.me().who).toEqual({ standing: 'customer' });
  fill();
  memory.setTier(0);
  expect(stored()).toBe(0);
  expect(memory.me().who).toEqual({ standing: 'customer' });
});

test('going up takes along what is known and finds what was kept', () => {
  open(2).me((me) => (me.who = { visitor: 'a', seq: 7 }));
  const memory = open(0);
  memory.me((me) => (me.who = { standing: 'customer' }));
  memory.setTier(2);
  expect(memory.me().who).toEqual({ visitor: 'a', seq: 7, standing: 'customer' });
});

test('a tier that the visitor agreed to holds at the next visit', () => {
  const memory = open(0);
  memory.setTier(2);
  memory.me((me) => (me.consent = 2));
  expect(open(0).tier()).toBe(2);
});

test('text that is not ours is no obstacle', () => {
  localStorage['wayfelt:shop:me'] = '{broken';
  const memory = open(2);
  memory.me((me) => (me.who = { visitor: 'a' }));
  expect(memory.me().who?.visitor).toBe('a');
});

test('where storage refuses, this page remembers and the refusal is told', () => {
  const set = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  const memory = open(2);
  memory.me((me) => (me.who = { visitor: 'a' }));
  expect(memory.me().who?.visitor).toBe('a');
  expect(failures).toContain('storage');
  if (set) Object.defineProperty(globalThis, 'localStorage', set);
});

test('what somebody else wrote there is no memory, and no reason to fail', () => {
  for (const junk of [
    'null',
    '',
    '{',
    'undefined',
    '[]',
    '7',
    '"x"',
    '{"who":1}',
    '{"who":null}',
  ]) {
    localStorage['wayfelt:shop:me'] = junk;
    const memory = open(2);
    memory.me((me) => (me.who.visitor = 'a'));
    expect(memory.me().who.visitor).toBe('a');
  }
});

/** What a browser does whose processes share localStorage late: each tab reads its own copy until `arrive`. */
const tabWithLag = (first: Tier) => {
  const copy: Record<string, string> = {};
  const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => copy });
  const memory = open(first);
  if (own) Object.defineProperty(globalThis, 'localStorage', own);
  const inside = <T>(run: () => T): T => {
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => copy });
    try {
      return run();
    } finally {
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
    }
  };
  return {
    agree: () => inside(() => memory.setTier(2, { consent: 2 })),
    count: (visitor: string) => memory.me((me) => (me.who.visitor ??= visitor)),
    hear: (theirs: Remembered) => inside(() => memory.setTier(theirs.consent, theirs)),
    me: () => memory.me(),
  };
};

test('a tab that hears of consent is the same visitor, though storage shows it nothing yet', () => {
  const [one, other] = [tabWithLag(0), tabWithLag(0)];
  one.agree();
  one.count('01');
  other.hear(one.me());
  other.count('02');
  expect(other.me()).toMatchObject({ consent: 2, who: { visitor: '01' } });
});

test('of two visitors that two tabs made at the same instant both keep the older', () => {
  const [one, other] = [tabWithLag(0), tabWithLag(0)];
  one.agree();
  other.agree();
  one.count('02');
  other.count('01');
  const [ofOne, ofOther] = [one.me(), other.me()];
  one.hear(ofOther);
  other.hear(ofOne);
  expect([one.me().who.visitor, other.me().who.visitor]).toEqual(['01', '01']);
});
